import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModulesContainer } from '@nestjs/core';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

// Where @nestjs/cqrs notes on a handler what it handles.
const commandHandler = '__commandHandler__';
const queryHandler = '__queryHandler__';

const sources = join(import.meta.dirname, '../../src');

/** Names of the classes that the sources declare as messages of a kind. */
function declared(kind: 'Command' | 'Query'): string[] {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [
      ...readFileSync(join(sources, file), 'utf8').matchAll(new RegExp(`class (\\w+) extends ${kind}<`, 'g')),
    ])
    .map(([, name = '']) => name)
    .toSorted();
}

describe('At boot', () => {
  let aurum: RunningAurum;

  beforeAll(async () => {
    aurum = await startAurum();
  });

  afterAll(() => aurum.close());

  /** The message classes that the providers of the running service handle, by name. */
  const handled = (metadata: string): string[] =>
    [...aurum.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.providers.values()])
      .flatMap(({ metatype }) => {
        const message: unknown = metatype ? Reflect.getMetadata(metadata, metatype) : undefined;
        return typeof message === 'function' ? [message.name] : [];
      })
      .toSorted();

  it.each([
    ['command', 'Command', commandHandler],
    ['query', 'Query', queryHandler],
  ] as const)('every %s has exactly one handler', (_, kind, metadata) => {
    expect(declared(kind).length).toBeGreaterThan(3);
    expect(handled(metadata)).toEqual(declared(kind));
  });
});
