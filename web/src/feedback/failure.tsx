import { Alert, Button, Group, Text } from '@mantine/core';
import { ExclamationTriangleIcon } from '@radix-ui/react-icons';
import { ApiProblem } from '../api/api-problem.js';

/** Says what went wrong, in the words of the service, and offers another try. */
export function Failure({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  const { detail, fields } =
    error instanceof ApiProblem ? error : { detail: 'This is a fault of the console.', fields: [] };
  return (
    <Alert color="red" variant="light" icon={<ExclamationTriangleIcon />} title={error.message} role="alert">
      {detail !== undefined && <Text size="sm">{detail}</Text>}
      {fields.map(({ path, message }) => (
        <Text size="sm" key={path}>
          <code>{path}</code> {message}
        </Text>
      ))}
      {retry && (
        <Group mt="sm">
          <Button size="compact-sm" variant="default" onClick={retry}>
            Try again
          </Button>
        </Group>
      )}
    </Alert>
  );
}
