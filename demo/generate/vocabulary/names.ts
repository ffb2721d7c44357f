import { Weighted } from '../random.js';
import type { NameList } from './name-list.js';
import { arabic, chinese, indian, slavic } from './names-of-the-east.js';
import { english, french, german, spanish } from './names-of-the-west.js';

/** The names of one language area, ready to be drawn from. */
export interface NameStock {
  readonly female: Weighted<string>;
  readonly male: Weighted<string>;
  readonly family: Weighted<string>;
  readonly heads: readonly string[];
  readonly tails: readonly string[];
}

export type Origin = 'english' | 'german' | 'french' | 'spanish' | 'slavic' | 'indian' | 'chinese' | 'arabic';

export const nameStocks: Readonly<Record<Origin, NameStock>> = {
  english: stock(english),
  german: stock(german),
  french: stock(french),
  spanish: stock(spanish),
  slavic: stock(slavic),
  indian: stock(indian),
  chinese: stock(chinese),
  arabic: stock(arabic),
};

function stock(list: NameList): NameStock {
  return {
    female: Weighted.zipf(list.female, 8),
    male: Weighted.zipf(list.male, 8),
    family: Weighted.zipf(list.family, 12),
    heads: list.heads,
    tails: list.tails,
  };
}
