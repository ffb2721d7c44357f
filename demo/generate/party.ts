import type { Random } from './random.js';
import type { City } from './vocabulary/cities.js';
import type { Country } from './vocabulary/countries.js';

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Address {
  readonly country: Country;
  readonly street: string;
  readonly number: string;
  readonly unit?: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
}

/** A telephone number as `national` digits without the trunk digit. */
export interface Telephone {
  readonly country: Country;
  readonly national: string;
}

/** A customer as it truly is, or as a system has come to know it. */
export interface Party {
  readonly type: 'person' | 'organization';
  /** Of an organization, without its legal form. */
  readonly name?: string;
  readonly legalForm?: string;
  readonly title?: string;
  readonly given?: string;
  readonly middle?: string;
  readonly family?: string;
  readonly gender?: 'female' | 'male';
  readonly born?: Day;
  readonly jobTitle?: string;
  readonly email?: string;
  readonly mobile?: Telephone;
  readonly landLine?: Telephone;
  readonly address?: Address;
  readonly taxNumber?: string;
  readonly url?: string;
}

export function drawAddress(random: Random, country: Country, city: City): Address {
  const highest = random.chance(0.6) ? Math.ceil(country.highestNumber / 8) : country.highestNumber;
  const letter = random.chance(0.04) ? random.pick(['a', 'b', 'c']) : '';
  return {
    country,
    street: country.street(random),
    number: `${random.integer(1, highest)}${letter}`,
    ...(country.code !== 'DE' && random.chance(0.12) ? { unit: String(random.integer(1, 60)) } : {}),
    city: city.name,
    region: city.region,
    postalCode: random.digits(city.postalCode).replace(/@/g, () => random.pick([...'ABDEFGHJLNPQRSTUWXYZ'])),
  };
}

export function drawLandLine(random: Random, country: Country, city: City): Telephone {
  return { country, national: subscriberNumber(random, city.landLine) };
}

/** Where all numbers look alike, as in the United States, a mobile has the city's area code. */
export function drawMobile(random: Random, country: Country, city: City): Telephone {
  const pattern = country.mobiles.length > 0 ? random.pick(country.mobiles) : city.landLine;
  return { country, national: subscriberNumber(random, pattern) };
}

// The first free digit is never 0 or 1: no numbering plan here gives such numbers to subscribers.
function subscriberNumber(random: Random, pattern: string): string {
  return random.digits(pattern.replace('#', String(random.integer(2, 9))));
}
