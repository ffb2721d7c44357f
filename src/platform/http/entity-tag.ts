/** The strong entity tag of a version: `"7"`. */
export function entityTag(version: number | string): string {
  return `"${version}"`;
}

/**
 * Whether a request with this `If-None-Match` already has what the tag names: `*`, or a list of tags, compared weakly.
 *
 * Source: RFC 9110, section 13.1.2.
 */
export function hasEntityTag(ifNoneMatch: string | undefined, tag: string): boolean {
  return ifNoneMatch !== undefined && names(ifNoneMatch, tag);
}

/**
 * Whether a request with this `If-Match` may change what the tag names: without one, with `*`, or with a list of tags,
 * compared strongly.
 *
 * Source: RFC 9110, section 13.1.1.
 */
export function permitsEntityTag(ifMatch: string | undefined, tag: string): boolean {
  return ifMatch === undefined || names(ifMatch.replace(/W\/"[^"]*"/g, ''), tag);
}

function names(list: string, tag: string): boolean {
  if (list.trim() === '*') return true;
  const tags: readonly string[] = list.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
  return tags.includes(tag);
}
