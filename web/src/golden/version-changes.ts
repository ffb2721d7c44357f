import { textsOf, type AttributeValue } from '../record/attribute-text.js';

interface Version {
  readonly attributes: Readonly<Record<string, AttributeValue | undefined>>;
  readonly records: readonly { readonly source: string; readonly sourceId: string }[];
}

/** What one version changed in an attribute: the texts that went and the texts that came. */
export interface AttributeChange {
  readonly attribute: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

export interface VersionChanges {
  readonly attributes: readonly AttributeChange[];
  /** Records that joined and that left, as `source/id`. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/**
 * What a version changed against the one before it; against nothing for the first one. Attributes come in the order given.
 */
export function versionChanges(before: Version | undefined, after: Version, order: readonly string[]): VersionChanges {
  const attributes = order.flatMap((attribute) => {
    const [old, current] = [textsOf(before?.attributes[attribute]), textsOf(after.attributes[attribute])];
    const change = { attribute, removed: without(old, current), added: without(current, old) };
    return change.removed.length + change.added.length > 0 ? [change] : [];
  });
  const [held, holds] = [(before?.records ?? []).map(nameOfRecord), after.records.map(nameOfRecord)];
  return { attributes, joined: without(holds, held), left: without(held, holds) };
}

function nameOfRecord({ source, sourceId }: Version['records'][number]): string {
  return `${source}/${sourceId}`;
}

function without(texts: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return texts.filter((text) => !known.has(text));
}
