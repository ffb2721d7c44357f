/** Reads a value out of a source's record. */
export type Reader = (data: unknown) => unknown;

const token =
  /\s*(?:(?<name>[\p{L}_][\p{L}\p{N}_]*)|`(?<quoted>[^`]+)`|'(?<single>[^'\\]*)'|"(?<double>[^"\\]*)"|(?<dot>\.)|(?<and>&))\s*/uy;
const reserved = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/**
 * The fast way for the expressions that mappings are mostly made of: a path (`address.street`, `` `first name` ``), a text in
 * quotes, and several of these joined by `&`. They mean exactly what they mean in JSONata.
 *
 * @returns `undefined` where the expression is anything else
 */
export function compilePlainExpression(expression: string): Reader | undefined {
  const terms: Reader[] = [];
  let rest = tokenize(expression);
  while (rest) {
    const end = rest.findIndex(({ kind }) => kind === 'and');
    const term = compileTerm(end < 0 ? rest : rest.slice(0, end));
    if (!term) return undefined;
    terms.push(term);
    if (end < 0) break;
    rest = rest.slice(end + 1);
  }
  const [only] = terms;
  if (terms.length <= 1) return only;
  return (data) => terms.map((term) => asText(term(data))).join('');
}

interface Token {
  readonly kind: 'name' | 'text' | 'dot' | 'and';
  readonly text: string;
}

function tokenize(expression: string): Token[] | undefined {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.length) {
    const found = token.exec(expression)?.groups;
    if (!found) return undefined;
    const { name, quoted, single, double, dot } = found;
    if (name !== undefined && reserved.has(name)) return undefined;
    const text = single ?? double;
    if (text !== undefined) tokens.push({ kind: 'text', text });
    else if (dot !== undefined) tokens.push({ kind: 'dot', text: dot });
    else if (name !== undefined || quoted !== undefined) tokens.push({ kind: 'name', text: name ?? quoted ?? '' });
    else tokens.push({ kind: 'and', text: '&' });
  }
  return tokens;
}

function compileTerm(tokens: readonly Token[]): Reader | undefined {
  const [first] = tokens;
  if (!first || tokens.length % 2 === 0) return undefined;
  if (first.kind === 'text') return tokens.length === 1 ? () => first.text : undefined;
  if (tokens.some(({ kind }, index) => kind !== (index % 2 === 0 ? 'name' : 'dot'))) return undefined;
  const names = tokens.filter(({ kind }) => kind === 'name').map(({ text }) => text);
  return (data) => readPath(data, names);
}

function readPath(data: unknown, names: readonly string[]): unknown {
  let value = data;
  for (const name of names) {
    if (Array.isArray(value)) return readPathThroughLists(data, names);
    value = property(value, name);
    if (value === undefined) return undefined;
  }
  return value;
}

/** JSONata's rule: a step over a list is taken for each of its elements, and what comes of it is one flat list. */
function readPathThroughLists(data: unknown, names: readonly string[]): unknown {
  let items: readonly unknown[] = Array.isArray(data) ? data : [data];
  for (const [index, name] of names.entries()) {
    const found = items.map((item) => lookUp(item, name)).filter((value) => value !== undefined);
    const [only] = found;
    if (index === names.length - 1 && found.length === 1 && Array.isArray(only)) return only;
    items = found.flat();
  }
  return items.length > 1 ? items : items[0];
}

function lookUp(value: unknown, name: string): unknown {
  if (!Array.isArray(value)) return property(value, name);
  const found = flatLookUp(value, name);
  return found.length > 1 ? found : found[0];
}

function flatLookUp(list: readonly unknown[], name: string): unknown[] {
  return list.flatMap((item) => {
    if (Array.isArray(item)) return flatLookUp(item, name);
    const value = property(item, name);
    return value === undefined ? [] : value;
  });
}

/** What an object itself holds by a name. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** JSONata's `$string`, as `&` applies it. */
function asText(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'number' ? Number(part.toPrecision(15)) : part,
  );
}
