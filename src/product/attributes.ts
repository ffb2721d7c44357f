import type { Attributes, CanonicalRecord } from '../domain/attribute.js';

/** The canonical attributes of a product. */
export const attributes = {
  name: { kind: 'text', description: 'Title or name, as sold.' },
  description: { kind: 'text', description: 'Free description.' },
  brand: { kind: 'text', description: 'Brand under which it is sold.' },
  manufacturer: { kind: 'text', description: 'Company that makes or publishes it.' },
  model: { kind: 'text', description: 'Model name or number.' },
  mpn: { kind: 'text', description: 'Manufacturer part number.' },
  sku: { kind: 'text', description: "The seller's own stock keeping unit." },
  gtin: { kind: 'gtin', description: 'Global Trade Item Number: 8, 12, 13 or 14 digits (EAN, UPC, ISBN-13).' },
  category: { kind: 'text', description: 'Category or department.' },
  color: { kind: 'text', description: 'Colour.' },
  size: { kind: 'text', description: 'Size, as labelled.' },
  weight: { kind: 'quantity', description: 'Weight with its unit, as 1.5 kg.' },
  price: { kind: 'price', description: 'Price as a decimal number.' },
  priceCurrency: { kind: 'currency', description: 'Currency of the price, ISO 4217.' },
  identifiers: { kind: 'identifiers', description: 'Further identifiers by type.' },
} as const satisfies Attributes;

/** A canonical product. */
export type Product = CanonicalRecord<typeof attributes>;
