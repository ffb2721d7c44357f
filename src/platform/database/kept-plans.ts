/** A plan for so few elements would not do for many more of them: statements with longer arrays are planned each time. */
const longestArray = 16;
/** Each connection keeps so many plans at most. */
const mostPlans = 200;

const names = new Map<string, string>();

/**
 * The name under which a connection keeps the plan of a statement, so that it is not parsed and planned again: of a batch of
 * one record, that costs more than to run it.
 *
 * @returns `undefined` for a statement that is to be planned for the parameters at hand
 */
export function planName(sql: string, parameters: readonly unknown[]): string | undefined {
  if (parameters.some((parameter) => Array.isArray(parameter) && parameter.length > longestArray)) return undefined;
  const known = names.get(sql);
  if (known !== undefined || names.size >= mostPlans) return known;
  const name = `plan ${names.size}`;
  names.set(sql, name);
  return name;
}
