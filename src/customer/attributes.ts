import type { Attributes, CanonicalRecord } from '../domain/attribute.js';

/** The canonical attributes of a customer: a person or an organization. */
export const attributes = {
  type: {
    kind: 'choice',
    choices: ['person', 'organization'],
    description: 'Whether it is a person or an organization.',
  },
  name: { kind: 'text', description: 'Full name, of a person or an organization.' },
  givenName: { kind: 'text', description: 'First name of a person.' },
  additionalName: { kind: 'text', description: 'Middle names or initials of a person.' },
  familyName: { kind: 'text', description: 'Family name of a person.' },
  honorificPrefix: { kind: 'text', description: 'Title before the name, as Dr.' },
  honorificSuffix: { kind: 'text', description: 'Suffix after the name, as Jr. or PhD.' },
  birthDate: { kind: 'date', description: 'Date of birth, whole or partial.' },
  birthPlace: { kind: 'text', description: 'Place of birth.' },
  gender: { kind: 'text', description: 'Gender.' },
  jobTitle: { kind: 'text', description: 'Job title or occupation.' },
  email: { kind: 'email', many: true, description: 'E-mail address.' },
  telephone: { kind: 'telephone', many: true, description: 'Telephone number, E.164 where it can be read.' },
  address: { kind: 'postalAddress', many: true, description: 'Postal address.' },
  taxID: { kind: 'text', description: 'Tax or social security number.' },
  url: { kind: 'url', description: 'Web address.' },
  identifiers: { kind: 'identifiers', description: 'Further identifiers by type, as passport.' },
} as const satisfies Attributes;

/** A canonical customer. */
export type Customer = CanonicalRecord<typeof attributes>;
