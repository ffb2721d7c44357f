import { readFileSync } from 'node:fs';

// The direction of the house: pure rooms <- domains <- domains.ts; pure rooms <- platform <- features.
const pureRooms = '^src/(domain|standardization|matching|survivorship)/';
// A domain is a folder that domains.ts lists, so that a new one is under the rules from its first line.
const domainFolders = [...readFileSync('src/domains.ts', 'utf8').matchAll(/from '\.\/([\w-]+)\//g)]
  .map(([, folder]) => folder)
  .filter((folder) => folder !== 'domain');
const domains = `^src/(${domainFolders.join('|')})/`;
const features =
  '^src/(auth|sources|ingestion|resolution|golden|rules|pins|models|stewardship|events|operations|console)/';
const specs = '\\.spec\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'pure-rooms-import-only-pure-rooms',
      comment: 'Pure rooms are plain functions over plain data: no domain, no process, no framework.',
      severity: 'error',
      from: { path: pureRooms, pathNot: specs },
      to: { path: '^src/', pathNot: pureRooms },
    },
    {
      name: 'a-domain-imports-only-pure-rooms-and-itself',
      severity: 'error',
      from: { path: domains, pathNot: specs },
      to: { path: '^src/', pathNot: [pureRooms, '^src/$1/'] },
    },
    {
      name: 'pure-code-knows-no-framework-and-does-no-io',
      severity: 'error',
      from: { path: [pureRooms, domains], pathNot: specs },
      to: {
        path: [
          '^node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|fastify|pino|rxjs|reflect-metadata|class-)',
          '^(node:)?(fs|net|http|https|child_process|crypto|os|worker_threads|timers|dns)(/|$)',
        ],
      },
    },
    {
      name: 'only-domains-ts-knows-domains',
      severity: 'error',
      from: { path: '^src/', pathNot: [domains, '^src/domains\\.ts$', specs] },
      to: { path: domains },
    },
    {
      name: 'only-the-process-knows-the-list-of-domains',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/main\\.ts$', specs] },
      to: { path: '^src/domains\\.ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: specs },
      to: { path: [features, '^src/app\\.module\\.ts$'] },
    },
    {
      name: 'repositories-and-entities-are-private-to-their-folder',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/.*\\.(repository|entity)\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'production-code-imports-no-development-dependency',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: specs },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'production-code-imports-no-test',
      severity: 'error',
      from: { path: '^(src|migrations|demo|bench)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
