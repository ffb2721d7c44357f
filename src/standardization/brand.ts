import { foldTitle, singular } from './product-title.js';

/** Words of company names that do not tell one brand from another. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg sa sas srl spa bv nv ab oy as ' +
    'pty kk holding group international intl worldwide global usa us america american north europe uk canada the and of by ' +
    'brand product industry enterprise manufacturing mfg system solution technology tech electronic computer software ' +
    'interactive entertainment publishing publication media studio digital service supply store shop foods food'
  ).split(' '),
);

/** Apostrophes, and the points of abbreviations such as `S.A.`. */
const DROPPED = /'|(?<=\b[a-z])\.(?=[a-z]\b)/g;

/** The words of a brand or maker that tell it from others: `Apple Computer, Inc.` gives `apple`; all words where no other is left. */
export function readBrand(text: string): readonly string[] {
  const words = [
    ...new Set(
      (
        foldTitle(text)
          .replace(DROPPED, '')
          .match(/[a-z0-9]+/g) ?? []
      ).map(singular),
    ),
  ];
  const telling = words.filter((word) => !GENERIC.has(word));
  return telling.length > 0 ? telling : words;
}
