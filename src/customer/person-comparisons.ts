import {
  absent,
  all,
  any,
  crossed,
  exact,
  level,
  missing,
  near,
  not,
  otherwise,
  similar,
  within,
} from '../matching/authoring.js';
import type { Comparison, Condition } from '../matching/comparison.js';
import type { Feature } from './feature.js';
import { nearlySwapped, swapped } from './swapped-names.js';

function alike(feature: Feature): Condition<Feature> {
  return any(
    similar(feature, 'jaroWinkler', 0.82),
    all(near(feature, 'damerauLevenshtein', 2), similar(feature, 'levenshtein', 0.6)),
  );
}

const givenName: Comparison<Feature> = {
  name: 'givenName',
  levels: [
    missing('givenInitial'),
    level('same', exact('givenName'), 0.65, 0.006, {
      feature: 'givenName',
      table: 'givenName',
      strength: 0.8,
      limit: 3,
    }),
    level('same initial, no more known', all(absent('givenName'), exact('givenInitial')), 0.05, 0.06),
    level('other initial, no more known', all(absent('givenName')), 0.004, 0.75),
    level('swapped with family name', swapped, 0.02, 0.00005),
    level('short or other form', exact('givenNameRoots'), 0.08, 0.004),
    level('another name, alike', all(not(absent('knownGivenName')), alike('givenName')), 0.025, 0.025),
    level('nearly the same', similar('givenName', 'jaroWinkler', 0.92), 0.06, 0.003),
    level(
      'one slip',
      all(near('givenName', 'damerauLevenshtein', 1), similar('givenName', 'jaroWinkler', 0.75)),
      0.03,
      0.002,
    ),
    level('sounds the same', all(exact('givenNameSounds'), similar('givenName', 'jaroWinkler', 0.7)), 0.03, 0.003),
    level('among further given names', exact('givenNames'), 0.015, 0.003),
    level('swapped with family name, with slips', nearlySwapped, 0.005, 0.00003),
    level('alike', alike('givenName'), 0.03, 0.02),
    otherwise(0.035, 0.95),
  ],
};

const additionalName: Comparison<Feature> = {
  name: 'additionalName',
  levels: [
    missing('additionalInitials'),
    level('same', exact('additionalName'), 0.5, 0.01),
    level('alike', similar('additionalName', 'jaroWinkler', 0.88), 0.1, 0.005),
    level('same initial', exact('additionalInitials'), 0.3, 0.08),
    otherwise(0.1, 0.9),
  ],
};

const familyName: Comparison<Feature> = {
  name: 'familyName',
  levels: [
    missing('familyName'),
    level('same', exact('familyName'), 0.7, 0.002, {
      feature: 'familyName',
      table: 'familyName',
      strength: 0.8,
      limit: 3,
    }),
    level('swapped with given name', swapped, 0.02, 0.0005),
    level('one of several', exact('familyNameParts'), 0.03, 0.0005),
    level('nearly the same', similar('familyName', 'jaroWinkler', 0.92), 0.09, 0.0015),
    level(
      'one slip',
      all(near('familyName', 'damerauLevenshtein', 1), similar('familyName', 'jaroWinkler', 0.75)),
      0.05,
      0.001,
    ),
    level('sounds the same', all(exact('familyNameSounds'), similar('familyName', 'jaroWinkler', 0.7)), 0.02, 0.0015),
    level('swapped with given name, with slips', nearlySwapped, 0.005, 0.0005),
    level('alike', alike('familyName'), 0.04, 0.012),
    otherwise(0.05, 0.98),
  ],
};

const generation: Comparison<Feature> = {
  name: 'generation',
  levels: [missing('generation'), level('same', exact('generation'), 0.97, 0.4), otherwise(0.005, 0.6)],
};

const gender: Comparison<Feature> = {
  name: 'gender',
  levels: [missing('gender'), level('same', exact('gender'), 0.98, 0.5), otherwise(0.02, 0.5)],
};

const birthDate: Comparison<Feature> = {
  name: 'birthDate',
  levels: [
    missing('birthYear'),
    level('same', exact('birthDate'), 0.8, 0.00006),
    level('same year and month, day not known', all(absent('birthDate'), exact('birthMonth')), 0.8, 0.0015),
    level(
      'same year, no more known',
      all(any(absent('birthMonth'), absent('birthDate')), exact('birthYear')),
      0.4,
      0.015,
    ),
    level('other, not wholly known', all(absent('birthDate')), 0.1, 0.98),
    level('day and month swapped', crossed('birthDate', 'birthDateSwapped'), 0.02, 0.00005),
    level('one digit off', near('birthDate', 'damerauLevenshtein', 1), 0.08, 0.0012),
    level('same day and month', exact('birthDay'), 0.02, 0.0025),
    level('same year and month', exact('birthMonth'), 0.02, 0.001),
    level('same year and day', exact('birthYearAndDay'), 0.015, 0.0004),
    level('a month apart at most', within('birthDayNumber', 31), 0.015, 0.002),
    level('two digits off', near('birthDate', 'damerauLevenshtein', 2), 0.02, 0.012),
    level('a year apart at most', within('birthDayNumber', 366), 0.012, 0.02),
    level('ten years apart at most', within('birthDayNumber', 3690), 0.015, 0.25),
    otherwise(0.01, 0.7),
  ],
};

/** What is compared of persons. */
export const personComparisons: readonly Comparison<Feature>[] = [
  givenName,
  additionalName,
  familyName,
  generation,
  gender,
  birthDate,
];
