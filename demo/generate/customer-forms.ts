import { transliterate, fold } from './mistakes.js';
import type { Address, Day, Party, Telephone } from './party.js';
import type { Random } from './random.js';
import type { SourceName } from './source-system.js';

type Form = (random: Random, party: Party) => Readonly<Record<string, unknown>>;

/** How each system writes a customer down: its own fields and its own notation. */
export const customerForms: Readonly<Record<SourceName, Form>> = { crm, erp, shop };

/** A CRM: everything in its own field, people and companies in one table. */
function crm(random: Random, party: Party): Record<string, unknown> {
  return {
    kind: party.type === 'person' ? 'contact' : 'account',
    company: party.type === 'organization' ? companyName(party) : '',
    salutation: party.title,
    first_name: party.given,
    middle_name: party.middle,
    last_name: party.family,
    dob: party.born ? isoDay(party.born) : '',
    job: party.jobTitle,
    mail: random.chance(0.1) ? party.email?.toUpperCase() : party.email,
    mobile: party.mobile ? internationalNumber(party.mobile) : null,
    phone: party.landLine ? internationalNumber(party.landLine) : null,
    ...(party.address ? crmAddress(party.address) : {}),
  };
}

function crmAddress({ street, number, unit, city, region, postalCode, country }: Address): Record<string, unknown> {
  return { street, house_no: number, flat: unit, town: city, state: region, zip: postalCode, country: country.name };
}

/** An ERP of the old school: capital ASCII letters, family name first, day before month. */
function erp(_random: Random, party: Party): Record<string, unknown> {
  const { address } = party;
  const name = party.type === 'person' ? [party.family, party.given].filter(Boolean).join(', ') : companyName(party);
  return {
    KTYPE: party.type === 'person' ? 'P' : 'O',
    NAME1: capital(name),
    GEBDAT: party.born ? dottedDay(party.born) : '',
    STRAS: address ? capital(streetLine(address)) : '',
    ORT01: capital(address?.city ?? ''),
    PSTLZ: address?.postalCode ?? '',
    LAND1: address?.country.code ?? '',
    TELF1: telephoneOf(party, (telephone) => `00${telephone.country.callingCode}${telephone.national}`),
    SMTP: party.email ?? '',
    STCD1: party.taxNumber ?? '',
  };
}

/** A web shop: what the customer typed, name and address each in one line. */
function shop(random: Random, party: Party): Record<string, unknown> {
  const casing = random.next();
  const middle = random.chance(0.3) ? party.middle : undefined;
  const name =
    party.type === 'person' ? [party.given, middle, party.family].filter(Boolean).join(' ') : companyName(party);
  const typed = random.chance(0.15) ? fold(name) : name;
  const telephone = telephoneOf(party, (number) => typedNumber(random, number));
  return {
    customer: {
      fullName: casing < 0.12 ? typed.toLowerCase() : casing < 0.17 ? typed.toUpperCase() : typed,
      business: party.type === 'organization',
      ...(party.email ? { email: party.email } : {}),
      ...(telephone ? { phone: telephone } : {}),
      ...(party.born ? { born: writtenDay(party.born) } : {}),
    },
    ...(party.address ? { delivery: addressLine(party.address) } : {}),
  };
}

function companyName({ name = '', legalForm = '' }: Party): string {
  return `${name} ${legalForm}`.trim();
}

function capital(text: string): string {
  return transliterate(text).toUpperCase().slice(0, 40);
}

function isoDay({ year, month, day }: Day): string {
  return `${year}-${padded(month)}-${padded(day)}`;
}

function dottedDay({ year, month, day }: Day): string {
  return `${padded(day)}.${padded(month)}.${year}`;
}

function writtenDay({ year, month, day }: Day): string {
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${day} ${names[month - 1] ?? ''} ${year}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}

function telephoneOf({ mobile, landLine }: Party, write: (telephone: Telephone) => string): string {
  const telephone = mobile ?? landLine;
  return telephone ? write(telephone) : '';
}

function internationalNumber({ country, national }: Telephone): string {
  return `+${country.callingCode} ${national.slice(0, 3)} ${national.slice(3)}`;
}

/** The shop is American: only a number of its own country is typed without the calling code. */
function typedNumber(random: Random, telephone: Telephone): string {
  const { country, national } = telephone;
  if (country.code !== 'US')
    return random.chance(0.5) ? internationalNumber(telephone) : `+${country.callingCode}${national}`;
  const [area, exchange, line] = [national.slice(0, 3), national.slice(3, 6), national.slice(6)];
  return random.pick([
    `(${area}) ${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    national,
  ]);
}

function streetLine({ country, street, number, unit }: Address): string {
  const line = country.numberLast ? `${street} ${number}` : `${number} ${street}`;
  return unit === undefined ? line : `${line} ${country.code === 'US' ? 'Apt' : 'Flat'} ${unit}`;
}

function addressLine(address: Address): string {
  const { country, city, region, postalCode } = address;
  const place = country.numberLast || country.code === 'FR' ? `${postalCode} ${city}` : `${city} ${postalCode}`;
  const town = ['US', 'AU'].includes(country.code) ? `${city}, ${region} ${postalCode}` : place;
  return `${streetLine(address)}, ${town}, ${country.name}`;
}
