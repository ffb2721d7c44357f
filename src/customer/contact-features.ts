import { foldRegion } from '../standardization/administrative-region.js';
import { readCountry } from '../standardization/country-name.js';
import { foldEmail, isPublicMailHost, type FoldedEmail } from '../standardization/email.js';
import { isOfficeMailbox, isPlaceholderMailbox, isPlaceholderNumber } from '../standardization/placeholder.js';
import { readPostalAddress } from '../standardization/postal-address.js';
import { readStreetAddress, type StreetAddress } from '../standardization/street-address.js';
import { telephoneDigits } from '../standardization/telephone.js';
import { fold, foldCode } from '../standardization/text.js';
import type { PostalAddress } from '../domain/attribute.js';
import type { Customer } from './attributes.js';
import { setOf, type CustomerFeatures } from './feature.js';

const MAXIMUM_LENGTH = 100;

/** Adds the ways to reach a customer: e-mail, telephone, addresses, web address. */
export function addContactFeatures(features: CustomerFeatures, customer: Customer): void {
  if (customer.email !== undefined) addEmails(features, listOf(customer.email));
  if (customer.telephone !== undefined) addTelephones(features, listOf(customer.telephone));
  if (customer.address !== undefined) addAddresses(features, listOf(customer.address));
}

function addEmails(features: CustomerFeatures, emails: readonly string[]): void {
  const isOrganization = features.organizationName !== undefined;
  // A mailbox of an office (info@) tells nothing of the person who gives it.
  const folded = emails
    .map((email) => foldEmail(email.slice(0, MAXIMUM_LENGTH)))
    .filter((email) => isMailbox(email) && (isOrganization || !isOfficeMailbox(email.local)));
  Object.assign(features, emailFeatures(folded));
}

/** Addresses, and the parts of them that are compared on their own. */
export function emailFeatures(
  folded: readonly FoldedEmail[],
): Pick<CustomerFeatures, 'email' | 'mailbox' | 'mailboxDigits' | 'emailHost'> {
  const own = folded.filter(({ domain }) => !isPublicMailHost(domain));
  return {
    email: setOf(folded.map(({ local, domain }) => `${local}@${domain}`)),
    mailbox: setOf(folded.map(({ local }) => local)),
    mailboxDigits: setOf(folded.map(({ local }) => local.replace(/\D/g, '') || '-')),
    emailHost: setOf(own.map(({ local, domain }) => `${local.slice(0, 1)} ${domain}`)),
  };
}

function isMailbox({ local, domain }: { readonly local: string; readonly domain: string }): boolean {
  return domain !== '' && !isPlaceholderMailbox(local);
}

function addTelephones(features: CustomerFeatures, telephones: readonly string[]): void {
  const digits = telephones
    .map((telephone) => telephoneDigits(telephone.slice(0, MAXIMUM_LENGTH)))
    .filter((number) => number.length >= 5 && number.length <= 17 && !isPlaceholderNumber(number.slice(-10)));
  features.telephone = setOf(digits);
  features.telephoneEnding = setOf(digits.filter((number) => number.length >= 7).map((number) => number.slice(-7)));
}

function addAddresses(features: CustomerFeatures, addresses: readonly PostalAddress[]): void {
  const whole = addresses.map(splitIfWhole);
  const streets = whole.map(streetOf);
  features.streetName = setOf(streets.map(({ name }) => name));
  features.streetNumber = setOf(streets.map(({ number }) => number));
  features.unit = setOf(streets.map(({ unit }) => unit));
  features.street = setOf(streets.map(({ number, name }) => (number && name ? `${number} ${name}` : undefined)));
  features.streetExtension = setOf(whole.map(({ extendedAddress }) => folded(extendedAddress)));
  features.locality = setOf(whole.map(({ addressLocality }) => folded(addressLocality)));
  features.region = setOf(whole.map(({ addressRegion }) => addressRegion && foldRegion(addressRegion)));
  features.postalCode = setOf(whole.map(({ postalCode }) => postalCode && foldPostalCode(postalCode)));
  features.country = setOf(
    whole.map(({ addressCountry }) => addressCountry && (readCountry(addressCountry) ?? fold(addressCountry))),
  );
}

/** An address that stands in one line, though it is given as a street, is taken apart. */
function splitIfWhole(address: PostalAddress): PostalAddress {
  const { streetAddress, extendedAddress, addressLocality, postalCode, addressRegion, addressCountry } = address;
  if (!streetAddress || (addressLocality && postalCode) || !/[,\s]/.test(streetAddress)) return address;
  const read = readPostalAddress(streetAddress.slice(0, 300));
  if (!read.addressLocality && !read.postalCode) return address;
  const extension = [extendedAddress, read.extendedAddress].filter((part) => part !== undefined).join(' ');
  return {
    streetAddress: read.streetAddress,
    ...(extension !== '' && { extendedAddress: extension }),
    addressLocality: addressLocality ?? read.addressLocality,
    addressRegion: addressRegion ?? read.addressRegion,
    postalCode: postalCode ?? read.postalCode,
    addressCountry: addressCountry ?? read.addressCountry,
  };
}

function streetOf({ streetAddress, extendedAddress }: PostalAddress): StreetAddress {
  const street: StreetAddress = streetAddress === undefined ? {} : readStreetAddress(streetAddress);
  if (street.unit !== undefined || extendedAddress === undefined) return street;
  const extension = readStreetAddress(extendedAddress);
  return { ...street, unit: extension.unit ?? (extension.name === undefined ? extension.number : undefined) };
}

function folded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : fold(text.slice(0, MAXIMUM_LENGTH));
}

/** Letters and digits; the first five digits of a nine-digit ZIP code. */
function foldPostalCode(text: string): string {
  const code = foldCode(text.slice(0, 20));
  return /^\d{9}$/.test(code) ? code.slice(0, 5) : code;
}

function listOf<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
