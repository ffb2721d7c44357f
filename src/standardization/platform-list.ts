const PLATFORM = /^(?:win|window|mac|macintosh|os|osx)$/;
const VERSION = /^(?:95|98|2000|2003|me|nt|se|xp|vista|x|[4-9](?:\.\d+)?|1[01](?:\.\d+)?)$/;

/**
 * The words of a title without its lists of the platforms that a product runs on, of two or more versions each: `win 98 me
 * 2000 xp`. These tell what the product works with, and their numbers are none of its own. A platform that is named with one
 * version stays, as `windows xp professional` is itself a product; and so does a title of nothing else.
 */
export function withoutPlatformLists(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    const end = endOfPlatforms(words, at);
    const isList = words.slice(at, end).filter((word) => VERSION.test(word)).length > 1;
    if (!isList) kept.push(words[at] ?? '');
    at = isList ? end : at + 1;
  }
  return kept.length > 0 ? kept : words;
}

/** Where what begins here as a list of platforms and their versions ends. */
function endOfPlatforms(words: readonly string[], start: number): number {
  if (!PLATFORM.test(words[start] ?? '')) return start;
  const after = words.findIndex((word, index) => index > start && !PLATFORM.test(word) && !VERSION.test(word));
  return after < 0 ? words.length : after;
}
