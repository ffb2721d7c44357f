const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
const vowels = 'aeiouhy';

/** By UTF-16 code unit below 128, the place of what is kept in the alphabet; -1 of what is left out. */
const places = Int8Array.from({ length: 128 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  return vowels.includes(letter) ? -1 : alphabet.indexOf(letter);
});

/**
 * The distinct consonants and digits of a folded text in alphabetical order: the same for texts that differ in vowels, in
 * letters doubled or in their order, which most slips of the pen do.
 *
 * Source: the skeleton and omission keys of J. J. Pollock and A. Zamora, CACM 27 (1984), without their order of letters.
 */
export function skeletonKey(folded: string): string {
  // Numbers of 36 bits do not fit the operators of 32: digits and letters are gathered apart.
  let digits = 0;
  let letters = 0;
  for (let i = 0; i < folded.length; i++) {
    const place = places[folded.charCodeAt(i)] ?? -1;
    if (place >= 10) letters |= 1 << (place - 10);
    else if (place >= 0) digits |= 1 << place;
  }
  return lettersOf(digits, 0) + lettersOf(letters, 10);
}

function lettersOf(bits: number, from: number): string {
  let text = '';
  for (let left = bits; left !== 0; left &= left - 1) text += alphabet.charAt(from + 31 - Math.clz32(left & -left));
  return text;
}
