/** Each connection keeps so many plans at most. */
const mostPlans = 200;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps the plan of a statement, so that it is not parsed and planned again: of a batch of
 * one record, that costs more than to run it.
 *
 * @returns `undefined` where there are too many statements to keep the plan of one more
 */
export function planName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostPlans) return known;
  const name = `plan ${names.size}`;
  names.set(sql, name);
  return name;
}
