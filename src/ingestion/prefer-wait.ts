const longestWait = 60;
const preference = /(?:^|,)\s*wait\s*=\s*"?(\d{1,9})"?\s*(?:;[^,]*)?(?=,|$)/i;

/**
 * The seconds that a `Prefer: wait=N` header (RFC 7240) asks to wait, at most 60. A preference that cannot be read is
 * none, as the RFC has it.
 */
export function readPreferWait(header: string | undefined): number | undefined {
  const seconds = preference.exec(header ?? '')?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds), longestWait);
}
