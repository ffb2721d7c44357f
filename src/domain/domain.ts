import type { BlockKeyed, BlockSizes } from '../matching/blocking.js';
import type { MatchingModel, StandardForm } from '../matching/model.js';
import type { SurvivorshipRules } from '../survivorship/rules.js';
import type { Attributes, CanonicalRecord } from './attribute.js';

/** What the reading of a record may know beyond the record: facts of its source. */
export interface StandardizationContext {
  /** ISO 3166-1 alpha-2 region by which telephone numbers and ambiguous dates are read. */
  readonly defaultRegion?: string;
}

/**
 * A master data domain, as data and pure functions. The engine, the HTTP API, the OpenAPI document and
 * the store serve every domain alike: adding one is a folder and a line in `domains.ts`.
 */
export interface Domain<A extends Attributes = Attributes, F extends string = string> {
  /** Plural path segment of the API, `customers`. */
  readonly collection: string;
  /** Singular name used in event types, `customer`. */
  readonly entity: string;
  readonly attributes: A;
  /** The matching features, in an order that lasts, as the store knows them by their places: new ones go to the end. */
  readonly features: readonly F[];
  /** The matching features of a canonical record: folded, tokenized, normalized. Never throws. */
  readonly standardize: (canonical: CanonicalRecord<A>, context: StandardizationContext) => StandardForm<F>;
  /** Block keys: two records that share one are candidates for a match. Readable text, distinct. */
  readonly blockKeys: (standard: StandardForm<F>) => readonly string[];
  /**
   * The standard form without the values that some block keys stand for: what more records share than a block may hold tells
   * nothing of any two of them. Keys that stand for no value, as for a name in a town, take nothing away. Without it every value
   * tells.
   */
  readonly withoutValues?: (standard: StandardForm<F>, blockKeys: ReadonlySet<string>) => StandardForm<F>;
  readonly maximumBlockSize: BlockSizes;
  readonly isBroad?: BlockKeyed['isBroad'];
  /** The shipped default model, used until a trained one is activated. */
  readonly model: MatchingModel<F>;
  readonly survivorship: SurvivorshipRules<A>;
  /** Attributes whose text is searched by `q`, most important first. */
  readonly searchAttributes: readonly (keyof A & string)[];
}

/**
 * Declares a domain. The types hold it together: a comparison of a feature that `standardize` does not
 * make, or an attribute without a survivorship rule, does not compile.
 */
export function defineDomain<const A extends Attributes, F extends string>(domain: Domain<A, F>): Domain {
  // The engine handles domains by name and never by type, so the parameters end here.
  return domain as unknown as Domain;
}
