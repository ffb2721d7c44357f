import { types } from 'pg';

// The driver's list of types has no arrays.
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
const bigintArray = 1016 as typeof types.builtins.INT8;

/**
 * Reads bigint columns as numbers. Every bigint that is stored is an identity or a 53-bit hash, and so a safe integer.
 * The driver's parsers are the process's.
 */
export function readBigintsAsNumbers(): void {
  types.setTypeParser(types.builtins.INT8, Number);
  // An array of numbers reads as JSON but for its brackets.
  types.setTypeParser(bigintArray, (text) => JSON.parse(`[${text.slice(1, -1)}]`) as number[]);
}
