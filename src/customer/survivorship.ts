import type { SurvivorshipRules } from '../survivorship/rules.js';
import type { attributes } from './attributes.js';

/** The shipped rules: what never changes by what most say, what changes by age, one name and one address as a whole. */
export const survivorship: SurvivorshipRules<typeof attributes> = {
  type: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  name: { strategies: ['trust', 'mostComplete', 'mostRecent', 'mostFrequent', 'longest'], group: 'name' },
  givenName: { strategies: ['trust', 'mostComplete', 'mostRecent', 'mostFrequent', 'longest'], group: 'name' },
  additionalName: { strategies: ['trust', 'mostComplete', 'mostRecent', 'mostFrequent', 'longest'], group: 'name' },
  familyName: { strategies: ['trust', 'mostComplete', 'mostRecent', 'mostFrequent', 'longest'], group: 'name' },
  honorificPrefix: { strategies: ['mostRecent', 'trust', 'mostFrequent'] },
  honorificSuffix: { strategies: ['mostRecent', 'trust', 'mostFrequent'] },
  birthDate: { strategies: ['mostComplete', 'mostFrequent', 'trust', 'mostRecent'] },
  birthPlace: { strategies: ['mostFrequent', 'trust', 'mostRecent', 'longest'] },
  gender: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  jobTitle: { strategies: ['mostRecent', 'trust', 'longest'] },
  email: { strategies: ['mostRecent', 'trust', 'mostFrequent'] },
  telephone: { strategies: ['mostRecent', 'trust', 'mostFrequent'] },
  address: { strategies: ['mostRecent', 'trust', 'mostComplete', 'longest'], group: 'address' },
  taxID: { strategies: ['mostFrequent', 'trust', 'mostRecent'] },
  url: { strategies: ['mostRecent', 'trust', 'longest'] },
  identifiers: { strategies: ['mostComplete', 'mostRecent', 'trust'] },
};
