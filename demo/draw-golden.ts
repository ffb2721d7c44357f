import { isObject, listAt, numberAt, textAt, valueAt } from './service/json.js';

/**
 * Draws a golden record as text: each value with the record and the rule that it came from, and the records behind it.
 * @param golden as `GET /v1/{collection}/{goldenId}` answers
 * @param members each as `GET /v1/{collection}/records/{source}/{sourceId}` answers
 */
export function drawGolden(golden: unknown, members: readonly unknown[]): string {
  const attributes = valueAt(golden, 'attributes');
  const names = isObject(attributes) ? Object.keys(attributes) : [];
  const values = names.map((name) => describe(valueAt(attributes, name)));
  const [nameWidth, valueWidth] = [longest(names), longest(values)];
  const lines = names.map((name, index) => {
    const value = (values[index] ?? '').padEnd(valueWidth);
    return `├─ ${name.padEnd(nameWidth)}  ${value}  ← ${describeLineage(valueAt(golden, 'lineage', name))}`;
  });
  return [
    `${textAt(golden, 'id')}  version ${numberAt(golden, 'version')}`,
    ...lines,
    `└─ ${listAt(golden, 'records').length} records`,
    ...members.flatMap((member, index) => drawMember(member, index === members.length - 1)),
  ].join('\n');
}

function drawMember(member: unknown, last: boolean): string[] {
  const canonical = valueAt(member, 'canonical');
  const parts = isObject(canonical) ? Object.values(canonical).map(describe) : [];
  const head = `${textAt(member, 'source')} ${textAt(member, 'sourceId')}`;
  const seen = textAt(member, 'observedAt').slice(0, 10);
  return [
    `   ${last ? '└─' : '├─'} ${head}, as of ${seen}`,
    ...wrap(parts.join(' · '), 100).map((line) => `   ${last ? '  ' : '│ '}    ${line}`),
  ];
}

function describeLineage(lineage: unknown): string {
  const lost = valueAt(lineage, 'lost');
  const others = typeof lost === 'number' && lost > 0 ? `, ${lost} other${lost > 1 ? 's' : ''} lost` : '';
  return `${textAt(lineage, 'source')} ${textAt(lineage, 'sourceId')} by ${textAt(lineage, 'strategy')}${others}`;
}

/** A value in one line: the parts of a group divided by commas. */
function describe(value: unknown): string {
  const text = Array.isArray(value)
    ? value.map(describe).join(' | ')
    : isObject(value)
      ? Object.values(value).map(describe).join(', ')
      : String(value);
  return text.length > 64 ? `${text.slice(0, 63)}…` : text;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
