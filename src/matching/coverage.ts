import type { Frequencies } from './frequency.js';

/** How much of what each side seeks the other holds, each share in [0, 1]. */
export interface Coverage {
  /** Of the weight that both sides seek together. */
  both: number;
  /** Of what the lighter side seeks; of two equally light sides, the better covered one. */
  lighter: number;
}

/**
 * Measures how much of one set (`sought`) each side finds in another set (`held`) of the other side, each element
 * weighed by its information: words of a title sought in all that the other record says. The answer is one object,
 * filled anew by every call. The first record is kept prepared, as one is mostly scored against many.
 */
export function coverageMeter(
  frequencies: Pick<Frequencies, 'informationOf'>,
): (
  soughtA: readonly string[],
  heldA: readonly string[],
  soughtB: readonly string[],
  heldB: readonly string[],
) => Readonly<Coverage> {
  const result: Coverage = { both: 0, lighter: 0 };
  let prepared: readonly string[] | undefined;
  let preparedHeld: readonly string[] | undefined;
  let weights = new Map<string, number>();
  let held = new Set<string>();
  let totalA = 0;

  function prepare(sought: readonly string[], holds: readonly string[]): void {
    prepared = sought;
    preparedHeld = holds;
    held = new Set(holds);
    weights = new Map(sought.map((element) => [element, frequencies.informationOf(element)]));
    totalA = 0;
    for (const weight of weights.values()) totalA += weight;
  }

  return (soughtA, heldA, soughtB, heldB) => {
    if (soughtA !== prepared || heldA !== preparedHeld) prepare(soughtA, heldA);
    let foundA = 0;
    let foundB = 0;
    let totalB = 0;
    for (const element of heldB) foundA += weights.get(element) ?? 0;
    for (const element of soughtB) {
      const weight = weights.get(element) ?? frequencies.informationOf(element);
      totalB += weight;
      if (held.has(element)) foundB += weight;
    }
    const lighter = totalA < totalB ? foundA : totalB < totalA ? foundB : Math.max(foundA, foundB);
    result.both = quotient(foundA + foundB, totalA + totalB);
    result.lighter = quotient(lighter, Math.min(totalA, totalB));
    return result;
  };
}

function quotient(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
