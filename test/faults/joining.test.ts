import { AurumClient } from '../../demo/service/aurum-client.js';
import { Application } from '../../src/application.js';
import { domains } from '../../src/domains.js';
import { Configuration } from '../../src/platform/config/configuration.js';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

const name = { givenName: 'Adaeze', familyName: 'Okonkwo' };
const [email, telephone] = ['adaeze.okonkwo@example.org', '+442079460958'];

/** The first and the last have only the one between them in common with each other. */
const records = {
  first: { ...name, email },
  stranger: { givenName: 'Björn', familyName: 'Lindqvist', email: 'bjorn@example.net' },
  between: { ...name, email, telephone },
  last: { familyName: name.familyName, telephone },
};

describe('Records that wait behind a full batch', () => {
  let aurum: RunningAurum;
  let worker: Application | undefined;

  beforeAll(async () => {
    aurum = await startAurum({ configuration: { role: 'api' } });
  });

  afterAll(async () => {
    await worker?.stop();
    await aurum.close();
  });

  it('are resolved with what they are linked with, in one version of their golden record', async () => {
    const client = new AurumClient(aurum.url);
    await client.put('/v1/sources/crm', { name: 'CRM', trust: 0.5, duplicateFree: false, mappings: {} });
    for (const [sourceId, data] of Object.entries(records))
      await client.put(`/v1/customers/records/crm/${sourceId}`, { data });

    worker = await Application.start({
      configuration: Object.assign(new Configuration(), {
        port: 0,
        logLevel: 'silent',
        role: 'worker',
        workerConcurrency: 1,
        resolutionBatchSize: 2,
      }),
      domains,
      databaseUrl: aurum.databaseUrl,
    });
    const golden = async () => {
      const found = await client.get('/v1/customers?source=crm&sourceId=last');
      return (found as { items: { version: number; records: { sourceId: string }[] }[] }).items[0];
    };
    while (!(await golden())) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await golden())?.records.map(({ sourceId }) => sourceId)).toEqual(['between', 'first', 'last']);
    expect((await golden())?.version).toBe(1);
  });
});
