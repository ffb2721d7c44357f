import {
  by,
  longest,
  minimum,
  mostComplete,
  mostFrequent,
  mostRecent,
  together,
  trust,
} from '../survivorship/authoring.js';
import type { SurvivorshipRules } from '../survivorship/rules.js';
import type { attributes } from './attributes.js';

/** The shipped rules: facts of the thing by what most say, words by trust, prices by age. */
export const survivorship: SurvivorshipRules<typeof attributes> = {
  groups: {
    price: by(mostRecent, trust, minimum),
  },
  attributes: {
    name: by(trust, mostRecent, longest),
    description: by(longest, trust, mostRecent),
    brand: by(mostFrequent, trust, mostRecent),
    manufacturer: by(mostFrequent, trust, mostRecent),
    model: by(mostFrequent, trust, mostRecent, longest),
    mpn: by(mostFrequent, trust, mostRecent, longest),
    sku: by(trust, mostRecent),
    gtin: by(mostFrequent, trust, mostRecent),
    category: by(mostFrequent, trust, longest),
    color: by(mostFrequent, trust, mostRecent),
    size: by(mostFrequent, trust, mostRecent),
    weight: by(mostFrequent, trust, mostRecent),
    price: together('price'),
    priceCurrency: together('price'),
    identifiers: by(mostComplete, trust, mostRecent),
  },
};
