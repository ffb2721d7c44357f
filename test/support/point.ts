import type { Attributes, CanonicalRecord } from '../../src/domain/attribute.js';
import { defineDomain } from '../../src/domain/domain.js';
import { level, missing, otherwise, within } from '../../src/matching/authoring.js';
import type { MatchingModel } from '../../src/matching/model.js';
import { by, trust } from '../../src/survivorship/authoring.js';

const attributes = {
  price: { kind: 'price', description: 'Where it lies on the line.' },
} as const satisfies Attributes;

type Feature = 'place';

/** Weights of 3, 1, -1, ... bits at distances of 0, 1, 2, ...; only at 0 and 1 do two points link by themselves. */
const distances = [0, 1, 2, 3, 4].map((distance) =>
  level<Feature>(`within ${distance}`, within('place', distance), 2 ** (-3 * distance), 2 ** (-distance - 3)),
);

const model: MatchingModel<Feature> = {
  prior: 0,
  thresholds: { link: 1, review: -5, mutualBest: 6 },
  frequencies: {},
  comparisons: [{ name: 'place', levels: [missing('place'), ...distances, otherwise(2 ** -20, 1)] }],
};

/** A test's domain of points on a line, the nearer the likelier one: points of two sources that are nearest to each other join. */
export const point = defineDomain({
  collection: 'points',
  entity: 'point',
  attributes,
  features: ['place'],
  standardize: ({ price }: CanonicalRecord<typeof attributes>) => (typeof price === 'number' ? { place: price } : {}),
  blockKeys: ({ place }) => (typeof place === 'number' ? ['line'] : []),
  maximumBlockSize: { selective: 100, broad: 100 },
  model,
  survivorship: { attributes: { price: by(trust) } },
  searchAttributes: ['price'],
});
