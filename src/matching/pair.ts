import type { FeatureValue, StandardForm } from './model.js';

/** The two records in hand, feature by feature, refilled for every pair so that scoring allocates nothing. */
export class Pair {
  readonly left: (FeatureValue | undefined)[] = [];
  readonly right: (FeatureValue | undefined)[] = [];
  /** Counts the pairs taken: what was measured at another serial is of another pair. */
  serial = 0;
  private readonly features: string[] = [];
  private a: StandardForm | undefined;
  private b: StandardForm | undefined;

  /** The index of a feature in `left` and `right`. Only before the first pair is taken. */
  indexOf(feature: string): number {
    const index = this.features.indexOf(feature);
    return index >= 0 ? index : this.features.push(feature) - 1;
  }

  /** Takes two records in hand. One that is already in that hand, as mostly the first, is not read again. */
  take(a: StandardForm, b: StandardForm): void {
    if (a !== this.a) this.read(a, this.left);
    if (b !== this.b) this.read(b, this.right);
    this.a = a;
    this.b = b;
    this.serial++;
  }

  private read(form: StandardForm, values: (FeatureValue | undefined)[]): void {
    let index = 0;
    for (const feature of this.features) values[index++] = present(form[feature]);
  }
}

/** The value, or undefined where it holds nothing: an empty text, an empty set, no number. */
function present(value: FeatureValue | null | undefined): FeatureValue | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  return value.length === 0 ? undefined : value;
}
