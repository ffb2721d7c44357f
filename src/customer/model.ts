import { exact, level, missing, otherwise } from '../matching/authoring.js';
import type { Comparison } from '../matching/comparison.js';
import type { MatchingModel } from '../matching/model.js';
import { contactComparisons } from './contact-comparisons.js';
import { corroborationComparison } from './corroboration-comparison.js';
import { familyNameFrequency } from './family-name-frequency.js';
import type { Feature } from './feature.js';
import { givenNameFrequency } from './given-name-frequency.js';
import { householdComparison } from './household-comparison.js';
import { localityFrequency } from './locality-frequency.js';
import { organizationComparisons } from './organization-comparisons.js';
import { organizationWordFrequency } from './organization-word-frequency.js';
import { personComparisons } from './person-comparisons.js';

const kind: Comparison<Feature> = {
  name: 'kind',
  levels: [missing('kind'), level('same', exact('kind'), 1, 1), otherwise(0.001, 0.5, 'a person and an organization')],
};

/** The shipped default model of customers. Its m and u are estimates from general knowledge of such records. */
export const model: MatchingModel<Feature> = {
  prior: -13,
  thresholds: { link: 3, review: -2 },
  frequencies: {
    givenName: givenNameFrequency,
    familyName: familyNameFrequency,
    locality: localityFrequency,
    organizationWord: organizationWordFrequency,
  },
  comparisons: [
    kind,
    ...personComparisons,
    ...organizationComparisons,
    ...contactComparisons,
    householdComparison,
    corroborationComparison,
  ],
};
