import { Random, Weighted } from './random.js';
import { brands, colours, type Kind, kinds, lines } from './vocabulary/goods.js';

/** A real product: one variant (capacity and colour) of one model. */
export interface ProductEntity {
  readonly kind: Kind;
  readonly brand: string;
  readonly line: string;
  /** The maker's code of the model, common to its variants. */
  readonly model: string;
  readonly capacity: string;
  readonly colour: { readonly name: string; readonly short: string };
  readonly partNumber: string;
  readonly gtin: string;
  readonly traits: readonly string[];
  readonly price: number;
}

const familyKey = 21;
const modelKey = 22;
const productKey = 23;
const variants = 4;
const brandNumbers = Weighted.zipf([...brands.keys()], 6);

/** The product of this number. Neighbouring numbers are sometimes variants of one model, which must be told apart. */
export function productEntity(seed: number, number: number): ProductEntity {
  const family = Math.floor(number / variants);
  const oneModel = new Random(seed, familyKey, family).chance(0.3);
  const modelNumber = oneModel ? family * variants : number;
  const variant = number % variants;
  const random = new Random(seed, modelKey, modelNumber);
  const kind = kinds.draw(random);
  const brandNumber = brandNumbers.draw(random);
  const brand = brands[brandNumber] ?? '';
  const model = `${drawLetters(random, brand)}${random.pick(['', '-'])}${modelDigits(modelNumber)}`;
  const capacity = kind.capacities[(random.integer(0, 2) + (variant % 2)) % kind.capacities.length] ?? '';
  const colour = colours[(random.integer(0, 5) + (variant >> 1)) % colours.length] ?? { name: '', short: '' };
  const price = random.integer(kind.lowest, kind.highest) + (variant % 2) * Math.ceil(kind.lowest / 5);
  return {
    kind,
    brand,
    line: random.pick(lines),
    model,
    capacity,
    colour,
    partNumber: `${model}${colour.short.charAt(0)}${capacity.replace(/\D/g, '').slice(0, 3)}`,
    gtin: gtinOf(brandNumber, number),
    traits: kind.traits.filter(() => random.chance(0.6)),
    price: price - new Random(seed, productKey, number).pick([0.01, 0.05, 0.1, 1]),
  };
}

function drawLetters(random: Random, brand: string): string {
  return (
    brand.charAt(0) + random.pick([...'ABCDEFGHKLMNPRSTVWXZ']) + random.pick(['', '', random.pick([...'ACDEGKLRSTX'])])
  );
}

/** Four digits and more, another number for every model. */
function modelDigits(modelNumber: number): string {
  const [block, within] = [Math.floor(modelNumber / 9_000), modelNumber % 9_000];
  return `${1_000 + ((within * 4_219) % 9_000)}${block === 0 ? '' : block}`;
}

/** GTIN-13: a prefix of the brand, the product's number, and the check digit of the GS1 General Specifications, 7.9. */
export function gtinOf(brandNumber: number, number: number): string {
  const digits = `4${String(brandNumber + 1_017).padStart(4, '0')}${String(number).padStart(7, '0')}`;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
