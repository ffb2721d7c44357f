import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModulesContainer } from '@nestjs/core';
import { startAurum, type RunningAurum } from '../support/start-aurum.js';

// Where @nestjs/cqrs and @nestjs/bullmq note on a handler what it handles.
const commandHandler = '__commandHandler__';
const queryHandler = '__queryHandler__';
const processor = 'bullmq:processor_metadata';

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

  const providers = () =>
    [...aurum.app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);

  /** What the providers of the running service handle, by name: message classes, or queues. */
  const handled = (metadata: string): string[] =>
    providers()
      .flatMap(({ metatype }) => {
        const handles: unknown = metatype ? Reflect.getMetadata(metadata, metatype) : undefined;
        if (typeof handles === 'function') return [handles.name];
        return isNamed(handles) ? [handles.name] : [];
      })
      .toSorted();

  it.each([
    ['command', 'Command', commandHandler],
    ['query', 'Query', queryHandler],
  ] as const)('every %s has exactly one handler', (_, kind, metadata) => {
    expect(declared(kind).length).toBeGreaterThan(3);
    expect(handled(metadata)).toEqual(declared(kind));
  });

  it('every queue has exactly one worker', () => {
    const queues = new Set(providers().flatMap(({ token }) => /^BullQueue_(.+)$/.exec(String(token))?.[1] ?? []));
    expect(queues.size).toBeGreaterThan(0);
    expect(handled(processor)).toEqual([...queues].toSorted());
  });
});

function isNamed(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
