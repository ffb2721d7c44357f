import type { Training, TrainingInput } from './training.js';
import { trainInSteps } from './train-in-steps.js';

/**
 * Trains a model without labels. Deterministic: a function of the set of its input alone. Throws a `ModelError` where the
 * model that is to be trained is not valid.
 */
export function train(input: TrainingInput): Training {
  const steps = trainInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
