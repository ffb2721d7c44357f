/** What a unit measures. Two quantities can contradict each other only within one dimension. */
export type Dimension =
  | 'mass'
  | 'volume'
  | 'length'
  | 'area'
  | 'storage'
  | 'dataRate'
  | 'frequency'
  | 'power'
  | 'voltage'
  | 'charge'
  | 'resolution'
  | 'rotation'
  | 'heat'
  | 'magnification'
  | 'pieces'
  | 'users'
  | 'ports'
  | 'channels'
  | 'discs'
  | 'sheets'
  | 'duration';

/** An amount in the base unit of its dimension (grams, millilitres, millimetres, bytes, seconds, pieces). */
export interface Quantity {
  readonly amount: number;
  readonly dimension: Dimension;
}

interface Unit {
  readonly dimension: Dimension;
  readonly factor: number;
}

const DEFINITIONS: readonly (readonly [Dimension, number, string])[] = [
  ['mass', 0.001, 'mg milligram'],
  ['mass', 1, 'g gr gm gram gramme'],
  ['mass', 1000, 'kg kilo kilogram kilogramme'],
  ['mass', 28.349523125, 'oz ounce'],
  ['mass', 453.59237, 'lb pound #'],
  ['volume', 1, 'ml millilitre milliliter cc'],
  ['volume', 10, 'cl centilitre centiliter'],
  ['volume', 100, 'dl'],
  ['volume', 1000, 'l lt ltr litre liter'],
  ['volume', 29.5735295625, 'floz'],
  ['volume', 473.176473, 'pt pint'],
  ['volume', 946.352946, 'qt quart'],
  ['volume', 3785.411784, 'gal gallon'],
  ['volume', 28316.846592, 'cuft'],
  ['length', 1, 'mm millimetre millimeter'],
  ['length', 10, 'cm centimetre centimeter'],
  ['length', 1000, 'm metre meter'],
  ['length', 25.4, 'in inch "'],
  ['length', 304.8, 'ft foot feet'],
  ['length', 914.4, 'yd yard'],
  ['area', 1, 'sqft'],
  ['storage', 1e3, 'kb kilobyte'],
  ['storage', 1e6, 'mb megabyte meg'],
  ['storage', 1e9, 'gb gigabyte gig gbyte'],
  ['storage', 1e12, 'tb terabyte'],
  ['dataRate', 1e6, 'mbps mbit'],
  ['dataRate', 1e9, 'gbps gbit'],
  ['frequency', 1, 'hz hertz'],
  ['frequency', 1e3, 'khz'],
  ['frequency', 1e6, 'mhz'],
  ['frequency', 1e9, 'ghz'],
  ['power', 1, 'w watt'],
  ['power', 1e3, 'kw kilowatt'],
  ['power', 745.7, 'hp horsepower'],
  ['voltage', 1, 'v volt vdc vac'],
  ['charge', 1, 'mah'],
  ['charge', 1e3, 'ah'],
  ['resolution', 1, 'mp megapixel mpix'],
  ['rotation', 1, 'rpm'],
  ['heat', 1, 'btu'],
  ['magnification', 1, 'x'],
  ['pieces', 1, 'pack pk ct count pcs piece'],
  ['users', 1, 'user seat'],
  ['ports', 1, 'port'],
  ['channels', 1, 'channel ch'],
  ['discs', 1, 'disc disk'],
  ['sheets', 1, 'sheet page'],
  ['duration', 1, 'sec second'],
  ['duration', 60, 'min minute'],
  ['duration', 3600, 'hr hour'],
  ['duration', 86400, 'day'],
  ['duration', 31557600, 'yr year'],
];

const UNITS: ReadonlyMap<string, Unit> = new Map(
  DEFINITIONS.flatMap(([dimension, factor, names]) =>
    names
      .split(' ')
      .flatMap((name) => spellings(name).map((spelling): [string, Unit] => [spelling, { dimension, factor }])),
  ),
);

/** A regular expression's alternatives for the units that may stand apart from their number in running text. */
export const spacedUnits = [...UNITS.keys()]
  .filter((name) => /^(?:[a-z]{2,}|[glw])$/.test(name) && name !== 'in')
  .sort((a, b) => b.length - a.length)
  .join('|');

const QUANTITY = /^\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*-?\s*((?:fl|cu|sq)\.?\s*)?([a-z]+|["#])\.?\s*$/i;

/** The unit of a folded word (`gb`, `ounces`), or `undefined`. */
export function readUnit(word: string): { readonly dimension: Dimension; readonly factor: number } | undefined {
  return UNITS.get(word);
}

/** Reads a number with a unit: `1.5 kg`, `12 fl. oz`, `500GB`, `19"`. */
export function readQuantity(text: string): Quantity | undefined {
  const parts = QUANTITY.exec(text);
  if (!parts) return undefined;
  const [, number = '', prefix = '', name = ''] = parts;
  const unit = UNITS.get(prefix.toLowerCase().replace(/[^a-z]/g, '') + name.toLowerCase());
  return unit && quantity(Number(number.replace(',', '.')), unit);
}

/** The amount in the base unit, rounded to four significant digits so that conversions agree. */
export function quantity(amount: number, unit: Unit): Quantity {
  return { amount: Number((amount * unit.factor).toPrecision(4)), dimension: unit.dimension };
}

function spellings(name: string): readonly string[] {
  if (name.length === 1 || name === 'feet') return [name];
  return /(?:ch|x)$/.test(name) ? [name, `${name}s`, `${name}es`] : [name, `${name}s`];
}
