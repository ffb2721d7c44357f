import type { Domain } from '../domain/domain.js';
import { restoreForm, type StoredForm } from '../matching/stored-form.js';
import type { TrainingLabel, TrainingRecord } from '../matching/training/training.js';

/** A record of a sample. What is compared of it stays text until it is asked for, which takes a third of the memory. */
export interface SampledRow {
  readonly id: number;
  readonly source: string;
  readonly duplicateFree: boolean;
  readonly standard: string;
  readonly blockKeys: readonly number[];
  /** Whether it was drawn at random, or came along with one that was. */
  drawn: boolean;
}

/** What a model is trained on. */
export interface TrainingSample {
  readonly rows: readonly SampledRow[];
  /** How many records the collection holds. */
  readonly population: number;
  readonly labels: readonly TrainingLabel[];
}

/** The records of a sample, in order of id, each read as it is asked for. */
export function* trainingRecords({ features }: Domain, rows: readonly SampledRow[]): Generator<TrainingRecord> {
  for (const row of rows) yield { ...row, standard: restoreForm(features, JSON.parse(row.standard) as StoredForm) };
}
