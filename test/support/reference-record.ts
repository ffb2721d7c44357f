/** A record as the reference holds it. Its id is its place in the order of first arrival. */
export interface ReferenceRecord {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  /** Undefined while it is withdrawn. */
  data: Readonly<Record<string, unknown>> | undefined;
  observedAt: string;
}

/** A record in a word: `ledger/1`. */
export const nameOf = ({ source, sourceId }: { readonly source: string; readonly sourceId: string }) =>
  `${source}/${sourceId}`;

/** The order in which a golden record lists its records. */
export const byName = (x: ReferenceRecord, y: ReferenceRecord) => (nameOf(x) < nameOf(y) ? -1 : 1);
