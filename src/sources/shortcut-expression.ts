import type { Expression } from 'jsonata';
import { property } from './plain-expression.js';

/** The answer of a shortcut that does not go all the way: it takes JSONata to tell. */
export const toJsonata = Symbol('left to JSONata');

type Scalar = string | boolean | null | undefined;
type Answer = Scalar | readonly Scalar[] | typeof toJsonata;

/** Evaluates an expression over a record. */
export type Shortcut = (record: unknown) => Answer;

/** A part of a parsed expression. */
type Part = Readonly<Record<string, unknown>>;

/**
 * A shortcut for what mappings are made of besides paths: conditions, comparisons for equality, `in`, `&`, lists, and `$trim`,
 * `$substringBefore` and `$substringAfter`, all over texts, `true`, `false` and `null`. Where a record holds anything else in
 * their place, a number, a list, an object, the shortcut leaves it to JSONata, as it would to go through every rule of it. What a
 * shortcut answers is what JSONata does, some ten times as fast.
 *
 * @param expression one that cannot run away
 * @returns `undefined` where the expression has no shortcut
 */
export function compileShortcut(expression: Expression): Shortcut | undefined {
  return compile(expression.ast() as unknown as Part);
}

function compile(part: Part): Shortcut | undefined {
  switch (part.type) {
    case 'string':
    case 'value':
      return constant(part.value);
    case 'path':
      return path((part.steps as readonly Part[]).map(({ value }) => String(value)));
    case 'condition':
      return all([part.condition, part.then, part.else ?? nothing], condition);
    case 'binary':
      return all([part.lhs, part.rhs], operators[String(part.value)]);
    case 'unary':
      return part.value === '[' ? all(part.expressions, list) : undefined;
    case 'function':
      return all(part.arguments, functions[String((part.procedure as Part).value)]);
    default:
      return undefined;
  }
}

/** The part that a condition without one has for its otherwise. */
const nothing: Part = { type: 'value', value: undefined };

/** Made of the shortcuts of its parts, where all of them have one. */
function all(
  parts: unknown,
  make: ((parts: readonly Shortcut[]) => Shortcut | undefined) | undefined,
): Shortcut | undefined {
  const compiled = (parts as readonly Part[]).map(compile);
  const shortcuts = compiled.filter((one) => one !== undefined);
  return shortcuts.length === compiled.length ? make?.(shortcuts) : undefined;
}

function constant(value: unknown): Shortcut {
  return () => scalar(value);
}

function path(names: readonly string[]): Shortcut {
  return (record) => {
    let value = record;
    for (const name of names) {
      if (Array.isArray(value)) return toJsonata;
      value = property(value, name);
    }
    return scalar(value);
  };
}

function condition([when, then, otherwise]: readonly Shortcut[]): Shortcut | undefined {
  if (!when || !then || !otherwise) return undefined;
  return (record) => {
    const holds = when(record);
    if (!isScalar(holds)) return toJsonata;
    return (holds ? then : otherwise)(record);
  };
}

function list(elements: readonly Shortcut[]): Shortcut {
  return (record) => {
    const values: Scalar[] = [];
    for (const element of elements) {
      const value = element(record);
      if (!isScalar(value)) return toJsonata;
      if (value !== undefined) values.push(value);
    }
    return values;
  };
}

/** An operator is asked for two operands. */
function operator(work: (left: Answer, right: Answer) => Answer) {
  return ([left, right]: readonly Shortcut[]): Shortcut | undefined =>
    left && right && ((record) => work(left(record), right(record)));
}

const operators: Readonly<Record<string, ReturnType<typeof operator>>> = {
  '=': operator((left, right) => {
    if (!isScalar(left) || !isScalar(right)) return toJsonata;
    return left !== undefined && left === right;
  }),
  '!=': operator((left, right) => {
    if (!isScalar(left) || !isScalar(right)) return toJsonata;
    return left !== undefined && right !== undefined && left !== right;
  }),
  in: operator((left, right) => {
    if (!isScalar(left) || right === toJsonata) return toJsonata;
    return left !== undefined && (isScalar(right) ? left === right : right.includes(left));
  }),
  '&': operator((left = '', right = '') =>
    typeof left === 'string' && typeof right === 'string' ? left + right : toJsonata,
  ),
};

/** A function of so many texts. */
function textFunction(count: number, work: (text: string, mark: string) => string) {
  return (given: readonly Shortcut[]): Shortcut | undefined => {
    const [text, mark = constant('')] = given;
    if (!text || given.length !== count) return undefined;
    return (record) => {
      const [one, other] = [text(record), mark(record)];
      return typeof one === 'string' && typeof other === 'string' ? work(one, other) : toJsonata;
    };
  };
}

const functions: Readonly<Record<string, ReturnType<typeof textFunction>>> = {
  trim: textFunction(1, (text) => text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '')),
  substringBefore: textFunction(2, (text, mark) => {
    const at = text.indexOf(mark);
    return at < 0 ? text : text.slice(0, at);
  }),
  substringAfter: textFunction(2, (text, mark) => {
    const at = text.indexOf(mark);
    return at < 0 ? text : text.slice(at + mark.length);
  }),
};

function scalar(value: unknown): Scalar | typeof toJsonata {
  const isOne = value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean';
  return isOne ? value : toJsonata;
}

function isScalar(answer: Answer): answer is Scalar {
  return answer !== toJsonata && !Array.isArray(answer);
}
