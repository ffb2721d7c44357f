import type { FeatureValue, StandardForm } from './model.js';

/** The two records in hand, feature by feature, refilled for every pair so that scoring allocates nothing. */
export class Pair {
  readonly left: (FeatureValue | undefined)[] = [];
  readonly right: (FeatureValue | undefined)[] = [];
  /** Counts the pairs taken: what was measured at another serial is of another pair. */
  serial = 0;
  private readonly features: string[] = [];

  /** The index of a feature in `left` and `right`; a new feature is read from the next pair on. */
  indexOf(feature: string): number {
    const index = this.features.indexOf(feature);
    return index >= 0 ? index : this.features.push(feature) - 1;
  }

  take(a: StandardForm, b: StandardForm): void {
    const { features, left, right } = this;
    let index = 0;
    for (const feature of features) {
      left[index] = present(a[feature]);
      right[index] = present(b[feature]);
      index++;
    }
    this.serial++;
  }
}

/** The value, or undefined where it holds nothing: an empty text, an empty set, no number. */
function present(value: FeatureValue | null | undefined): FeatureValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  return value.length === 0 ? undefined : value;
}
