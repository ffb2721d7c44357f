/** What the service tells the console with its page. */
export interface Settings {
  readonly version: string;
  /** Whether requests to the API need a key. */
  readonly needsApiKey: boolean;
  readonly collections: readonly Collection[];
}

/** A domain: `customers`, what one of them is called, and its attributes in the order in which they are shown. */
export interface Collection {
  readonly collection: string;
  readonly entity: string;
  readonly attributes: readonly AttributeOfCollection[];
}

export interface AttributeOfCollection {
  readonly name: string;
  readonly kind: string;
  readonly many: boolean;
}

const content = document.querySelector<HTMLMetaElement>('meta[name="aurum-settings"]')?.content ?? '';

export const settings = JSON.parse(content) as Settings;
