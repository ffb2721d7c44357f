import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneTemplate } from '../support/databases.js';
import { freePort, SpawnedService } from '../support/spawn-service.js';

// The first start builds, where that is to be done.
jest.setTimeout(300_000);

const services: SpawnedService[] = [];

async function start(settings: Record<string, string>): Promise<SpawnedService> {
  const service = await SpawnedService.spawn(settings);
  services.push(service);
  return service;
}

afterAll(async () => {
  for (const service of services) await service.ended('SIGKILL');
});

describe('A start with a wrong configuration', () => {
  it('names every wrong setting, prints no value and ends with 1', async () => {
    const service = await start({ AURUM_ROLE: 'emperor', AURUM_COLOUR: 'purple', AURUM_HOST: '0.0.0.0' });
    expect(await service.ended()).toBe(1);
    expect(service.log).toMatch(/AURUM_ROLE must be one of/);
    expect(service.log).toMatch(/AURUM_COLOUR is not a setting/);
    expect(service.log).toMatch(/AURUM_HOST must be a loopback address/);
    expect(service.log).not.toMatch(/emperor|purple|0\.0\.0\.0/);
  });
});

describe('A service on an embedded PostgreSQL', () => {
  let dataDirectory: string;
  let settings: Record<string, string>;

  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'aurum test '));
    await chmod(dataDirectory, 0o755);
    settings = { AURUM_DATA_DIR: join(dataDirectory, 'data'), PORT: String(await freePort()) };
  });

  afterAll(async () => {
    for (const service of services) await service.ended('SIGKILL');
    // The last start may have been killed: its server would be left.
    await (await (await start(settings)).ready()).ended('SIGTERM');
    await rm(dataDirectory, { recursive: true, force: true });
  });

  const put = async (service: SpawnedService, source: string): Promise<number> => {
    const response = await fetch(`${service.url}/v1/sources/${source}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: source }),
    });
    return response.status;
  };

  const has = async (service: SpawnedService, source: string): Promise<boolean> =>
    (await fetch(`${service.url}/v1/sources/${source}`)).status === 200;

  const serverProcess = async (): Promise<number> =>
    Number((await readFile(join(dataDirectory, 'data/postgres/cluster/postmaster.pid'), 'utf8')).split('\n')[0]);

  it('keeps what it holds, and ends with 0 on SIGTERM', async () => {
    const service = await (await start(settings)).ready();
    expect(await put(service, 'before')).toBeLessThan(300);
    expect(await service.ended('SIGTERM')).toBe(0);
    await expect(serverProcess()).rejects.toThrow('ENOENT');
  });

  it('goes on after a kill -9, with the server that was left, and after one of that too', async () => {
    const first = await (await start(settings)).ready();
    expect(await has(first, 'before')).toBe(true);
    expect(await put(first, 'committed')).toBeLessThan(300);
    const server = await serverProcess();
    await first.ended('SIGKILL');

    const second = await (await start(settings)).ready();
    expect(await serverProcess()).toBe(server);
    expect(await has(second, 'committed')).toBe(true);
    expect(await put(second, 'crashed')).toBeLessThan(300);
    second.process.kill('SIGKILL');
    process.kill(server, 'SIGKILL');
    await second.ended();

    const third = await (await start(settings)).ready();
    expect(await has(third, 'crashed')).toBe(true);
    expect(await third.ended('SIGTERM')).toBe(0);
  });

  const stores = async (service: SpawnedService, source: string): Promise<boolean> => {
    for (let attempt = 0; attempt < 300; attempt++) {
      if ((await put(service, source)) < 300) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  };

  it('starts its server again when that dies', async () => {
    const service = await (await start(settings)).ready();
    process.kill(await serverProcess(), 'SIGKILL');
    expect(await stores(service, 'revived')).toBe(true);
    expect(await service.ended('SIGTERM')).toBe(0);
  });

  it('finds its server where another process was the first to start it again', async () => {
    const api = await (await start({ ...settings, AURUM_ROLE: 'api' })).ready();
    api.process.kill('SIGSTOP');
    process.kill(await serverProcess(), 'SIGKILL');
    const worker = { ...settings, AURUM_ROLE: 'worker', PORT: String(await freePort()) };
    const other = await (await start(worker)).ready();
    api.process.kill('SIGCONT');
    expect(await stores(api, 'found')).toBe(true);
    expect(await other.ended('SIGTERM')).toBe(0);
    expect(await api.ended('SIGTERM')).toBe(0);
  });

  it('leaves nothing half made when it is killed while it makes its store', async () => {
    const data = join(dataDirectory, 'killed');
    const killed = await start({ AURUM_DATA_DIR: data });
    for (let seen = false; !seen;) {
      seen = (await readdir(data).catch(() => [])).some((name) => name.startsWith('postgres'));
      if (!seen) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await killed.ended('SIGKILL');
    const service = await (await start({ AURUM_DATA_DIR: data })).ready();
    expect(await put(service, 'crm')).toBeLessThan(300);
    expect(await service.ended('SIGTERM')).toBe(0);
  });

  it('refuses a data directory that another one uses, and says so', async () => {
    const first = await (await start(settings)).ready();
    const second = await start({ ...settings, PORT: String(await freePort()) });
    expect(await second.ended()).toBe(1);
    expect(second.log).toMatch(/is in use by another Aurum process/);
    expect(await has(first, 'before')).toBe(true);
    expect(await first.ended('SIGTERM')).toBe(0);
  });

  it('is shared by an API process and a worker process', async () => {
    const api = await start({ ...settings, AURUM_ROLE: 'api' });
    const worker = await start({ ...settings, AURUM_ROLE: 'worker', PORT: String(await freePort()) });
    await Promise.all([api.ready(), worker.ready()]);
    const response = await fetch(`${api.url}/v1/customers/records/before/1`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', prefer: 'wait=20' },
      body: JSON.stringify({ data: { givenName: 'Ada', familyName: 'Lovelace' } }),
    });
    expect(await response.json()).toMatchObject({ status: 'resolved' });
    expect(await worker.ended('SIGTERM')).toBe(0);
    expect(await has(api, 'before')).toBe(true);
    expect(await api.ended('SIGTERM')).toBe(0);
    await expect(serverProcess()).rejects.toThrow('ENOENT');
  });
});

describe('A service with a DATABASE_URL', () => {
  it('touches no embedded PostgreSQL', async () => {
    const database = await cloneTemplate();
    const data = join(tmpdir(), `aurum-none-${process.pid}`);
    const service = await start({ DATABASE_URL: database.url, AURUM_DATA_DIR: data });
    await service.ready();
    expect(await service.ended('SIGTERM')).toBe(0);
    await expect(readdir(data)).rejects.toThrow('ENOENT');
    await database.drop();
  });
});
