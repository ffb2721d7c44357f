import { NavLink, SegmentedControl, Stack, Text } from '@mantine/core';
import {
  ActivityLogIcon,
  ArchiveIcon,
  BarChartIcon,
  CheckboxIcon,
  ComponentInstanceIcon,
  MagnifyingGlassIcon,
  MixerHorizontalIcon,
} from '@radix-ui/react-icons';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { settings } from '../settings.js';
import { titleOf, useCollection } from './collection.js';

interface View {
  readonly label: string;
  readonly icon: ReactNode;
  readonly to: '/$collection/queue' | '/$collection/models' | '/$collection/rules' | '/$collection/set-aside';
}

const viewsOfCollection: readonly View[] = [
  { label: 'Queue', icon: <CheckboxIcon />, to: '/$collection/queue' },
  { label: 'Models', icon: <BarChartIcon />, to: '/$collection/models' },
  { label: 'Rules', icon: <MixerHorizontalIcon />, to: '/$collection/rules' },
  { label: 'Set aside', icon: <ArchiveIcon />, to: '/$collection/set-aside' },
];

const viewsOfService = [
  { label: 'Search', icon: <MagnifyingGlassIcon />, to: '/search' },
  { label: 'Sources', icon: <ComponentInstanceIcon />, to: '/sources' },
  { label: 'Operations', icon: <ActivityLogIcon />, to: '/operations' },
] as const;

export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const { collection } = useCollection();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const isAt = (end: string): boolean => pathname.endsWith(end.replace('$collection', collection));
  const current = viewsOfCollection.find(({ to }) => isAt(to))?.to ?? '/$collection/queue';
  return (
    <Stack component="nav" aria-label="Views" gap={4}>
      <SegmentedControl
        aria-label="Collection"
        fullWidth
        mb="xs"
        value={collection}
        onChange={(other) => void navigate({ to: current, params: { collection: other } })}
        data={settings.collections.map((one) => ({ value: one.collection, label: titleOf(one.collection) }))}
      />
      {viewsOfCollection.map(({ label, icon, to }) => (
        <NavLink
          key={to}
          label={label}
          leftSection={icon}
          active={isAt(to)}
          onClick={onNavigate}
          renderRoot={(props) => <Link to={to} params={{ collection }} {...props} />}
        />
      ))}
      <Text size="xs" c="dimmed" mt="md" px="sm" fw={600}>
        Everywhere
      </Text>
      {viewsOfService.map(({ label, icon, to }) => (
        <NavLink
          key={to}
          label={label}
          leftSection={icon}
          active={isAt(to)}
          onClick={onNavigate}
          renderRoot={(props) => <Link to={to} {...props} />}
        />
      ))}
      <Text size="xs" c="dimmed" px="sm" mt="md">
        Aurum {settings.version} · <a href="/docs">API</a>
      </Text>
    </Stack>
  );
}
