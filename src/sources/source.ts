/** JSONata text by canonical attribute path (`givenName`, `address.streetAddress`). */
export type AttributeMappings = Readonly<Record<string, string>>;

/** What a source says of how its records are read and how far they are trusted. */
export interface SourceDefinition {
  readonly name: string;
  /** How far its values are believed, in [0, 1]. */
  readonly trust: number;
  /** One real thing has at most one record in this source. */
  readonly duplicateFree: boolean;
  /** ISO 3166-1 alpha-2 region by which telephone numbers and ambiguous dates are read. */
  readonly defaultRegion: string | null;
  /** By collection. Records of a collection without a mapping are canonical already. */
  readonly mappings: Readonly<Record<string, AttributeMappings>>;
}

/** A registered source system. */
export interface Source extends SourceDefinition {
  readonly source: string;
  /** Grows with every change that records held depend on. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
