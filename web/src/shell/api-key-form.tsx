import { Button, Paper, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { setApiKey } from '../api/api-key.js';
import { queryClient } from '../api/query-client.js';

/** Asks for the API key that every request is made with, and tries it. */
export function ApiKeyForm() {
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const enter = async (): Promise<void> => {
    setBusy(true);
    const status = await tryKey(key.trim());
    setBusy(false);
    if (status !== 200) {
      setProblem(status === 401 ? 'The service does not know this key.' : 'The service does not answer.');
      return;
    }
    queryClient.clear();
    setApiKey(key.trim());
  };

  return (
    <Paper withBorder shadow="sm" p="xl" maw={440} mx="auto" mt={80}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <Stack>
          <Title order={1} size="h3">
            Your API key
          </Title>
          <Text c="dimmed" size="sm">
            This service is for those who have a key. It is kept until you close this tab, and sent to this service
            only.
          </Text>
          <PasswordInput
            label="API key"
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            error={problem}
            autoComplete="off"
            required
            data-autofocus
          />
          <Button type="submit" loading={busy} disabled={key.trim() === ''}>
            Enter
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

/** @returns the status that the service answers with; 0 where it does not */
async function tryKey(key: string): Promise<number> {
  // A key with other characters cannot be sent in a header, and so is none.
  if (!/^[\x21-\x7e]+$/.test(key)) return 401;
  const headers = { authorization: `Bearer ${key}` };
  return fetch('/v1/sources?limit=1', { headers }).then(
    ({ status }) => status,
    () => 0,
  );
}
