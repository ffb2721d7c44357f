import { diffChars } from 'diff';

/** A part of a text that stands in the other one too, or does not. */
export interface TextPart {
  readonly text: string;
  readonly same: boolean;
}

/** Two texts, each in parts that the other has and parts that it has not. */
export interface TextDifference {
  readonly left: readonly TextPart[];
  readonly right: readonly TextPart[];
  /** How much of the longer one is in both, 0 to 1. */
  readonly likeness: number;
}

// Texts longer than this are compared as wholes: the comparison takes the square of the length.
const longest = 2_000;

/** Compares two texts character by character. */
export function textDifference(left: string, right: string): TextDifference {
  if (left === right) return { left: whole(left, true), right: whole(right, true), likeness: 1 };
  if (left.length > longest || right.length > longest)
    return { left: whole(left, false), right: whole(right, false), likeness: 0 };
  const parts = diffChars(left, right);
  const side = (isOther: (part: (typeof parts)[number]) => boolean): TextPart[] =>
    parts
      .filter((part) => !isOther(part))
      .map(({ value, added, removed }) => ({ text: value, same: !added && !removed }));
  const both = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, { value }) => sum + value.length, 0);
  return {
    left: side(({ added }) => added),
    right: side(({ removed }) => removed),
    likeness: both / Math.max(left.length, right.length, 1),
  };
}

/**
 * For each text of one side the one of the other side that is most like it. Identical ones find each other first; each has one
 * partner at most.
 */
export function pairTexts(
  left: readonly string[],
  right: readonly string[],
): [string | undefined, string | undefined][] {
  const likeness = left.flatMap((x, i) => right.map((y, j) => ({ i, j, likeness: textDifference(x, y).likeness })));
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of likeness.toSorted((x, y) => y.likeness - x.likeness || x.i - y.i || x.j - y.j)) {
    if (partner.has(i) || taken.has(j)) continue;
    partner.set(i, j);
    taken.add(j);
  }
  const pairs = left.map((text, i): [string, string | undefined] => {
    const j = partner.get(i);
    return [text, j === undefined ? undefined : right[j]];
  });
  return [...pairs, ...right.filter((_, j) => !taken.has(j)).map((text): [undefined, string] => [undefined, text])];
}

function whole(text: string, same: boolean): TextPart[] {
  return text === '' ? [] : [{ text, same }];
}
