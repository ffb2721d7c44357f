/** The names of one language area. `heads` and `tails` compose the rare family names of the long tail. */
export interface NameList {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
  readonly heads: readonly string[];
  readonly tails: readonly string[];
}
