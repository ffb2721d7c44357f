import { type Frequencies, unitsPerBit } from './frequency.js';

/** How two sets overlap, each in [0, 1]; 0 where both weigh nothing. */
export interface Overlap {
  jaccard: number;
  containment: number;
  cosine: number;
}

/**
 * Measures how two sets of distinct elements overlap, each element weighed by its information. The answer is one
 * object, filled anew by every call. The first set is kept prepared, as one record is mostly scored against many.
 *
 * The cosine is that of the vectors of weights (TF-IDF with every term frequency 1): G. Salton and C. Buckley,
 * Term-weighting Approaches in Automatic Text Retrieval (1988).
 */
export function overlapMeter(
  frequencies: Pick<Frequencies, 'informationOf'>,
): (a: readonly string[], b: readonly string[]) => Readonly<Overlap> {
  const result: Overlap = { jaccard: 0, containment: 0, cosine: 0 };
  let prepared: readonly string[] | undefined;
  let weights = new Map<string, number>();
  let sumA = 0;
  let squaresA = 0;

  function prepare(elements: readonly string[]): void {
    prepared = elements;
    weights = new Map();
    sumA = squaresA = 0;
    for (const element of elements) {
      const weight = frequencies.informationOf(element);
      weights.set(element, weight);
      sumA += weight;
      squaresA += squareOf(weight);
    }
  }

  return (a, b) => {
    if (a !== prepared) prepare(a);
    let sumB = 0;
    let squaresB = 0;
    let shared = 0;
    let sharedSquares = 0;
    for (const element of b) {
      const known = weights.get(element);
      const weight = known ?? frequencies.informationOf(element);
      const square = squareOf(weight);
      sumB += weight;
      squaresB += square;
      if (known === undefined) continue;
      shared += weight;
      sharedSquares += square;
    }
    result.jaccard = quotient(shared, sumA + sumB - shared);
    result.containment = quotient(shared, Math.min(sumA, sumB));
    result.cosine =
      squaresA === squaresB
        ? quotient(sharedSquares, squaresA)
        : quotient(sharedSquares, Math.sqrt(squaresA * squaresB));
    return result;
  };
}

/** The square of a weight, again in whole units, so that sums of squares are exact too. */
function squareOf(weight: number): number {
  return Math.round((weight * weight) / unitsPerBit);
}

function quotient(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
