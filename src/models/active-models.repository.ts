import { Injectable } from '@nestjs/common';
import type { MatchingModel } from '../matching/model.js';
import type { Queryable } from '../platform/database/database.js';

@Injectable()
export class ActiveModelsRepository {
  /** @returns `undefined` where no model was ever activated */
  async activeId(db: Queryable, collection: string): Promise<string | undefined> {
    const [row] = await db.query<{ id: string }>(
      `/* models.active_id */ select model_id as id from active_model where collection = $1`,
      [collection],
    );
    return row?.id;
  }

  async model(db: Queryable, collection: string, id: string): Promise<MatchingModel | undefined> {
    const [row] = await db.query<{ model: MatchingModel }>(
      `/* models.model */ select model from matching_model where id = $2 and collection = $1`,
      [collection, id],
    );
    return row?.model;
  }
}
