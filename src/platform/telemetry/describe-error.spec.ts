import { QueryFailedError } from 'typeorm';
import { describeError } from './describe-error.js';

describe('describeError', () => {
  it('keeps the message and the frames of an error of ours', () => {
    expect(describeError(new TypeError('x is not a function'))).toMatchObject({
      name: 'TypeError',
      message: 'x is not a function',
      frames: expect.arrayContaining([expect.stringContaining('describe-error.spec')]) as string[],
    });
  });

  it('tells where a statement failed, and nothing of the values that it failed on', () => {
    const driver = Object.assign(new Error('invalid input syntax: "Lovelace"'), {
      code: '22P02',
      severity: 'ERROR',
      detail: 'Key (email)=(lovelace@example.org)',
      table: 'record',
    });
    const described = describeError(
      new QueryFailedError('/* ingestion.upsert */ insert ...', ['lovelace@example.org'], driver),
    );
    expect(described).toMatchObject({ name: 'QueryFailedError', code: '22P02', statement: 'ingestion.upsert' });
    expect(JSON.stringify(described)).not.toMatch(/lovelace/i);
    expect(JSON.stringify(describeError(driver))).not.toMatch(/lovelace/i);
  });

  it.each([
    '/* golden.find */ select 1 / 0',
    'select 1 / 0 /* golden.find */',
    'declare stream no scroll cursor for /* golden.find */ select 1 / 0',
  ])('names the statement of %s', (query) => {
    expect(describeError(new QueryFailedError(query, [], new Error()))).toMatchObject({ statement: 'golden.find' });
  });

  it('leaves out what a parser quotes', () => {
    let caught: unknown;
    try {
      JSON.parse('{"name": Lovelace}');
    } catch (error) {
      caught = error;
    }
    expect(JSON.stringify(describeError(new Error('Unreadable.', { cause: caught })))).not.toMatch(/lovelace/i);
  });

  it('says of anything else only what it is', () => {
    expect(describeError('Lovelace')).toEqual({ name: 'string' });
  });
});
