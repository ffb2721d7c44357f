import type { Candidate } from './candidate.js';
import type { DecayCurve, SourceTrust, TrustStrategy } from './rules.js';

const millisecondsOfDay = 86_400_000;

/** What is left of the fall from maximum to minimum, in [0, 1], when this part of the period is over. */
const curves: Readonly<Record<DecayCurve, (part: number) => number>> = {
  linear: (part) => 1 - part,
  slowInitial: (part) => 1 - part ** 2,
  rapidInitial: (part) => (1 - part) ** 2,
};

/** When the newest of some candidates was observed, in milliseconds. */
export function newestOf(candidates: readonly Candidate[]): number {
  return candidates.reduce((newest, { time }) => (time > newest ? time : newest), -Infinity);
}

/**
 * How far a value is trusted, in [0, 1].
 *
 * A value's age is counted to the newest observation of those that it competes with, and not to the present. So the
 * outcome stays a function of the records alone: it changes when a record does and never by the passing of time, it is the
 * same whenever and wherever it is computed, and taking a record out gives back exactly what was without it. A value that
 * nothing newer competes with has lost nothing.
 *
 * Linear, slow-initial and rapid-initial decay between a maximum and a minimum are the ones usual in master data
 * management; the curved ones are parabolas. A time that cannot be read counts as older than the period.
 */
export function trustOf(strategy: TrustStrategy, { member, flagged, time }: Candidate, newest: number): number {
  const { maximum = member.trust, decay }: SourceTrust = ownTrust(strategy, member.source) ?? strategy;
  const downgrade = flagged ? (strategy.downgrade ?? 0) : 0;
  if (!decay) return maximum * (1 - downgrade);
  const minimum = Math.min(decay.minimum, maximum);
  const age = (newest - time) / millisecondsOfDay;
  const part = age < decay.periodDays ? age / decay.periodDays : 1;
  const fresh = Number.isNaN(age) ? 0 : curves[decay.curve](part);
  return (minimum + (maximum - minimum) * fresh) * (1 - downgrade);
}

function ownTrust({ sources }: TrustStrategy, source: string): SourceTrust | undefined {
  return sources && Object.hasOwn(sources, source) ? sources[source] : undefined;
}
