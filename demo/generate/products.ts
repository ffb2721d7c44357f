import { misspell } from './mistakes.js';
import type { Population } from './customers.js';
import { productEntity, type ProductEntity } from './product-entity.js';
import { Random } from './random.js';
import { daysAgo, type GeneratedRecord, shuffled, sourceIdOf, sourceNames, type SourceName } from './source-system.js';

const recordsPerProduct = 1.85;
const presenceKey = 31;
const recordKey = 32;
const held: Readonly<Record<SourceName, number>> = { crm: 0.4, erp: 0.75, shop: 0.62 };

const forms: Readonly<Record<SourceName, (random: Random, product: ProductEntity, price: number) => object>> = {
  crm,
  erp,
  shop,
};

/** The product records of one source, in that source's order, made one at a time. */
export function* productRecords({ seed, records }: Population, source: SourceName): Generator<GeneratedRecord> {
  const products = Math.max(1, Math.round(records / recordsPerProduct));
  let serial = 0;
  // A second record of the same one comes long after the first.
  for (const copy of [0, 1]) {
    for (const entity of shuffled(products, sourceNames.indexOf(source) + 1)) {
      if (copy >= copies(seed, entity, source)) continue;
      yield productRecord(seed, entity, source, copy, serial);
      serial += 1;
    }
  }
}

function copies(seed: number, entity: number, source: SourceName): number {
  const random = new Random(seed, presenceKey, entity);
  const holders = sourceNames.filter((name) => random.chance(held[name]));
  const twice = random.chance(0.06);
  if (holders.length === 0) return Number(source === 'erp');
  return Number(holders.includes(source)) * (twice && source === 'shop' ? 2 : 1);
}

function productRecord(
  seed: number,
  entity: number,
  source: SourceName,
  copy: number,
  serial: number,
): GeneratedRecord {
  const random = new Random(seed, recordKey, entity, sourceNames.indexOf(source), copy);
  const product = productEntity(seed, entity);
  const age = random.next() * 900;
  // An older record knows an older price.
  const price = Math.max(1, product.price * (1 + (age / 900) * 0.15));
  return {
    source,
    sourceId: sourceIdOf(source, serial),
    data: { ...forms[source](random, product, price) },
    observedAt: daysAgo(age),
    entity,
  };
}

/** Part lists that sales people keep: one line of text, and a part number where they had one. */
function crm(random: Random, product: ProductEntity, price: number): object {
  const { brand, line, kind, model, colour, capacity } = product;
  const code = random.chance(0.3) ? model.replace('-', ' ') : model;
  const text = random.pick([
    `${brand} ${line} ${kind.name} ${code} ${capacity} ${colour.name}`,
    `${kind.name} ${brand} ${code} (${colour.name}, ${capacity})`,
    `${brand} ${code} ${kind.name} - ${capacity} - ${colour.name}`,
  ]);
  const item = random.chance(0.08) ? misspell(random, text) : text;
  return {
    item: random.chance(0.4) ? item.toLowerCase() : item,
    vendor: random.chance(0.8) ? brand : '',
    part_no: random.chance(0.65) ? product.partNumber : '',
    list_price: `${price.toFixed(2)} EUR`,
  };
}

/** The material master: short capital text, codes and numbers in fields of their own. */
function erp(random: Random, product: ProductEntity, price: number): object {
  const { brand, line, kind, model, colour, capacity } = product;
  const compact = capacity.replace(/ /g, '').toUpperCase();
  return {
    MAKTX: `${brand} ${model} ${kind.short} ${line} ${compact} ${colour.short}`.toUpperCase().slice(0, 48),
    MARKE: brand.toUpperCase(),
    MFRPN: random.chance(0.9) ? product.partNumber : '',
    TYP: model,
    EAN11: random.chance(0.92) ? product.gtin : '',
    FARBE: colour.short,
    MENGE: capacity,
    BRGEW: `${kind.weight} KG`,
    PREIS: price.toFixed(2),
    WAERS: 'EUR',
  };
}

/** The catalogue of the web shop: a long title, a description, a price as it is shown. */
function shop(random: Random, product: ProductEntity, price: number): object {
  const { brand, line, kind, model, colour, capacity, traits, gtin } = product;
  const title = random.pick([
    `${brand} ${line} ${model} ${kind.name}, ${capacity}, ${colour.name}`,
    `${brand} ${model} ${line} ${kind.name} (${capacity}) ${colour.name}`,
    `${brand} ${kind.name} ${line} ${model} - ${capacity} - ${colour.name}`,
  ]);
  return {
    product: {
      title: random.chance(0.05) ? misspell(random, title) : title,
      text: `${kind.name} by ${brand}: ${[capacity, ...traits].join(', ')}.`,
      maker: brand,
      ...(random.chance(0.65) ? { barcode: gtin } : {}),
      ...(random.chance(0.5) ? { mpn: product.partNumber } : {}),
      ...(random.chance(0.7) ? { colour: colour.name } : {}),
      department: kind.name,
      price: random.pick([`€${price.toFixed(2)}`, `${price.toFixed(2).replace('.', ',')} €`]),
    },
  };
}
