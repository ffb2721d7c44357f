/**
 * SQL that is true of what is among the elements of an array parameter: `record_id = any(…)` without the planner knowing which
 * they are. It would else reckon with each of them: of a batch of thousands that takes longer than to find them, and of
 * a few it makes a new plan each time, where a connection that keeps plans could have the same again.
 *
 * @param parameter its number
 */
export function anyOf(parameter: number, type: 'bigint' | 'text' | 'uuid'): string {
  return `any((select $${parameter}::${type}[])::${type}[])`;
}
