import { randomBytes } from 'node:crypto';
import {
  appendFile,
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { constrainedMemory, kill } from 'node:process';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import {
  EmbeddedPostgresPrograms,
  ignoreExisting,
  isReachable,
  systemDirectory,
} from './embedded-postgres-programs.js';

export const superuser = 'aurum';

/** How a whole cluster is made durable: where there is one call for that, not by one for each of its files. */
const syncMethod = process.platform === 'linux' ? 'syncfs' : 'fsync';

/**
 * The files of one embedded PostgreSQL: `cluster` (PostgreSQL's own), `password`, `aurum.conf`, `server.log`. They lie in
 * `postgres` in the data directory; or, where PostgreSQL's user could not reach that, in the system directory, and
 * `postgres` is a link to them.
 */
export class EmbeddedPostgresCluster {
  private constructor(
    private readonly home: string,
    readonly programs: EmbeddedPostgresPrograms,
    readonly password: string,
    private readonly durable: boolean,
  ) {}

  /** Opens the cluster of a data directory, making it when there is none. A kill at any moment leaves none, or a whole one. */
  static async open(dataDirectory: string, durable: boolean): Promise<EmbeddedPostgresCluster> {
    await mkdir(dataDirectory, { recursive: true });
    const name = join(dataDirectory, 'postgres');
    if (!(await exists(name))) await create(dataDirectory, name, durable);
    const home = await realpath(name);
    const owner = await stat(join(home, 'cluster'));
    if (![0, owner.uid].includes(process.getuid?.() ?? owner.uid)) {
      throw new Error(`${home} belongs to another user (${owner.uid}): start as that user, or set AURUM_DATA_DIR.`);
    }
    const programs = await EmbeddedPostgresPrograms.find({ uid: owner.uid, gid: owner.gid });
    return new EmbeddedPostgresCluster(home, programs, await readFile(join(home, 'password'), 'utf8'), durable);
  }

  get directory(): string {
    return join(this.home, 'cluster');
  }

  get log(): string {
    return join(this.home, 'server.log');
  }

  private get settings(): string {
    return join(this.home, 'aurum.conf');
  }

  /** The port that the server was last started on; none before the first start. */
  async configuredPort(): Promise<number | undefined> {
    const [, port] = /^port = '(\d+)'$/m.exec(await readFile(this.settings, 'utf8')) ?? [];
    return port === undefined ? undefined : Number(port);
  }

  /** Writes the settings that the server will start with. */
  async configure(port: number): Promise<void> {
    const settings = { ...tuning(), ...(!this.durable && { fsync: 'off' }), port: String(port) };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
    // Whole at any moment: another process may be starting the server, which takes a port of its own where it finds none.
    const written = `${this.settings}.${process.pid}`;
    await writeFile(written, `# Written at every start.\n${lines.join('\n')}\n`);
    await rename(written, this.settings);
  }
}

async function create(dataDirectory: string, name: string, durable: boolean): Promise<void> {
  const programs = await EmbeddedPostgresPrograms.find();
  const hidden = programs.user !== undefined && !(await isReachable(dataDirectory));
  const parent = hidden ? systemDirectory : dataDirectory;
  await mkdir(parent, { recursive: true });
  if (hidden) await chmod(parent, 0o755);
  await removeUnfinished(parent);
  const unfinished = join(parent, `postgres.new-${process.pid}`);
  await initialize(unfinished, programs, durable);
  const home = hidden ? join(systemDirectory, randomBytes(6).toString('hex')) : name;
  try {
    await rename(unfinished, home);
    if (hidden) await symlink(home, name);
  } catch (error) {
    ignoreExisting(error);
    await rm(hidden ? home : unfinished, { recursive: true, force: true });
  }
}

async function initialize(home: string, programs: EmbeddedPostgresPrograms, durable: boolean): Promise<void> {
  const [cluster, password] = [join(home, 'cluster'), join(home, 'password')];
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { mode: 0o755 });
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await writeFile(join(home, 'aurum.conf'), '');
  if (programs.user) {
    for (const path of [home, password, join(home, 'aurum.conf')])
      await chown(path, programs.user.uid, programs.user.gid);
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const login = [`--username=${superuser}`, '--auth=scram-sha-256', `--pwfile=${password}`];
  const sync = durable ? `--sync-method=${syncMethod}` : '--no-sync';
  await programs.run('initdb', [`--pgdata=${cluster}`, ...login, ...locale, sync, '--no-instructions']);
  await appendFile(join(cluster, 'postgresql.conf'), "\ninclude_if_exists = '../aurum.conf'\n");
}

/** Removes what a process that was killed while it made a cluster has left. */
async function removeUnfinished(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, maker] = /^postgres\.new-(\d+)$/.exec(name) ?? [];
    if (maker !== undefined && !runs(Number(maker))) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function runs(processId: number): boolean {
  try {
    return kill(processId, 0);
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Settings for a server that shares one machine with Aurum. Durability is PostgreSQL's default: complete. */
function tuning(): Record<string, string> {
  const megabytes = Math.floor(Math.min(totalmem(), constrainedMemory() || Infinity) / 2 ** 20);
  const share = (part: number, lowest: number, highest: number): string =>
    `${Math.round(Math.min(Math.max(megabytes * part, lowest), highest))}MB`;
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: share(0.25, 64, 448),
    effective_cache_size: share(0.6, 128, 65_536),
    maintenance_work_mem: share(0.03, 32, 512),
    work_mem: '16MB',
    random_page_cost: '1.1',
    // Plans stay predictable, and dynamic shared memory (scarce in containers) unused.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    autovacuum_naptime: '15s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_preload_libraries: 'pg_stat_statements',
    // The log holds no values of records.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    recovery_init_sync_method: syncMethod,
  };
}
