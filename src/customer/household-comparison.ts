import { absent, all, any, contradicts, exact, level, near, not, otherwise, similar } from '../matching/authoring.js';
import type { Comparison } from '../matching/comparison.js';
import type { Feature } from './feature.js';
import { nearlySwapped, swapped } from './swapped-names.js';

const sharedStreet = any<Feature>(
  exact('street'),
  all(exact('streetNumber'), similar('streetName', 'jaroWinkler', 0.88)),
);
const sharedTelephone = any<Feature>(exact('telephone'), exact('telephoneEnding'));
const sharedEmail = exact<Feature>('email');
const sharedFamily = any<Feature>(exact('familyName'), similar('familyName', 'jaroWinkler', 0.92));

const one = any(sharedStreet, sharedTelephone, sharedEmail);
const two = any(
  all(sharedStreet, any(sharedTelephone, sharedEmail, sharedFamily)),
  all(sharedTelephone, any(sharedEmail, sharedFamily)),
  all(sharedEmail, sharedFamily),
);
const three = any(
  all(sharedStreet, sharedTelephone, any(sharedEmail, sharedFamily)),
  all(sharedEmail, sharedFamily, any(sharedStreet, sharedTelephone)),
);

const four = all(sharedStreet, sharedTelephone, sharedEmail, sharedFamily);

const otherGivenName = all<Feature>(
  not(absent('givenName')),
  not(exact('givenNameRoots')),
  not(exact('givenNames')),
  not(similar('givenName', 'jaroWinkler', 0.82)),
  not(exact('givenNameSounds')),
);

const knownOtherGivenName = all<Feature>(
  not(absent('knownGivenName')),
  not(exact('givenNameRoots')),
  not(exact('givenNames')),
);

const otherGeneration = all<Feature>(not(absent('generation')), not(exact('generation')));

const otherNumber = any<Feature>(
  all(contradicts('identifiers'), not(near('identifiers', 'damerauLevenshtein', 1))),
  all(not(absent('taxID')), not(near('taxID', 'damerauLevenshtein', 2))),
);

const otherBirthDate = all<Feature>(
  not(absent('birthDate')),
  not(near('birthDate', 'damerauLevenshtein', 2)),
  not(exact('birthDay')),
  not(exact('birthMonth')),
);

const otherOrganization = all<Feature>(
  not(absent('organizationName')),
  not({ kind: 'overlap', feature: 'organizationWords', over: 'containment', table: 'organizationWord', atLeast: 0.5 }),
  not(similar('organizationName', 'jaroWinkler', 0.86)),
);

/** A person and the firm that bears the person's name. */
const otherKind = all<Feature>(not(absent('kind')), not(exact('kind')));

const notSwapped = [not(swapped), not(nearlySwapped)] as const;

const other = any(all(any(otherGivenName, knownOtherGivenName), ...notSwapped), otherOrganization, otherKind);
/** An e-mail address is rarely shared by two of one name. */
const namesake = all(any(sharedStreet, sharedTelephone), any(otherBirthDate, otherGeneration, otherNumber));

const toldApart = any(other, namesake);

/**
 * In one household to have been born on one day is no chance: it is what twins have in common. Of pairs of siblings about one in
 * sixty are twins, so that 8 of the 14 bits of a birthday are taken back. A name that is none may be a slip of the other.
 */
const twins = all(exact<Feature>('birthDate'), knownOtherGivenName, ...notSwapped);

/**
 * Those who live or work together share address, telephone and family name. Between two of them who differ in what is their
 * own (given name or birth date, the name of an organization) such values prove no more than that, so what the single
 * comparisons say too much is taken back here. Of two who share the day of their birth as well, so is what that says.
 */
export const householdComparison: Comparison<Feature> = {
  name: 'household',
  levels: [
    level('nothing shared', not(one), 1, 1),
    level('twins who share everything', all(four, twins), 1.6e-14, 1),
    level('twins who share three', all(three, twins), 8e-11, 1),
    level('twins who share two', all(two, twins), 4e-7, 1),
    level('others who share everything', all(four, toldApart), 4e-12, 1),
    level('others who share three', all(three, toldApart), 0.00000002, 1),
    level('others who share two', all(two, toldApart), 0.0001, 1),
    level('others who share one', all(one, toldApart), 0.1, 1),
    otherwise(1, 1, 'not told apart'),
  ],
};
