const { createTransformer } = require('@swc/jest');

// Compiled to CommonJS, `./x.js` is still named as the ESM that it is in production, and the source is `./x.ts`. Jest's own
// name mapping does not hold for the set-up of a run.
module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      ...swc,
      process(source, path, jestOptions) {
        const { code, map } = swc.process(source, path, jestOptions);
        return {
          code: path.endsWith('.ts') ? code.replace(/require\("(\.[^"]+)\.js"\)/g, 'require("$1")') : code,
          map,
        };
      },
    };
  },
};
