import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, type Service, startService } from '../demo/service/start-service.js';

/** What of a fleet a fault hits. */
export type Target = 'api' | 'worker' | 'postgres' | 'redis' | 'redis flushed';

/** How a fleet is put up. */
export interface FleetOptions {
  /** Where the embedded PostgreSQL keeps its data. */
  readonly directory: string;
  readonly workers: number;
  /** Whether jobs go through a Redis of the fleet's own; else PostgreSQL carries them. */
  readonly redis: boolean;
}

/** One API process, workers, their PostgreSQL and, where asked for, a Redis: all real, and each can be killed. */
export class Fleet {
  private readonly services = new Map<string, Service>();
  private redis: ChildProcess | undefined;

  private constructor(
    private readonly options: FleetOptions,
    private readonly ports: ReadonlyMap<string, number>,
    private readonly redisPort: number,
  ) {}

  static async start(options: FleetOptions): Promise<Fleet> {
    const names = ['api', ...Array.from({ length: options.workers }, (_, index) => `worker ${index + 1}`)];
    const ports = new Map<string, number>();
    for (const name of names) ports.set(name, await freePort());
    const fleet = new Fleet(options, ports, await freePort());
    if (options.redis) await fleet.startRedis();
    for (const name of names) await fleet.startOne(name);
    return fleet;
  }

  get api(): Service {
    const api = this.services.get('api');
    if (!api) throw new Error('The fleet is not up.');
    return api;
  }

  /** What can be hit. */
  get targets(): readonly Target[] {
    const redis: Target[] = this.options.redis ? ['redis', 'redis flushed'] : [];
    return ['api', ...(this.options.workers > 0 ? (['worker'] as const) : []), 'postgres', ...redis];
  }

  /** Hits a target with -9 and starts again what its own supervisor does not; which worker is hit, `pick` says. */
  async hit(target: Target, pick: number): Promise<void> {
    if (target === 'postgres') return this.killPostgres();
    if (target === 'redis') return this.restartRedis();
    if (target === 'redis flushed') return this.flushRedis();
    const name = target === 'api' ? target : `worker ${1 + (pick % this.options.workers)}`;
    await this.services.get(name)?.kill();
    await this.startOne(name);
  }

  async stop(): Promise<void> {
    for (const service of [...this.services.values()].reverse()) await service.stop();
    this.redis?.kill('SIGKILL');
  }

  private async startOne(name: string): Promise<void> {
    const settings = {
      AURUM_DATA_DIR: this.options.directory,
      DATABASE_URL: '',
      PORT: String(this.ports.get(name)),
      AURUM_ROLE: this.options.workers === 0 ? 'all' : name === 'api' ? 'api' : 'worker',
      REDIS_URL: this.options.redis ? `redis://127.0.0.1:${this.redisPort}` : '',
    };
    this.services.set(name, await startService(settings));
  }

  /** Its supervisor, in a service, starts it again. */
  private async killPostgres(): Promise<void> {
    const killed = await this.serverProcess();
    process.kill(killed, 'SIGKILL');
    // What it leaves answers a last time.
    while ([killed, 0].includes(await this.serverProcess())) await pause(50);
    while ((await fetch(`${this.api.client.url}/health/ready`).catch(() => undefined))?.status !== 200) await pause(50);
  }

  /** The process id of the server, 0 where there is none. */
  private async serverProcess(): Promise<number> {
    const file = join(this.options.directory, 'postgres', 'cluster', 'postmaster.pid');
    return Number((await readFile(file, 'utf8').catch(() => '0')).split('\n')[0]);
  }

  private async startRedis(): Promise<void> {
    const parameters = ['--port', String(this.redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    this.redis = spawn('redis-server', parameters, { stdio: 'ignore' });
    await once(this.redis, 'spawn');
    while (!(await this.tellRedis('PING').catch(() => '')).startsWith('+PONG')) await pause(20);
  }

  private async restartRedis(): Promise<void> {
    this.redis?.kill('SIGKILL');
    if (this.redis) await once(this.redis, 'exit');
    await this.startRedis();
  }

  private async flushRedis(): Promise<void> {
    await this.tellRedis('FLUSHALL');
  }

  private async tellRedis(command: string): Promise<string> {
    const socket = connect(this.redisPort, '127.0.0.1');
    socket.write(`${command}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return answer.toString();
  }
}
