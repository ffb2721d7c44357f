import { installed, run } from './run.mjs';

/** Tries what may happen all at once for as often as it is told (`npm run soak -- 500`), and shrinks what fails. */
export function soak([runs = '200']) {
  if (!/^[1-9]\d*$/.test(runs)) throw new Error('How many runs? npm run soak -- 500');
  process.env.AURUM_SOAK_RUNS = runs;
  return check(['test/faults/turmoil']);
}

/** What must hold before anything lands, in the order of what is quickest to mend. */
const checks = [
  ['Types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']],
  ['Types of the console', 'typescript/bin/tsc', ['-p', 'web/tsconfig.json']],
  ['Lint', 'eslint/bin/eslint.js', ['.']],
  ['Format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  [
    'Direction of imports',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.js', 'src', 'migrations', 'demo', 'bench', 'test', 'web/src'],
  ],
];

/**
 * Runs every check and all tests, and gives the exit code. With parameters it runs only jest, with these: `npm test -- src/golden`.
 * Parameters that only say how jest reports (`--json`, `--outputFile`) leave the checks in.
 */
export async function check(parameters) {
  const onlyTests = parameters.some((parameter) => !/^--(json|outputFile=.*|ci)$/.test(parameter));
  const failed = [];
  for (const [name, script, itsParameters] of onlyTests ? [] : checks) {
    process.stderr.write(`${name} ...\n`);
    if ((await run(installed(script), itsParameters)) !== 0) failed.push(name);
  }
  process.stderr.write('Tests ...\n');
  if ((await run(installed('jest/bin/jest.js'), parameters)) !== 0) failed.push('Tests');
  process.stderr.write(failed.length === 0 ? 'All is well.\n' : `Failed: ${failed.join(', ')}.\n`);
  return failed.length === 0 ? 0 : 1;
}
