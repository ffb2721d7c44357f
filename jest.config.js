// The application is ESM. Jest on Node 20 cannot load that, so jest alone compiles it, and the packages that
// are ESM only, to CommonJS.
const esmOnly = [
  '@nestjs',
  '@sparticuz',
  'any-ascii',
  'content-disposition',
  'cookie',
  'double-metaphone',
  'file-type',
  'fuse\\.js',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'uuid',
  '@borewit',
  '@tokenizer',
];

const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.[jt]s$': ['<rootDir>/test/support/jest-transform.cjs', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // Of these the form that is not ESM, as jest never compiles a file that says by its name that it is.
    '^(d3-(?:dispatch|force|quadtree|timer))$': '<rootDir>/node_modules/$1/dist/$1.js',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/web/dist/', '<rootDir>/data/'],
  setupFiles: ['reflect-metadata'],
};

/** @type {import('jest').Config} */
export default {
  maxWorkers: 2,
  // An option of the whole run only: a project's own is not heeded.
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{src,demo,bench,scripts,web}/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'database',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/global-set-up.ts',
      globalTeardown: '<rootDir>/test/support/global-tear-down.ts',
    },
  ],
};
