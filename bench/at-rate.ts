import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from './percentiles.js';

/** The columns of `latencyRow`. */
export const latencyColumns = ['request', 'a second', 'asked', 'p50 ms', 'p95 ms', 'p99 ms', 'slowest ms'];

/**
 * Asks at a steady rate, whether earlier requests were answered or not. Times count from when a request was due, so that one
 * that waits for another is seen to wait.
 *
 * @param enough told how many were asked, whether to end
 * @returns the milliseconds of each, in ascending order
 */
export async function atRate(
  perSecond: number,
  ask: () => Promise<unknown>,
  enough: (asked: number) => boolean,
): Promise<readonly number[]> {
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let index = 0; !enough(index); index += 1) {
    const due = start + (index * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    asked.push(ask().then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(asked);
  return times.sort((x, y) => x - y);
}

export function latencyRow(name: string, perSecond: number, times: readonly number[]): string[] {
  const figures = [percentile(times, 50), percentile(times, 95), percentile(times, 99), times.at(-1) ?? Number.NaN];
  return [name, String(perSecond), String(times.length), ...figures.map((milliseconds) => milliseconds.toFixed(1))];
}
