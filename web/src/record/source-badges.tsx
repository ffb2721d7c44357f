import { Badge, Group } from '@mantine/core';

/** The sources of some records, each with how many of them are from it. */
export function SourceBadges({ records }: { readonly records: readonly { readonly source: string }[] }) {
  const counts = new Map<string, number>();
  for (const { source } of records) counts.set(source, (counts.get(source) ?? 0) + 1);
  return (
    <Group gap={4}>
      {[...counts].map(([source, count]) => (
        <Badge key={source} size="sm" variant="light" color={colorOf(source)} tt="none" className="source-badge">
          {count > 1 ? `${source} × ${String(count)}` : source}
        </Badge>
      ))}
    </Group>
  );
}

const colors = ['indigo', 'teal', 'grape', 'cyan', 'orange', 'pink', 'lime', 'violet'];

/** The colour of a source: the same everywhere. */
export function colorOf(source: string): string {
  let sum = 0;
  for (const character of source) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return colors[sum % colors.length] ?? 'gray';
}
