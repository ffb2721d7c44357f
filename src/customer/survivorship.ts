import { by, longest, mostComplete, mostFrequent, mostRecent, together, trust } from '../survivorship/authoring.js';
import type { SurvivorshipRules } from '../survivorship/rules.js';
import type { attributes } from './attributes.js';

/** The shipped rules: what never changes by what most say, what changes by age, one name and one address as a whole. */
export const survivorship: SurvivorshipRules<typeof attributes> = {
  groups: {
    name: by(trust, mostComplete, mostRecent, mostFrequent, longest),
  },
  attributes: {
    type: by(mostFrequent, trust, mostRecent),
    name: together('name'),
    givenName: together('name'),
    additionalName: together('name'),
    familyName: together('name'),
    honorificPrefix: by(mostRecent, trust, mostFrequent),
    honorificSuffix: by(mostRecent, trust, mostFrequent),
    birthDate: by(mostComplete, mostFrequent, trust, mostRecent),
    birthPlace: by(mostFrequent, trust, mostRecent, longest),
    gender: by(mostFrequent, trust, mostRecent),
    jobTitle: by(mostRecent, trust, longest),
    email: by(mostRecent, trust, mostFrequent),
    telephone: by(mostRecent, trust, mostFrequent),
    address: by(mostRecent, trust, mostComplete, longest),
    taxID: by(mostFrequent, trust, mostRecent),
    url: by(mostRecent, trust, longest),
    identifiers: by(mostComplete, mostRecent, trust),
  },
};
