// Occurs in no JSON text, where control characters are escaped, and in no id of a record.
const separator = '\u001e';

/**
 * Texts in one, to go to the database as one parameter. An array would have every quote in it escaped on the way out and
 * taken back on the way in, which with JSON is most of the work of sending it.
 *
 * @param texts none of them empty
 */
export function pack(texts: readonly (string | null)[]): string {
  return texts.map((text) => text ?? '').join(separator);
}

/** SQL that makes an array of texts of a packed parameter. Nulls at the end are left to `unnest`, which fills up. */
export function unpack(parameter: number): string {
  return `string_to_array($${parameter}::text, e'\\x1e', '')`;
}
