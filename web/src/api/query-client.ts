import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { notifications } from '@mantine/notifications';
import { ApiProblem } from './api-problem.js';

/** What the console has read. A refusal is final; where the service does not answer it is asked again. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache({ onError: tell }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => isTemporary(error) && failures < 2,
      retryDelay: 500,
    },
  },
});

function isTemporary(error: Error): boolean {
  return error instanceof ApiProblem && (error.status === 0 || error.status === 503);
}

/** Tells of a change that the service refused. */
function tell(error: Error): void {
  const fields = error instanceof ApiProblem ? error.fields.map(({ path, message }) => `${path} ${message}`) : [];
  const detail = error instanceof ApiProblem ? error.detail : undefined;
  notifications.show({ color: 'red', title: error.message, message: [detail, ...fields].filter(Boolean).join(' ') });
}
