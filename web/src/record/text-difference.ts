import { diffChars } from 'diff';

/** A part of a text: it stands in the other one too, but for case it does, or it does not. */
export interface TextPart {
  readonly text: string;
  readonly kind: 'same' | 'case' | 'different';
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

/** Compares two texts character by character. A character in another case is told apart from another character. */
export function textDifference(left: string, right: string): TextDifference {
  if (left === right) return { left: whole(left, 'same'), right: whole(right, 'same'), likeness: 1 };
  if (left.length > longest || right.length > longest)
    return { left: whole(left, 'different'), right: whole(right, 'different'), likeness: 0 };
  const sides = { left: new PartWriter([...left]), right: new PartWriter([...right]) };
  let both = 0;
  for (const { count, added, removed } of diffChars(left, right, { ignoreCase: true })) {
    if (removed) sides.left.write(count, () => 'different');
    else if (added) sides.right.write(count, () => 'different');
    else {
      const [x, y] = [sides.left.rest, sides.right.rest];
      const kindAt = (place: number): TextPart['kind'] => (x[place] === y[place] ? 'same' : 'case');
      sides.left.write(count, kindAt);
      sides.right.write(count, kindAt);
      both += count;
    }
  }
  const longer = Math.max(sides.left.characters.length, sides.right.characters.length, 1);
  return { left: sides.left.parts, right: sides.right.parts, likeness: both / longer };
}

/** Writes the characters of a text into parts, from its beginning to its end. */
class PartWriter {
  readonly parts: TextPart[] = [];
  private written = 0;

  constructor(readonly characters: readonly string[]) {}

  get rest(): readonly string[] {
    return this.characters.slice(this.written);
  }

  write(count: number, kindAt: (place: number) => TextPart['kind']): void {
    for (const [place, character] of this.rest.slice(0, count).entries()) {
      const kind = kindAt(place);
      const last = this.parts.at(-1);
      if (last?.kind === kind) this.parts[this.parts.length - 1] = { kind, text: last.text + character };
      else this.parts.push({ kind, text: character });
    }
    this.written += count;
  }
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

function whole(text: string, kind: TextPart['kind']): TextPart[] {
  return text === '' ? [] : [{ text, kind }];
}
