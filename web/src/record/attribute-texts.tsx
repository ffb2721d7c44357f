import { Stack, Text } from '@mantine/core';
import { textsOf, type AttributeValue } from './attribute-text.js';

/** The values of an attribute, one below the other. */
export function AttributeTexts({ value }: { readonly value: AttributeValue | undefined }) {
  return (
    <Stack gap={2}>
      {textsOf(value).map((text, index) => (
        <Text key={index} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      ))}
    </Stack>
  );
}
