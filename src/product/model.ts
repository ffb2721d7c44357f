import type { MatchingModel } from '../matching/model.js';
import type { Feature } from './standard-form.js';

/** The shipped default model of products. */
export const model: MatchingModel<Feature> = {
  prior: -7,
  thresholds: { link: 0, review: -3 },
  frequencies: {},
  comparisons: [
    {
      name: 'gtin',
      levels: [
        { label: 'missing', when: { kind: 'missing', features: ['gtin'] }, m: 1, u: 1 },
        { label: 'equal', when: { kind: 'exact', feature: 'gtin' }, m: 0.95, u: 0.00001 },
        { label: 'different', when: { kind: 'otherwise' }, m: 0.05, u: 0.99999 },
      ],
    },
    {
      name: 'code',
      levels: [
        { label: 'missing', when: { kind: 'missing', features: ['codes'] }, m: 1, u: 1 },
        { label: 'equal', when: { kind: 'exact', feature: 'codes' }, m: 0.8, u: 0.001 },
        { label: 'different', when: { kind: 'otherwise' }, m: 0.2, u: 0.999 },
      ],
    },
    {
      name: 'title',
      levels: [
        { label: 'missing', when: { kind: 'missing', features: ['title'] }, m: 1, u: 1 },
        {
          label: 'same words',
          when: { kind: 'overlap', feature: 'title', over: 'jaccard', atLeast: 0.8 },
          m: 0.3,
          u: 0.0005,
        },
        {
          label: 'most words',
          when: { kind: 'overlap', feature: 'title', over: 'jaccard', atLeast: 0.5 },
          m: 0.3,
          u: 0.002,
        },
        {
          label: 'some words',
          when: { kind: 'overlap', feature: 'title', over: 'jaccard', atLeast: 0.25 },
          m: 0.25,
          u: 0.03,
        },
        { label: 'few words', when: { kind: 'otherwise' }, m: 0.15, u: 0.9675 },
      ],
    },
  ],
};
