import { QueryFailedError } from 'typeorm';
import { postgresErrorCode } from '../database/postgres-error-code.js';

/** The name comment of a statement, which opens what is written and ends what `Database` sends. Values are never part of it. */
const nameComment = /\/\* ([\w.-]+) \*\//;

export interface DescribedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  /** The name comment of the statement that failed, the table, the constraint. */
  readonly statement?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly frames?: readonly string[];
  readonly cause?: DescribedError;
}

/**
 * What is logged of an error. Messages of the database and of parsers quote the values that they failed on, which may be
 * personal data, and so does the first part of a stack: those are left out.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error };
  const quotesValues = error instanceof SyntaxError || error instanceof QueryFailedError || hasSqlState(error);
  const code = postgresErrorCode(error);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    ...(quotesValues ? whereInDatabase(error) : { message: error.message }),
    ...(frames.length > 0 && { frames: frames.map((line) => line.trim()) }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

function hasSqlState(error: Error): boolean {
  return /^[0-9A-Z]{5}$/.test(postgresErrorCode(error) ?? '') && 'severity' in error;
}

function whereInDatabase(error: Error): Pick<DescribedError, 'statement' | 'table' | 'constraint'> {
  const { query, table, constraint } = error as { query?: unknown; table?: unknown; constraint?: unknown };
  const [, statement] = typeof query === 'string' ? (nameComment.exec(query) ?? []) : [];
  return {
    ...(statement !== undefined && { statement }),
    ...(typeof table === 'string' && { table }),
    ...(typeof constraint === 'string' && { constraint }),
  };
}
