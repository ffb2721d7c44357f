import type { FeatureValue } from './model.js';

/** A standard form in the making, by feature. */
export type FormInTheMaking<F extends string = string> = { [K in F]?: FeatureValue };

const blanks = new WeakMap<readonly string[], FormInTheMaking>();

/**
 * A new form without any value. All that begin as one have the same shape, in which V8 finds and sets values at once; to grow forms
 * feature by feature gives them as many shapes as there are ways to grow.
 */
export function blankForm<F extends string>(features: readonly F[]): FormInTheMaking<F> {
  const known = blanks.get(features) ?? makeBlank(features);
  return { ...(known as FormInTheMaking<F>) };
}

function makeBlank(features: readonly string[]): FormInTheMaking {
  // An object that JSON makes has room for all of its properties from the start.
  const names = features.map((feature) => `${JSON.stringify(feature)}:null`);
  const blank = JSON.parse(`{${names.join(',')}}`) as FormInTheMaking;
  for (const feature of features) blank[feature] = undefined;
  blanks.set(features, blank);
  return blank;
}
