import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { NothingHere } from './nothing-here.js';

export function NotFound() {
  return (
    <NothingHere title="There is no such page">
      <Anchor component={Link} to="/">
        Go to the queue
      </Anchor>
    </NothingHere>
  );
}
