import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AurumClient } from './aurum-client.js';

const entry = fileURLToPath(new URL('./serve.js', import.meta.url));
const keptLines = 30;
/**
 * As `npm start` does it: Node would else let the heap grow for as long as there is memory, or, told not to, collect the old
 * generation each time that it has grown by a little, and would take what one batch needs for something that lasts. What a load has taught it about which objects last would, when records are read
 * one by one, fill the old generation with what is gone at once; and to collect that on four threads leaves none to serve.
 */
const heapOptions = [
  '--max-old-space-size=320',
  '--max-semi-space-size=64',
  '--heap-growing-percent=150',
  '--no-allocation-site-pretenuring',
  '--v8-pool-size=1',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** A service in a process of its own. */
export interface Service {
  readonly client: AurumClient;
  readonly processId: number;
  /** Rejects when the service ends without having been asked to. */
  readonly failed: Promise<never>;
  /** Ends it as an operator would: SIGTERM, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts the service with these settings over the environment's own and waits until it is ready.
 * @param nodeOptions options for Node itself, such as those of its profiler
 * @throws Error with the last lines of its output, when it ends before that
 */
export async function startService(
  settings: Readonly<Record<string, string>>,
  nodeOptions: readonly string[] = [],
): Promise<Service> {
  const environment: Environment = { AURUM_LOG_LEVEL: 'warn', ...process.env, ...settings };
  const url = urlOf(environment);
  if (await answers(url)) throw new Error(`Something already listens on ${url}. Choose another port with --port.`);
  const child = spawn(process.execPath, [...heapOptions, ...nodeOptions, entry], {
    env: environment,
    // A group of its own: Ctrl-C reaches the starter alone, which then ends the service in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = keepLastLines(child);
  let stopping = false;
  const failed = once(child, 'exit').then(async ([code, signal]: unknown[]): Promise<never> => {
    if (stopping) return new Promise(() => undefined);
    // Its last words may come after its end.
    await Promise.race([once(child, 'close'), pause(1_000)]);
    throw new Error(`The service ended with ${String(code ?? signal)}.\n${output().join('\n')}`.trimEnd());
  });
  failed.catch(() => undefined);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    stopping = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  };
  if (!(await isReady(url, child))) await failed;
  const client = new AurumClient(url, firstKey(environment.AURUM_API_KEYS));
  return { client, processId: child.pid ?? 0, failed, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}

/** Waits until the service is ready; false when it has ended before. */
async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if ((await statusOf(`${url}/health/ready`)) === 200) return true;
    await pause(50);
  }
  return false;
}

async function answers(url: string): Promise<boolean> {
  return (await statusOf(url)) !== undefined;
}

async function statusOf(url: string): Promise<number | undefined> {
  return fetch(url, { redirect: 'manual' }).then(
    ({ status }) => status,
    () => undefined,
  );
}

function urlOf(environment: Environment): string {
  const host = environment.AURUM_HOST ?? '127.0.0.1';
  return `http://${host.includes(':') ? `[${host}]` : host}:${environment.PORT ?? '3000'}`;
}

function keepLastLines(child: ChildProcess): () => readonly string[] {
  let lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      lines = [...lines, ...text.split('\n').filter((line) => line !== '')].slice(-keptLines);
    });
  }
  return () => lines;
}

/** The first key of `name:key,name:key`. */
function firstKey(keys: string | undefined): string | undefined {
  return keys?.split(',')[0]?.trim().split(':').slice(1).join(':');
}
