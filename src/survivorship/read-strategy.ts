import { readList, readNumber, readObject, refuseOthers, type Fault, type Given } from './json-reader.js';
import type { DecayCurve, SourceTrust, Strategy, StrategyKind, TrustDecay } from './rules.js';

type StrategyOf<Kind extends StrategyKind> = Extract<Strategy, { readonly kind: Kind }>;

/** What a strategy takes, and how it is read. */
interface Form<Kind extends StrategyKind> {
  readonly parameters: readonly string[];
  readonly read: (given: Given, path: string, fault: Fault) => StrategyOf<Kind>;
}

const sourceId = /^[a-z0-9-]{1,64}$/;
const decayCurves: readonly string[] = ['linear', 'slowInitial', 'rapidInitial'] satisfies DecayCurve[];

/** Every strategy by its kind. */
const forms: { readonly [Kind in StrategyKind]: Form<Kind> } = {
  sourcePriority: {
    parameters: ['sources'],
    read: ({ sources }, path, fault) => ({
      kind: 'sourcePriority',
      sources: readList(sources, `${path}.sources`, fault, isSource, 'must be the id of a source'),
    }),
  },
  trust: {
    parameters: ['maximum', 'decay', 'sources', 'downgrade'],
    read: (given, path, fault) => ({
      kind: 'trust',
      ...readSourceTrust(given, path, fault),
      ...(given.sources !== undefined && { sources: readSources(given.sources, `${path}.sources`, fault) }),
      ...(given.downgrade !== undefined && { downgrade: readShare(given.downgrade, `${path}.downgrade`, fault) }),
    }),
  },
  mostRecent: plain('mostRecent'),
  oldest: plain('oldest'),
  mostFrequent: plain('mostFrequent'),
  longest: plain('longest'),
  shortest: plain('shortest'),
  mostComplete: plain('mostComplete'),
  minimum: plain('minimum'),
  maximum: plain('maximum'),
  valueOrder: {
    parameters: ['values'],
    read: ({ values }, path, fault) => ({
      kind: 'valueOrder',
      values: readList(values, `${path}.values`, fault, isTextOrNumber, 'must be a text or a number'),
    }),
  },
  winnerOf: {
    parameters: ['attribute'],
    read: ({ attribute }, path, fault) => {
      if (typeof attribute !== 'string') fault(`${path}.attribute`, 'must be the name of an attribute');
      return { kind: 'winnerOf', attribute: typeof attribute === 'string' ? attribute : '' };
    },
  },
  union: {
    parameters: ['limit'],
    read: ({ limit }, path, fault) =>
      limit === undefined ? { kind: 'union' } : { kind: 'union', limit: readLimit(limit, `${path}.limit`, fault) },
  },
};

/** The kinds of strategy that there are. */
export const strategyKinds = Object.keys(forms) as readonly StrategyKind[];

/** Reads one strategy; `undefined` where its kind is none. */
export function readStrategy(given: Given, path: string, fault: Fault): Strategy | undefined {
  const kind = strategyKinds.find((known) => known === given.kind);
  if (kind === undefined) {
    fault(`${path}.kind`, `must be one of ${strategyKinds.join(', ')}`);
    return undefined;
  }
  const { parameters, read } = forms[kind];
  refuseOthers(given, ['kind', ...parameters], path, fault);
  return read(given, path, fault);
}

function plain<Kind extends StrategyKind>(kind: Kind): { parameters: []; read: () => { kind: Kind } } {
  return { parameters: [], read: () => ({ kind }) };
}

function readSources(given: unknown, path: string, fault: Fault): Readonly<Record<string, SourceTrust>> {
  const sources = Object.entries(readObject(given, path, fault)).map(([source, trust]) => {
    const at = `${path}.${source}`;
    if (!isSource(source)) fault(at, 'must be named by the id of a source');
    const read = readObject(trust, at, fault);
    refuseOthers(read, ['maximum', 'decay'], at, fault);
    return [source, readSourceTrust(read, at, fault)] as const;
  });
  return Object.fromEntries(sources);
}

function readSourceTrust({ maximum, decay }: Given, path: string, fault: Fault): SourceTrust {
  const trust = {
    ...(maximum !== undefined && { maximum: readShare(maximum, `${path}.maximum`, fault) }),
    ...(decay !== undefined && { decay: readDecay(decay, `${path}.decay`, fault) }),
  };
  if (trust.decay && trust.maximum !== undefined && trust.decay.minimum > trust.maximum)
    fault(`${path}.decay.minimum`, 'must not be above maximum');
  return trust;
}

function readDecay(given: unknown, path: string, fault: Fault): TrustDecay {
  const decay = readObject(given, path, fault);
  refuseOthers(decay, ['curve', 'minimum', 'periodDays'], path, fault);
  if (!isCurve(decay.curve)) fault(`${path}.curve`, `must be one of ${decayCurves.join(', ')}`);
  return {
    curve: isCurve(decay.curve) ? decay.curve : 'linear',
    minimum: readShare(decay.minimum, `${path}.minimum`, fault),
    periodDays: readNumber(decay.periodDays, `${path}.periodDays`, fault, (days) => days > 0, 'must be above 0'),
  };
}

function readShare(given: unknown, path: string, fault: Fault): number {
  return readNumber(given, path, fault, (share) => share >= 0 && share <= 1, 'must be a number from 0 to 1');
}

function readLimit(given: unknown, path: string, fault: Fault): number {
  const message = 'must be a whole number from 1 to 1,000';
  return readNumber(given, path, fault, (limit) => Number.isInteger(limit) && limit >= 1 && limit <= 1_000, message);
}

function isSource(value: unknown): value is string {
  return typeof value === 'string' && sourceId.test(value);
}

function isTextOrNumber(value: unknown): value is string | number {
  return (typeof value === 'string' && value.trim() !== '') || (typeof value === 'number' && Number.isFinite(value));
}

function isCurve(value: unknown): value is DecayCurve {
  return typeof value === 'string' && decayCurves.includes(value);
}
