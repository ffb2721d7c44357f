import { absent, all, any, exact, level, near, not, otherwise, similar } from '../matching/authoring.js';
import type { Comparison } from '../matching/comparison.js';
import type { Feature } from './feature.js';

const more = any<Feature>(
  exact('birthYear'),
  near('birthDate', 'damerauLevenshtein', 2),
  exact('telephoneEnding'),
  exact('mailbox'),
  all(similar('email', 'levenshtein', 0.86), exact('mailboxDigits')),
  exact('postalCode'),
  exact('street'),
  near('taxID', 'damerauLevenshtein', 2),
  exact('identifiers'),
);

/**
 * Many people have one name. In a long list two records that agree in nothing else, or in a town besides, are more often
 * namesakes than one person, however rare the name looks.
 */
export const corroborationComparison: Comparison<Feature> = {
  name: 'corroboration',
  untrained: true,
  levels: [
    level('more than names', any(not(absent('organizationName')), more), 1, 1),
    level('names and town', any(exact('locality'), exact('birthPlace')), 0.2, 1),
    otherwise(0.05, 1, 'names alone'),
  ],
};
