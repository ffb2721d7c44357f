import type { Domain } from '../domain/domain.js';
import type { MatchingModel } from '../matching/model.js';
import type { TrainingReport } from '../matching/training/training.js';
import { Problem } from '../platform/http/problem.js';
import { shippedModelId } from './active-models.js';
import type { ActiveRow, ModelRow } from './matching-models.repository.js';

export type ModelOrigin = 'shipped' | 'trained';

/** A candidate was never active, a retired model is so no more. */
export type ModelStatus = 'candidate' | 'active' | 'retired';

/** A model of a collection, shipped or trained, and what is noted of it. */
export interface HeldModel {
  readonly id: string;
  /** Counts up from 1 with each training; the shipped model is 0. */
  readonly version: number;
  readonly origin: ModelOrigin;
  readonly status: ModelStatus;
  readonly model: MatchingModel;
  readonly report: TrainingReport | null;
  readonly createdAt: Date | null;
  readonly createdBy: string | null;
  readonly activatedAt: Date | null;
  readonly activatedBy: string | null;
}

export function trainedModel(row: ModelRow, active: ActiveRow | undefined): HeldModel {
  const inactive = row.activatedAt === null ? 'candidate' : 'retired';
  return { ...row, origin: 'trained', status: active?.modelId === row.id ? 'active' : inactive };
}

/** The model that a domain ships: in force until another one is activated. */
export function shippedModel({ model }: Domain, active: ActiveRow | undefined): HeldModel {
  const isActive = active === undefined || active.modelId === shippedModelId;
  return {
    id: shippedModelId,
    version: 0,
    origin: 'shipped',
    status: isActive ? 'active' : 'retired',
    model,
    report: null,
    createdAt: null,
    createdBy: null,
    activatedAt: isActive ? (active?.activatedAt ?? null) : null,
    activatedBy: isActive ? (active?.activatedBy ?? null) : null,
  };
}

export function modelUnknown({ collection }: Domain, id: string): Problem {
  return new Problem(404, 'Model not found', `There is no matching model '${id}' of ${collection}.`);
}
