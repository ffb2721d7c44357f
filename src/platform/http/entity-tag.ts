/** The strong entity tag of a version: `"7"`. */
export function entityTag(version: number): string {
  return `"${version}"`;
}

/**
 * Whether a request with this `If-None-Match` already has what the tag names: `*`, or a list of tags, compared weakly.
 *
 * Source: RFC 9110, section 13.1.2.
 */
export function hasEntityTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: readonly string[] = ifNoneMatch.match(/"[\x21\x23-\x7e\x80-\xff]*"/g) ?? [];
  return tags.includes(tag);
}
