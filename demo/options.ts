import { parseArgs } from 'node:util';

/** What the demonstration is asked to do. */
export interface DemoOptions {
  /** End by itself instead of serving until Ctrl-C. */
  readonly exit: boolean;
  readonly port?: string;
  /** A file of the user's own and the mapping that goes with it, instead of generated records. */
  readonly own?: { readonly data: string; readonly mapping: string };
  readonly customers: number;
  readonly products: number;
  readonly seed: number;
}

export const usage = `Usage: npm run demo -- [options]
  --exit                        end when all is shown, instead of serving until Ctrl-C
  --port PORT                   listen there (otherwise PORT, or 3000)
  --data FILE --mapping FILE    load this CSV, NDJSON or JSON file instead of generated records
  --customers N, --products N   how many records to generate, about (5000 and 2000)
  --seed N                      generate others (1)
  --help                        say this`;

/** @throws Error saying what is wrong with the arguments. */
export function readOptions(argv: readonly string[]): DemoOptions | 'help' {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      exit: { type: 'boolean', default: false },
      port: { type: 'string' },
      data: { type: 'string' },
      mapping: { type: 'string' },
      customers: { type: 'string', default: '5000' },
      products: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { data, mapping } = values;
  if ((data === undefined) !== (mapping === undefined)) throw new Error('--data and --mapping go together.');
  return {
    exit: values.exit,
    ...(values.port !== undefined && { port: String(wholeNumber('--port', values.port)) }),
    ...(data !== undefined && mapping !== undefined && { own: { data, mapping } }),
    customers: wholeNumber('--customers', values.customers),
    products: wholeNumber('--products', values.products),
    seed: wholeNumber('--seed', values.seed),
  };
}

/** @throws Error naming the option, when its text is no whole number. */
export function wholeNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${name} must be a whole number.`);
}
