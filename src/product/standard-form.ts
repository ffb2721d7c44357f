import { readGtin, gtin14 } from '../standardization/gtin.js';
import { foldModelCode, isModelCode, modelCodeStem } from '../standardization/model-code.js';
import { foldTitle, readProductTitle, singular } from '../standardization/product-title.js';
import type { Product } from './attributes.js';

const GENERIC = new Set(
  'inc incorporated corp corporation co company ltd limited llc gmbh ag sa systems system software electronics computer computers technologies technology interactive entertainment international group products usa america publishing the and of'.split(
    ' ',
  ),
);

export type Feature =
  | 'gtin'
  | 'codes'
  | 'stems'
  | 'mentioned'
  | 'title'
  | 'text'
  | 'words'
  | 'brand'
  | 'lead'
  | 'facts'
  | 'numbers'
  | 'colors'
  | 'price';
export type Form = { [K in Feature]?: string | number | string[] };

const COLORS = new Map<string, string>(
  'black:black blk:black white:white wht:white silver:silver gray:gray grey:gray blue:blue red:red green:green pink:pink purple:purple orange:orange yellow:yellow gold:gold brown:brown beige:beige bronze:bronze cyan:cyan magenta:magenta ivory:ivory biscuit:biscuit'
    .split(' ')
    .map((p) => p.split(':') as [string, string]),
);
const u = <T>(a: Iterable<T>) => [...new Set(a)];

export function standardize(c: Product): Form {
  const title = readProductTitle(c.name ?? '');
  const more = readProductTitle([c.model, c.mpn, c.color, c.size].filter(Boolean).join(' '));
  const brand = u(
    foldTitle([c.brand, c.manufacturer].filter(Boolean).join(' '))
      .split(/[^a-z0-9]+/)
      .filter(Boolean)
      .map(singular),
  );
  const desc = readProductTitle((c.description ?? '').slice(0, 1500));
  const given = [c.model, c.mpn]
    .filter((x): x is string => typeof x === 'string')
    .map(foldModelCode)
    .filter((x) => x.length >= 3);
  const w = title.words;
  const spaced: string[] = [];
  for (let i = 0; i + 1 < w.length; i++) {
    const a = w[i]!,
      b = w[i + 1]!;
    if (/^[a-z]{1,4}$/.test(a) && /\d/.test(b) && isModelCode(a + b) && !/mass|volume|length|storage/.test(b))
      spaced.push(a + b);
  }
  const codes = u([...title.codes, ...given, ...spaced]);
  const joins: string[] = [];
  for (let i = 0; i + 1 < w.length; i++) joins.push(w[i]! + w[i + 1]!);
  const pieces = title.codes.flatMap((x) => x.match(/[a-z]+|\d+/g) ?? []);
  const text = u([...w, ...more.words, ...brand, ...joins, ...pieces, ...codes]);
  const price = typeof c.price === 'number' && c.price > 0 ? c.price : undefined;
  const facts: string[] = [...title.facts, ...more.facts];
  const f: Form = {};
  const set = (k: Feature, v: string[]) => {
    if (v.length) f[k] = u(v);
  };
  const g = c.gtin ? readGtin(c.gtin) : undefined;
  if (g) f.gtin = gtin14(g);
  set('codes', codes);
  set(
    'stems',
    codes.map((x) => modelCodeStem(x)).filter((x): x is string => !!x),
  );
  set('mentioned', [...codes, ...desc.codes]);
  set('title', [...w]);
  set('text', text);
  set('words', [...w, ...desc.words].slice(0, 120));
  set(
    'brand',
    brand.filter((x) => !GENERIC.has(x)),
  );
  set('lead', [...brand.filter((x) => !GENERIC.has(x)), ...w.slice(0, 3)]);
  set('facts', facts);
  set(
    'numbers',
    w.filter((x) => /^\d+(\.\d+)?$/.test(x) && x.length < 5),
  );
  set(
    'colors',
    [...w, ...desc.words.slice(0, 150), ...more.words].map((x) => COLORS.get(x)).filter((x): x is string => !!x),
  );
  if (price) f.price = price;
  return f;
}
