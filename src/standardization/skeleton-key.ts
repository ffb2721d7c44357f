const VOWELS: ReadonlySet<string> = new Set('aeiouhy');

/**
 * The distinct consonants and digits of a folded text in alphabetical order: the same for texts that differ in vowels, in
 * letters doubled or in their order, which most slips of the pen do.
 *
 * Source: the skeleton and omission keys of J. J. Pollock and A. Zamora, CACM 27 (1984), without their order of letters.
 */
export function skeletonKey(folded: string): string {
  const kept = new Set<string>();
  for (const letter of folded) if (!VOWELS.has(letter) && /[a-z0-9]/.test(letter)) kept.add(letter);
  return [...kept].sort().join('');
}
