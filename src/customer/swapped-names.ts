import { all, any, crossed, exact, not, similar } from '../matching/authoring.js';
import type { Feature } from './feature.js';

/** Given and family name stand in each other's place. */
export const swapped = all(
  any(
    crossed<Feature>('givenName', 'familyName'),
    crossed<Feature>('givenNameSounds', 'familyNameSounds'),
    exact('fullNames'),
  ),
  not(exact('givenName')),
  not(exact('familyName')),
);

/** Swapped, and one of them or both with slips. */
export const nearlySwapped = all<Feature>(
  similar('fullNames', 'levenshtein', 0.75),
  not(similar('givenName', 'jaroWinkler', 0.8)),
  not(similar('familyName', 'jaroWinkler', 0.8)),
);
