import type { Attributes, CanonicalRecord } from '../../src/domain/attribute.js';
import { defineDomain } from '../../src/domain/domain.js';
import { fold, foldCode } from '../../src/standardization/text.js';
import { by, longest, mostFrequent, mostRecent, trust } from '../../src/survivorship/authoring.js';

const attributes = {
  name: { kind: 'text', description: 'Registered name.' },
  vatID: { kind: 'text', description: 'VAT number.' },
  email: { kind: 'email', description: 'Where orders go.', many: true },
  rating: { kind: 'choice', description: 'How good it is.', choices: ['preferred', 'approved', 'blocked'] },
} as const satisfies Attributes;

type Supplier = CanonicalRecord<typeof attributes>;

/** A domain that Aurum does not ship: all that adding one takes. */
export const supplier = defineDomain({
  collection: 'suppliers',
  entity: 'supplier',
  attributes,
  features: ['name', 'vatID'],
  standardize: ({ name, vatID }: Supplier) => ({
    ...(name ? { name: fold(name) } : {}),
    ...(vatID ? { vatID: foldCode(vatID) } : {}),
  }),
  blockKeys: ({ name, vatID }) => [
    ...(typeof name === 'string' ? [`name ${name.slice(0, 5)}`] : []),
    ...(typeof vatID === 'string' ? [`vat ${vatID}`] : []),
  ],
  maximumBlockSize: { selective: 100, broad: 100 },
  model: {
    prior: -6,
    thresholds: { link: 4, review: 0 },
    frequencies: {},
    comparisons: [
      {
        name: 'name',
        levels: [
          { label: 'missing', when: { kind: 'missing', features: ['name'] }, m: 1, u: 1 },
          { label: 'same', when: { kind: 'exact', feature: 'name' }, m: 0.7, u: 0.001 },
          {
            label: 'alike',
            when: { kind: 'similarity', feature: 'name', measure: 'jaroWinkler', atLeast: 0.9 },
            m: 0.2,
            u: 0.005,
          },
          { label: 'other', when: { kind: 'otherwise' }, m: 0.1, u: 0.994 },
        ],
      },
      {
        name: 'vatID',
        levels: [
          { label: 'missing', when: { kind: 'missing', features: ['vatID'] }, m: 1, u: 1 },
          { label: 'same', when: { kind: 'exact', feature: 'vatID' }, m: 0.95, u: 0.0001 },
          { label: 'other', when: { kind: 'otherwise' }, m: 0.05, u: 0.9999 },
        ],
      },
    ],
  },
  survivorship: {
    attributes: {
      name: by(trust, longest),
      vatID: by(trust, mostFrequent),
      email: by(mostRecent),
      rating: by(mostRecent),
    },
  },
  searchAttributes: ['name', 'vatID'],
});
