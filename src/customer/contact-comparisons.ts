import {
  absent,
  all,
  any,
  contradicts,
  exact,
  held,
  level,
  missing,
  near,
  otherwise,
  similar,
} from '../matching/authoring.js';
import type { Comparison } from '../matching/comparison.js';
import type { Feature } from './feature.js';

const nearlySameEmail = any<Feature>(near('email', 'damerauLevenshtein', 1), similar('email', 'levenshtein', 0.86));

const email: Comparison<Feature> = {
  name: 'email',
  levels: [
    missing('email'),
    level('same', exact('email'), 0.65, 0.00005),
    level('nearly the same', all(nearlySameEmail, exact('mailboxDigits')), 0.1, 0.0001),
    level('same mailbox at another host', exact('mailbox'), 0.04, 0.0004),
    // People choose addresses by their names, so that namesakes have addresses that differ in little more than digits.
    // Among strangers they are rare, and yet say no more than the names do.
    held(level('nearly the same but for digits', nearlySameEmail, 0.03, 0.02)),
    held(level('alike', similar('mailbox', 'jaroWinkler', 0.9), 0.03, 0.015)),
    otherwise(0.15, 0.98),
  ],
};

const telephone: Comparison<Feature> = {
  name: 'telephone',
  levels: [
    missing('telephone'),
    level('same', exact('telephone'), 0.6, 0.00005),
    level('same but for the prefix', exact('telephoneEnding'), 0.08, 0.00002),
    level('one digit off', near('telephone', 'damerauLevenshtein', 1), 0.06, 0.00005),
    otherwise(0.26, 0.99),
  ],
};

const street: Comparison<Feature> = {
  name: 'street',
  levels: [
    missing('streetName'),
    level('same', exact('street'), 0.5, 0.0001),
    level(
      'same number, street nearly the same',
      all(exact('streetNumber'), similar('streetName', 'jaroWinkler', 0.88)),
      0.15,
      0.0001,
    ),
    level(
      'same number, street alike',
      all(exact('streetNumber'), similar('streetName', 'jaroWinkler', 0.75)),
      0.03,
      0.003,
    ),
    level(
      'same street, number not known',
      all(absent('streetNumber'), similar('streetName', 'jaroWinkler', 0.92)),
      0.05,
      0.002,
    ),
    level('same street, another number', similar('streetName', 'jaroWinkler', 0.94), 0.04, 0.006),
    level('same number', exact('streetNumber'), 0.03, 0.015),
    otherwise(0.2, 0.97),
  ],
};

const place: Comparison<Feature> = {
  name: 'place',
  levels: [
    level('missing', { kind: 'all', of: [absent<Feature>('postalCode'), absent<Feature>('locality')] }, 1, 1),
    // Where the street is the same, so is the place.
    held(level('of the same street', all(exact('street'), any(exact('postalCode'), exact('locality'))), 0.9, 0.1)),
    level('same postal code and locality', all(exact('postalCode'), exact('locality')), 0.5, 0.0005),
    level('same postal code', exact('postalCode'), 0.15, 0.0006),
    level(
      'postal code one digit off, same locality',
      all(near('postalCode', 'damerauLevenshtein', 1), exact('locality')),
      0.06,
      0.003,
    ),
    level('same locality', exact('locality'), 0.12, 0.012, {
      feature: 'locality',
      table: 'locality',
      strength: 0.8,
      limit: 3,
    }),
    level('locality nearly the same', similar('locality', 'jaroWinkler', 0.88), 0.08, 0.006),
    level('postal code one digit off', near('postalCode', 'damerauLevenshtein', 1), 0.04, 0.006),
    otherwise(0.12, 0.97),
  ],
};

const region: Comparison<Feature> = {
  name: 'region',
  levels: [
    missing('region'),
    level('of the same place', all(exact('region'), any(exact('postalCode'), exact('locality'))), 1, 1),
    level('same', exact('region'), 0.85, 0.2),
    otherwise(0.15, 0.8),
  ],
};

const streetExtension: Comparison<Feature> = {
  name: 'streetExtension',
  levels: [
    missing('streetExtension'),
    level('same', exact('streetExtension'), 0.6, 0.002),
    level('nearly the same', similar('streetExtension', 'jaroWinkler', 0.88), 0.15, 0.004),
    otherwise(0.25, 0.99),
  ],
};

const taxID: Comparison<Feature> = {
  name: 'taxID',
  levels: [
    missing('taxID'),
    level('same', exact('taxID'), 0.9, 0.0000002),
    level('one digit off', near('taxID', 'damerauLevenshtein', 1), 0.06, 0.00001),
    level('two digits off', near('taxID', 'damerauLevenshtein', 2), 0.015, 0.0005),
    otherwise(0.01, 0.999),
  ],
};

const identifiers: Comparison<Feature> = {
  name: 'identifiers',
  levels: [
    missing('identifiers'),
    level('same', exact('identifiers'), 0.85, 0.0000005),
    level('one digit off', near('identifiers', 'damerauLevenshtein', 1), 0.06, 0.00005),
    level('other of the same type', contradicts('identifiers'), 0.02, 1),
    otherwise(1, 1, 'of other types'),
  ],
};

/** What is compared of persons and organizations alike. */
export const contactComparisons: readonly Comparison<Feature>[] = [
  email,
  telephone,
  street,
  place,
  region,
  streetExtension,
  taxID,
  identifiers,
];
