import jsonata, { type Expression } from 'jsonata';
import type { Evaluation } from './expression-process.js';

/** Records of more characters of JSON than this are left to the sandbox. */
export const boundedRecordLength = 65_536;

/** Of so many parts an expression may consist: a copy of the record for each is what it may come to. */
const mostParts = 40;

const operators = new Set(['&', '=', '!=', '<', '<=', '>', '>=', 'in', 'and', 'or', '+', '-', '*', '/', '%']);
const functions = new Set([
  'boolean',
  'contains',
  'exists',
  'join',
  'length',
  'lowercase',
  'not',
  'number',
  'string',
  'substring',
  'substringAfter',
  'substringBefore',
  'trim',
  'uppercase',
]);
/** Names by which an object answers that does not hold them. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A part of a parsed expression. */
type Part = Readonly<Record<string, unknown>>;

/** By kind of part, what it may hold, and which of that are parts again; `undefined` where it may run away. */
const kinds: Readonly<
  Record<string, { readonly holds: readonly string[]; readonly within: (part: Part) => readonly unknown[] | undefined }>
> = {
  string: { holds: ['value'], within: () => [] },
  number: { holds: ['value'], within: () => [] },
  value: { holds: ['value'], within: () => [] },
  name: { holds: ['value'], within: ({ value }) => (inherited.has(String(value)) ? undefined : []) },
  path: {
    holds: ['steps'],
    within: ({ steps }) =>
      isList(steps) && steps.every((step) => isPart(step) && step.type === 'name') ? steps : undefined,
  },
  binary: {
    holds: ['value', 'lhs', 'rhs'],
    within: ({ value, lhs, rhs }) => (operators.has(String(value)) ? [lhs, rhs] : undefined),
  },
  condition: {
    holds: ['condition', 'then', 'else'],
    within: ({ condition, then, else: otherwise }) => [
      condition,
      then,
      ...(otherwise === undefined ? [] : [otherwise]),
    ],
  },
  unary: {
    holds: ['value', 'expression', 'expressions'],
    within: ({ value, expression, expressions }) => {
      if (value === '-') return [expression];
      return value === '[' && isList(expressions) ? expressions : undefined;
    },
  },
  function: {
    holds: ['value', 'arguments', 'procedure'],
    within: ({ procedure, arguments: given }) =>
      isPart(procedure) && procedure.type === 'variable' && functions.has(String(procedure.value)) && isList(given)
        ? given
        : undefined,
  },
};

/**
 * Compiles an expression that cannot run away: it is made of paths, constants, lists, conditions, operators and functions of texts,
 * each of which takes time and memory in proportion to the record. What it comes to is JSONata's own doing; only which
 * expressions may do without the sandbox is decided here.
 *
 * @returns `undefined` where the expression is anything else
 */
export function compileBoundedExpression(expression: string): Expression | undefined {
  try {
    const compiled = jsonata(expression);
    return countParts(compiled.ast()) <= mostParts ? compiled : undefined;
  } catch {
    // What cannot be parsed, or only with a deeper stack, fails where all others do.
    return undefined;
  }
}

/** Evaluates such an expression over a record of at most `boundedRecordLength`, as the sandbox would. */
export async function evaluateBounded(expression: Expression, record: unknown): Promise<Evaluation> {
  try {
    const value = JSON.stringify(await expression.evaluate(record)) as string | undefined;
    return value === undefined ? {} : { value };
  } catch (error) {
    const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
    return { error: `fails: ${typeof message === 'string' ? message : 'no reason is given'}` };
  }
}

/** How many parts an expression consists of; infinitely many where one of them may run away. */
function countParts(part: unknown): number {
  if (!isPart(part) || !Object.hasOwn(kinds, String(part.type))) return Infinity;
  const kind = kinds[String(part.type)];
  const held = Object.keys(part).filter((key) => part[key] !== undefined && key !== 'type' && key !== 'position');
  const within = held.every((key) => kind?.holds.includes(key)) ? kind?.within(part) : undefined;
  return within?.reduce<number>((total, inner) => total + countParts(inner), 1) ?? Infinity;
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
