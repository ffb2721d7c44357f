import { any, exact, level, missing, otherwise, similar } from '../matching/authoring.js';
import type { Comparison, Condition } from '../matching/comparison.js';
import type { Feature } from './feature.js';

function words(over: 'jaccard' | 'containment' | 'cosine', atLeast: number): Condition<Feature> {
  return { kind: 'overlap', feature: 'organizationWords', over, table: 'organizationWord', atLeast };
}

const organizationName: Comparison<Feature> = {
  name: 'organizationName',
  levels: [
    missing('organizationName'),
    level('same', exact('organizationName'), 0.6, 0.00002, {
      feature: 'organizationWords',
      table: 'organizationWord',
      strength: 0.3,
      limit: 4,
    }),
    level('same words', words('jaccard', 0.98), 0.05, 0.00001),
    level('nearly the same', similar('organizationName', 'jaroWinkler', 0.94), 0.1, 0.0002),
    level('most of what tells it apart', words('cosine', 0.75), 0.1, 0.0002),
    level('one holds the other', words('containment', 0.98), 0.08, 0.001),
    level('initials of the other', exact('organizationInitials'), 0.01, 0.0005),
    level('alike', any(similar('organizationName', 'jaroWinkler', 0.86), words('cosine', 0.5)), 0.06, 0.004),
    level('some words', words('cosine', 0.25), 0.03, 0.03),
    otherwise(0.02, 0.96),
  ],
};

const legalForm: Comparison<Feature> = {
  name: 'legalForm',
  levels: [missing('legalForm'), level('same', exact('legalForm'), 0.85, 0.3), otherwise(0.15, 0.7)],
};

/** What is compared of organizations. */
export const organizationComparisons: readonly Comparison<Feature>[] = [organizationName, legalForm];
