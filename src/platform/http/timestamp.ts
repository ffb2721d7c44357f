const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** The instant that an RFC 3339 time names, to the millisecond; `undefined` where the text is none (a 31 February is none). */
export function readTimestamp(text: string): Date | undefined {
  const parts = pattern.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = parts;
  const midnight = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.getUTCDate() !== Number(day)) return undefined;
  // A leap second is the last instant before the next minute.
  const clock = second === '60' ? '59.999' : `${second}${fraction.slice(0, 4)}`;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${clock}${zone.toUpperCase()}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
