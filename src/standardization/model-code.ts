const MIXED = /^(?=.*[a-z])(?=.*\d)[a-z0-9]+$/;

/** Mixed words that name a technique, a format or a size class, not a model. */
const TECHNICAL =
  /^(?:\d+(?:st|nd|rd|th)|\d{3,4}[pi]|\d{1,2}(?:bit|d|k|g|in1|way|x\d+)|\d+x\d+(?:x\d+)?|mp[34]|mpeg\d|h26[45]|usb\d{1,2}|ddr\d|pc\d|ps\d|cat\d[ae]?|rj\d\d|802\d+[a-z]{0,2}|i?pv\d|win(?:dows)?\d+|xbox\d+|w2k\d?|y2k|b2b|\d+base[a-z]{1,2}|(?:19|20)\d\ds)$/;

/**
 * Whether a folded word without punctuation looks like a model code or part number: letters and digits
 * mixed, or a long run of digits. Common technical words (`1080p`, `mp3`) do not.
 */
export function isModelCode(word: string): boolean {
  if (word.length < 4 || word.length > 24) return false;
  return MIXED.test(word) ? !TECHNICAL.test(word) : /^\d{5,14}$/.test(word);
}

/** A code with punctuation and spaces taken out and case folded: `KX-TGA101S` and `kx tga 101s` agree. */
export function foldModelCode(code: string): string {
  return code.toLowerCase().replace(/[^a-z0-9]+/g, '');
}

/**
 * The code without its last letters, which often name only colour, region or packing (`DU1100SS`, `DU1100XTPS`);
 * `undefined` where too little is left to tell models apart.
 */
export function modelCodeStem(code: string): string | undefined {
  const stem = /^(.*\d)[a-z]*$/.exec(code)?.[1];
  return stem !== undefined && stem.length >= 4 && /[a-z]/.test(stem) ? stem : undefined;
}

/** The first letters of a code with their number (`MF110B` and `MF110-B1`), by which near relatives are found. */
export function modelCodeRoot(code: string): string | undefined {
  const root = /^[a-z]+\d+/.exec(code)?.[0];
  return root !== undefined && root.length >= 5 ? root : undefined;
}
