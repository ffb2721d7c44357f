import { Injectable } from '@nestjs/common';
import type { MatchingModel } from '../matching/model.js';
import type { TrainingReport } from '../matching/training/training.js';
import type { Queryable, Transaction } from '../platform/database/database.js';

/** What is noted of a trained model. */
export interface ModelRow {
  readonly id: string;
  readonly version: number;
  readonly model: MatchingModel;
  readonly report: TrainingReport;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  /** When it was last activated; null where it never was. */
  readonly activatedAt: Date | null;
  readonly activatedBy: string | null;
}

/** Which model decides, and since when. */
export interface ActiveRow {
  readonly modelId: string;
  readonly operationId: string;
  readonly activatedAt: Date;
  readonly activatedBy: string | null;
}

const columns = `id, version, model, report, created_at as "createdAt", created_by as "createdBy",
  activated_at as "activatedAt", activated_by as "activatedBy"`;

@Injectable()
export class MatchingModelsRepository {
  /** Trained models, newest first, older than version `before`. */
  async page(db: Queryable, collection: string, before: number | undefined, limit: number): Promise<ModelRow[]> {
    return db.query<ModelRow>(
      `/* models.page */
      select ${columns} from matching_model
      where collection = $1 and ($2::integer is null or version < $2)
      order by version desc limit $3`,
      [collection, before ?? null, limit],
    );
  }

  async find(db: Queryable, collection: string, id: string): Promise<ModelRow | undefined> {
    const [row] = await db.query<ModelRow>(
      `/* models.find */ select ${columns} from matching_model where id = $2 and collection = $1`,
      [collection, id],
    );
    return row;
  }

  async active(db: Queryable, collection: string): Promise<ActiveRow | undefined> {
    const [row] = await db.query<ActiveRow>(
      `/* models.active */
      select model_id as "modelId", operation_id as "operationId", activated_at as "activatedAt",
        activated_by as "activatedBy"
      from active_model where collection = $1`,
      [collection],
    );
    return row;
  }

  /** Adds a model as the next version of its collection. */
  async insert(
    tx: Transaction,
    collection: string,
    { id, model, report, createdBy }: Pick<ModelRow, 'id' | 'model' | 'report' | 'createdBy'>,
  ): Promise<void> {
    await tx.query(
      `/* models.lock_versions */ select pg_advisory_xact_lock(hashtext('matching_model'), hashtext($1))`,
      [collection],
    );
    await tx.query(
      `/* models.insert */
      insert into matching_model (id, collection, version, model, report, created_at, created_by)
      select $1, $2, coalesce(max(version), 0) + 1, $3, $4, clock_timestamp(), $5
      from matching_model where collection = $2`,
      [id, collection, JSON.stringify(model), JSON.stringify(report), createdBy],
    );
  }

  /** Switches to a model. From the commit on, every transaction that begins resolves by it. */
  async activate(
    tx: Transaction,
    collection: string,
    { modelId, operationId, activatedBy }: Omit<ActiveRow, 'activatedAt'>,
  ): Promise<void> {
    await tx.query(
      `/* models.activate */
      with noted as (
        update matching_model set activated_at = clock_timestamp(), activated_by = $4 where id = $2 and collection = $1
      )
      insert into active_model (collection, model_id, operation_id, activated_at, activated_by)
      values ($1, $2, $3, clock_timestamp(), $4)
      on conflict (collection) do update set model_id = excluded.model_id, operation_id = excluded.operation_id,
        activated_at = excluded.activated_at, activated_by = excluded.activated_by`,
      [collection, modelId, operationId, activatedBy],
    );
  }
}
