import { Problem } from './problem.js';

/** Deeper than any record is, and shallow enough for every recursive reader. */
const maximumDepth = 64;

/** Reads JSON that a client sent. @throws Problem 400 when it is malformed or nested too deep. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text))
    throw new Problem(400, 'Malformed JSON', `The JSON is nested deeper than ${maximumDepth} levels.`);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Problem(400, 'Malformed JSON', 'The body is not valid JSON.');
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > maximumDepth) return true;
  }
  return false;
}
