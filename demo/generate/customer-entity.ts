import { drawFamilyFirm } from './family-firm.js';
import { type Address, drawAddress, drawLandLine, drawMobile, type Party } from './party.js';
import { fold } from './mistakes.js';
import { Random } from './random.js';
import type { City } from './vocabulary/cities.js';
import { coinedHeads, coinedTails, jobTitles, mailProviders, trades } from './vocabulary/companies.js';
import { countries, type Country } from './vocabulary/countries.js';
import { type NameStock, nameStocks } from './vocabulary/names.js';

/** A real customer: what it is now and, where something about it has changed, what it was before. */
export interface CustomerEntity {
  readonly current: Party;
  readonly previous?: Party;
  /** Days before the newest record of all at which `previous` became `current`. */
  readonly changedDaysAgo: number;
}

/** How likely neighbours are of one another, beside households. */
export interface Kin {
  /** How likely two neighbouring customers are a person and that person's small firm; never, unless it is said. */
  readonly familyFirms?: number;
  /** How likely two that are not are twins; never, unless it is said. */
  readonly twins?: number;
}

/** A family under one roof, or the one person or company that lives there. */
interface Home {
  readonly country: Country;
  readonly city: City;
  readonly names: NameStock;
  readonly family: string;
  readonly address: Address;
}

const homeKey = 1;
const householdKey = 2;
const partyKey = 3;
const firmKey = 4;
const twinKey = 5;

/**
 * The customer of this number: a pure function of seed and number. Neighbouring numbers sometimes share a household.
 */
export function customerEntity(seed: number, number: number, { familyFirms = 0, twins = 0 }: Kin = {}): CustomerEntity {
  const ownFirm = new Random(seed, firmKey, number >> 1).chance(familyFirms);
  const areTwins = !ownFirm && new Random(seed, twinKey, number >> 1).chance(twins);
  const together = ownFirm || areTwins || new Random(seed, householdKey, number >> 1).chance(0.1);
  const home = drawHome(new Random(seed, homeKey, together ? number >> 1 : number, together ? 1 : 0));
  const random = new Random(seed, partyKey, number);
  const draw = (): Party => {
    if (ownFirm) return drawOwnerOrFirm(seed, number, random, home);
    return areTwins ? drawTwin(seed, number, random, home) : drawParty(random, home, together);
  };
  const current = draw();
  const changedDaysAgo = random.integer(60, 1_400);
  return random.chance(0.25)
    ? { current, previous: before(random, current, home), changedDaysAgo }
    : { current, changedDaysAgo };
}

function drawOwnerOrFirm(seed: number, number: number, random: Random, home: Home): Party {
  if (number % 2 === 0) return drawPerson(random, home);
  const owner = drawPerson(new Random(seed, partyKey, number - 1), home);
  return drawFamilyFirm(random, owner, home.country, home.city);
}

/** The younger one has the birthday of the elder and the telephones of the home, and never the given name. */
function drawTwin(seed: number, number: number, random: Random, home: Home): Party {
  if (number % 2 === 0) return drawPerson(random, home);
  const { given, born, landLine } = drawPerson(new Random(seed, partyKey, number - 1), home);
  let twin = drawPerson(random, home);
  while (twin.given === given) twin = drawPerson(random, home);
  return { ...twin, ...(born ? { born } : {}), ...(landLine ? { landLine } : {}) };
}

function drawParty(random: Random, home: Home, together: boolean): Party {
  return !together && random.chance(0.14) ? drawOrganization(random, home) : drawPerson(random, home);
}

function drawHome(random: Random): Home {
  const country = countries.draw(random);
  const city = country.cities.draw(random);
  const names = nameStocks[country.origins.draw(random)];
  return { country, city, names, family: drawFamily(random, names), address: drawAddress(random, country, city) };
}

function drawFamily(random: Random, names: NameStock): string {
  const kind = random.next();
  if (kind < 0.24)
    return `${random.pick(names.heads)}${random.pick(names.tails)}`.replace(
      /-(.)/,
      (_, x: string) => `-${x.toUpperCase()}`,
    );
  if (kind < 0.28) return `${names.family.draw(random)}-${names.family.draw(random)}`;
  return names.family.draw(random);
}

function drawPerson(random: Random, home: Home): Party {
  const gender = random.chance(0.5) ? 'female' : 'male';
  const given = home.names[gender].draw(random);
  const middle = home.names[gender].draw(random);
  const born = { year: random.integer(1938, 2006), month: random.integer(1, 12), day: random.integer(1, 28) };
  return {
    type: 'person',
    gender,
    given,
    ...(random.chance(0.35) && middle !== given ? { middle } : {}),
    family: home.family,
    ...(random.chance(0.05) ? { title: 'Dr.' } : {}),
    born,
    ...(random.chance(0.5) ? { jobTitle: random.pick(jobTitles) } : {}),
    ...(random.chance(0.92) ? { email: drawEmail(random, given, home.family, born.year) } : {}),
    ...(random.chance(0.9) ? { mobile: drawMobile(random, home.country, home.city) } : {}),
    ...(random.chance(0.45) ? { landLine: drawLandLine(random, home.country, home.city) } : {}),
    address: home.address,
    taxNumber: random.digits('###-##-####'),
  };
}

function drawEmail(random: Random, given: string, family: string, year: number): string {
  const [first, last] = [mailName(given), mailName(family)];
  const number = random.chance(0.35)
    ? String(year).slice(random.pick([0, 2]))
    : random.digits(random.pick(['##', '###', '####']));
  const local = random.pick([
    `${first}.${last}`,
    `${first}${last}`,
    `${first[0]}${last}`,
    `${last}.${first}`,
    `${first}_${last}`,
  ]);
  return `${local}${number}@${mailProviders.draw(random)}`;
}

function mailName(name: string): string {
  return fold(name)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function drawOrganization(random: Random, home: Home): Party {
  const name = drawCompanyName(random, home);
  const domain = `${mailName(name).slice(0, 24)}.${home.country.topLevelDomain}`;
  return {
    type: 'organization',
    name,
    legalForm: random.pick(home.country.legalForms),
    ...(random.chance(0.85) ? { email: `${random.pick(['info', 'office', 'contact', 'sales'])}@${domain}` } : {}),
    landLine: drawLandLine(random, home.country, home.city),
    address: home.address,
    taxNumber: random.digits(home.country.taxNumber),
    ...(random.chance(0.8) ? { url: `https://www.${domain}` } : {}),
  };
}

function drawCompanyName(random: Random, home: Home): string {
  const trade = trades.draw(random);
  const coined = `${random.pick(coinedHeads)}${random.pick(coinedTails)}`;
  const kind = random.next();
  if (kind < 0.45) return `${coined} ${trade}`;
  if (kind < 0.6) return `${home.family} ${trade}`;
  if (kind < 0.75) return `${home.family} & ${drawFamily(random, home.names)} ${trade}`;
  if (kind < 0.9) return `${coined} ${home.city.name}`;
  return `${home.city.name} ${coined} ${trade}`;
}

/** What the party was before it moved house, took another name or changed its mobile. */
function before(random: Random, party: Party, home: Home): Party {
  const kind = random.next();
  if (kind < 0.6) {
    const city = random.chance(0.6) ? home.city : home.country.cities.draw(random);
    return { ...party, address: drawAddress(random, home.country, city) };
  }
  if (kind < 0.8 && party.gender === 'female') return { ...party, family: drawFamily(random, home.names) };
  return { ...party, ...(party.mobile ? { mobile: drawMobile(random, home.country, home.city) } : {}) };
}
