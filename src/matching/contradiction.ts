/**
 * Whether two sets of statements `key:value` contradict each other: some key stands in both, and no value of it does.
 * A statement without a colon is its own key, and contradicts nothing.
 */
export function contradict(a: readonly string[], b: readonly string[]): boolean {
  for (const statement of a) {
    const key = keyLength(statement);
    if (key > 0 && isNamed(b, statement, key) && !isAgreed(a, b, statement, key)) return true;
  }
  return false;
}

/** The length of the key with its colon; 0 where there is none. */
function keyLength(statement: string): number {
  return statement.indexOf(':') + 1;
}

function isNamed(statements: readonly string[], example: string, key: number): boolean {
  for (const statement of statements) if (hasKeyOf(statement, example, key)) return true;
  return false;
}

function isAgreed(a: readonly string[], b: readonly string[], example: string, key: number): boolean {
  for (const statement of a) if (hasKeyOf(statement, example, key) && b.includes(statement)) return true;
  return false;
}

function hasKeyOf(statement: string, example: string, key: number): boolean {
  return keyLength(statement) === key && statement.slice(0, key) === example.slice(0, key);
}
