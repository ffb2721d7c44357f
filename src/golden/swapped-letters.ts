// Longer words are still like themselves when two of their letters are swapped.
const longestWord = 6;

/** A short word with each two neighbouring letters swapped: what it may have been meant to be. None for a long word. */
export function withSwappedLetters(word: string): string[] {
  if (word.length > longestWord) return [];
  const variants = Array.from(
    { length: Math.max(0, word.length - 1) },
    (_, index) => word.slice(0, index) + word.charAt(index + 1) + word.charAt(index) + word.slice(index + 2),
  );
  return [...new Set(variants)].filter((variant) => variant !== word);
}
