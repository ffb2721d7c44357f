import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** An Aurum in a process of its own, started as an operator starts it. */
export class SpawnedService {
  private output = '';

  private constructor(
    readonly url: string,
    readonly process: ChildProcess,
  ) {
    const keep = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    process.stdout?.on('data', keep);
    process.stderr?.on('data', keep);
  }

  static async spawn(settings: Readonly<Record<string, string>>): Promise<SpawnedService> {
    const port = settings.PORT ?? String(await freePort());
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(AURUM_|PORT$|DATABASE_URL$|REDIS_URL$|npm_)/.test(name),
    );
    const env = { ...Object.fromEntries(inherited), ...settings, PORT: port };
    const child = spawn(process.execPath, [join(root, 'scripts/aurum.mjs'), 'start'], { env, cwd: root });
    return new SpawnedService(`http://127.0.0.1:${port}`, child);
  }

  /** Everything that it wrote, to read when something goes wrong. */
  get log(): string {
    return this.output;
  }

  /** Waits until it serves. @throws when it ends instead */
  async ready(): Promise<this> {
    for (;;) {
      if (this.process.exitCode !== null) throw new Error(`The service has ended:\n${this.output}`);
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.status === 200) return this;
      await sleep(50);
    }
  }

  /** Sends a signal, if any, and waits for the end. @returns the exit code, or the signal that ended it */
  async ended(signal?: NodeJS.Signals): Promise<number | string> {
    if (signal !== undefined) this.process.kill(signal);
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode ?? this.process.signalCode ?? '';
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
