import { defineDomain } from '../domain/domain.js';
import { attributes } from './attributes.js';
import { blockKeys, isBroad } from './block-keys.js';
import { features } from './feature.js';
import { withoutValues } from './generic-values.js';
import { model } from './model.js';
import { standardize } from './standard-form.js';
import { survivorship } from './survivorship.js';

/** The customer domain: people and organizations, as schema.org's Person and Organization name their attributes. */
export const customer = defineDomain({
  collection: 'customers',
  entity: 'customer',
  attributes,
  features,
  standardize,
  blockKeys,
  withoutValues,
  isBroad,
  maximumBlockSize: { selective: 30, broad: 10 },
  model,
  survivorship,
  searchAttributes: ['name', 'givenName', 'familyName', 'email', 'telephone', 'taxID', 'address'],
});
