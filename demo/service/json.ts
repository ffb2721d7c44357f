/** The value at a path into parsed JSON, or undefined where the path leads nowhere. */
export function valueAt(json: unknown, ...path: readonly string[]): unknown {
  let value = json;
  for (const name of path) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

/** @throws Error naming the path, when no text stands there. */
export function textAt(json: unknown, ...path: readonly string[]): string {
  const value = valueAt(json, ...path);
  if (typeof value === 'string') return value;
  throw new Error(`Expected a text at '${path.join('.')}'.`);
}

/** @throws Error naming the path, when no number stands there. */
export function numberAt(json: unknown, ...path: readonly string[]): number {
  const value = valueAt(json, ...path);
  if (typeof value === 'number') return value;
  throw new Error(`Expected a number at '${path.join('.')}'.`);
}

/** @throws Error naming the path, when no list stands there. */
export function listAt(json: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = valueAt(json, ...path);
  if (Array.isArray(value)) return value;
  throw new Error(`Expected a list at '${path.join('.')}'.`);
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
