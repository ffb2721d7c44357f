/** An amount of money. `currency` is an ISO 4217 code, absent where the text names none. */
export interface Price {
  readonly price: number;
  readonly currency?: string;
}

const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'USD',
    us$: 'USD',
    c$: 'CAD',
    ca$: 'CAD',
    a$: 'AUD',
    au$: 'AUD',
    nz$: 'NZD',
    hk$: 'HKD',
    s$: 'SGD',
    nt$: 'TWD',
    mx$: 'MXN',
    r$: 'BRL',
    '€': 'EUR',
    euro: 'EUR',
    euros: 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    円: 'JPY',
    元: 'CNY',
    rmb: 'CNY',
    '₹': 'INR',
    rs: 'INR',
    'rs.': 'INR',
    '₩': 'KRW',
    '₽': 'RUB',
    руб: 'RUB',
    'руб.': 'RUB',
    '₺': 'TRY',
    tl: 'TRY',
    '₴': 'UAH',
    '₪': 'ILS',
    '₫': 'VND',
    '฿': 'THB',
    '₱': 'PHP',
    '₦': 'NGN',
    zł: 'PLN',
    kč: 'CZK',
    ft: 'HUF',
    lei: 'RON',
    'fr.': 'CHF',
    sfr: 'CHF',
    dollar: 'USD',
    dollars: 'USD',
  }),
);

const CODES: ReadonlySet<string> = new Set(
  (
    'AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HRK HUF IDR ILS INR ISK JOD JPY KES KRW ' +
    'KWD LKR MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD UAH USD UYU VND ZAR'
  ).split(' '),
);

/** Currencies of regions where a lone point before three digits parts thousands (`€ 1.299`). */
const POINT_PARTS_THOUSANDS: ReadonlySet<string> = new Set([
  'EUR',
  'DKK',
  'BRL',
  'TRY',
  'IDR',
  'VND',
  'CLP',
  'COP',
  'ARS',
  'ISK',
  'RSD',
  'RON',
]);

const PRICE =
  /^((?:[^\d\s.,+-]{1,6}\.?)?)\s*((?:\d[\d.,'’\s\u00a0\u202f]*\d|\d)[.,]?|[.,]\d+)(?:-{1,2}|–|—)?\s*((?:[^\d\s.,+-]{1,6}\.?)?)$/u;

/**
 * Reads a price as written in lists and shops: `$1,299.00`, `1.299,00 €`, `EUR 12`, `1'299.50 CHF`, `9.`.
 * Thousands and decimal separators are told apart by their order, number and grouping; what stays open
 * (`1.299`) is read by the habit of the currency, else as English.
 *
 * @returns `undefined` where the text is no single amount (a range, a negative number, words).
 */
export function readPrice(text: string): Price | undefined {
  const parts = PRICE.exec(text.trim());
  if (!parts) return undefined;
  const [, before = '', amount = '', after = ''] = parts;
  const leading = readCurrency(before);
  const trailing = readCurrency(after);
  if ((before && !leading) || (after && !trailing) || (leading && trailing && !agree(before, leading, trailing))) {
    return undefined;
  }
  const currency = trailing ?? leading;
  const price = readAmount(amount, currency);
  if (price === undefined) return undefined;
  return currency ? { price, currency } : { price };
}

/** The ISO 4217 code of a currency sign, abbreviation or code, in any case. */
export function readCurrency(text: string): string | undefined {
  const folded = text.trim().toLowerCase();
  const code = folded.toUpperCase();
  return SIGNS.get(folded) ?? (CODES.has(code) ? code : undefined);
}

/** `$ 5 CAD`: the plain dollar sign yields to a code of another dollar. */
function agree(sign: string, leading: string, trailing: string): boolean {
  return leading === trailing || (sign === '$' && trailing.endsWith('D'));
}

function readAmount(text: string, currency: string | undefined): number | undefined {
  const digits = text.replace(/['’\s\u00a0\u202f]/g, '');
  const decimalAt = decimalPosition(digits, currency);
  const whole = decimalAt < 0 ? digits : digits.slice(0, decimalAt);
  const fraction = decimalAt < 0 ? '' : digits.slice(decimalAt + 1);
  if (!isGrouped(whole) || /[.,]/.test(fraction)) return undefined;
  const price = Number(`${whole.replace(/[.,]/g, '') || '0'}.${fraction || '0'}`);
  return Number.isFinite(price) ? price : undefined;
}

/** Where the decimal separator stands, or -1 where all separators part thousands. */
function decimalPosition(digits: string, currency: string | undefined): number {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return -1;
  const separator = digits.charAt(last);
  if (digits.indexOf(separator) < last) return -1;
  const other = separator === '.' ? ',' : '.';
  const threeFollow = digits.length - last === 4;
  if (digits.includes(other) || !threeFollow || last > 3 || last === 0 || digits.startsWith('0')) return last;
  if (separator === ',') return -1;
  return currency !== undefined && POINT_PARTS_THOUSANDS.has(currency) ? -1 : last;
}

/** Digits without separators, or in groups of three by one separator (or two and three, as in India). */
function isGrouped(whole: string): boolean {
  return (
    /^\d*$/.test(whole) ||
    /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(whole) ||
    /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)
  );
}
