import { digestApiKey } from './api-keys.js';
import { ConfigurationError, readConfiguration } from './read-configuration.js';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfiguration(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}

describe('readConfiguration', () => {
  it('needs nothing', () => {
    const configuration = readConfiguration({});
    expect(configuration).toMatchObject({ port: 3000, host: '127.0.0.1', role: 'all', maximumRecordBytes: 1_048_576 });
    expect(configuration.databaseUrl).toBeUndefined();
    expect(configuration.apiKeys.size).toBe(0);
  });

  it('reads what is set, and takes an empty variable for one that is not', () => {
    const configuration = readConfiguration({
      PORT: '8080',
      REDIS_URL: '',
      AURUM_ROLE: 'worker',
      AURUM_API_KEYS: 'crm:0123456789abcdef, shop:fedcba9876543210',
      HOME: '/root',
    });
    expect(configuration).toMatchObject({ port: 8080, servesApi: false, runsWorkers: true });
    expect(configuration.redisUrl).toBeUndefined();
    expect([...configuration.apiKeys.keys()]).toEqual(['crm', 'shop']);
    expect(configuration.apiKeys.get('crm')).toEqual(digestApiKey('0123456789abcdef'));
  });

  it.each([
    ['PORT', 'many'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'mysql://somewhere'],
    ['REDIS_URL', 'localhost:6379'],
    ['AURUM_ROLE', 'boss'],
    ['AURUM_HOST', 'some where'],
    ['AURUM_LOG_LEVEL', 'loud'],
    ['AURUM_API_KEYS', 'tooshort'],
    ['AURUM_API_KEYS', 'crm:0123456789abcdef,crm:fedcba9876543210'],
    ['AURUM_MAXIMUM_RECORD_BYTES', '1e6'],
    ['AURUM_WORKER_CONCURRENCY', '0'],
  ])('names %s when it is %s, without its value', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
    expect(problems[0]).not.toContain(value);
  });

  it('names an unknown AURUM_ setting', () => {
    expect(problemsOf({ AURUM_PROT: '1' })[0]).toMatch(/^AURUM_PROT is not a setting/);
  });

  it('tells all that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'x', AURUM_ROLE: 'x', AURUM_X: 'x', AURUM_HOST: '0.0.0.0' });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(['PORT', 'AURUM_ROLE', 'AURUM_X', 'AURUM_HOST']);
  });

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('listens on %s without keys', (host) => {
    expect(readConfiguration({ AURUM_HOST: host }).host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org'])('refuses to listen on %s without keys', (host) => {
    expect(problemsOf({ AURUM_HOST: host })).toHaveLength(1);
    expect(problemsOf({ AURUM_HOST: host, AURUM_API_KEYS: 'crm:0123456789abcdef' })).toEqual([]);
  });
});
