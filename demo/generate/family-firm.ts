import { fold } from './mistakes.js';
import { drawLandLine, type Party } from './party.js';
import type { Random } from './random.js';
import type { City } from './vocabulary/cities.js';
import { trades } from './vocabulary/companies.js';
import type { Country } from './vocabulary/countries.js';

/**
 * The small firm of a person, under the owner's name: run from home as a rule, reached by the owner's own telephone and mailbox as
 * often as not, and without a legal form.
 */
export function drawFamilyFirm(random: Random, owner: Party, country: Country, city: City): Party {
  const trade = trades.draw(random);
  const { given = '', family = '' } = owner;
  const name = random.chance(0.3) ? `${given} ${family} ${trade}` : `${family} ${trade}`;
  const domain = `${fold(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 24)}.${country.topLevelDomain}`;
  const email = random.chance(0.55) ? owner.email : `info@${domain}`;
  const ownNumber = owner.mobile ?? owner.landLine;
  const number = random.chance(0.6) && ownNumber ? ownNumber : drawLandLine(random, country, city);
  return {
    type: 'organization',
    name,
    ...(random.chance(0.3) ? { legalForm: random.pick(country.legalForms) } : {}),
    ...(email && random.chance(0.85) ? { email } : {}),
    ...(number === owner.mobile ? { mobile: number } : { landLine: number }),
    ...(owner.address ? { address: owner.address } : {}),
    taxNumber: random.digits(country.taxNumber),
  };
}
