import { defineDomain } from '../domain/domain.js';
import { blockKeys } from './block-keys.js';
import { model } from './model.js';
import { features, standardize } from './standard-form.js';
import { survivorship } from './survivorship.js';
import { attributes } from './attributes.js';

/** The product domain: what is sold, made or stocked, as schema.org's Product names it. */
export const product = defineDomain({
  collection: 'products',
  entity: 'product',
  attributes,
  features,
  standardize,
  blockKeys,
  maximumBlockSize: { selective: 100, broad: 100 },
  model,
  survivorship,
  searchAttributes: ['name', 'brand', 'model', 'mpn', 'gtin', 'sku', 'manufacturer'],
});
