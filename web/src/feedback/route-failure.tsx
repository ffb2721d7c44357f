import type { ErrorComponentProps } from '@tanstack/react-router';
import { Failure } from './failure.js';

export function RouteFailure({ error, reset }: ErrorComponentProps) {
  return <Failure error={error instanceof Error ? error : new Error('This cannot be shown.')} retry={reset} />;
}
