import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database/database.js';

/** What a typed word may have been meant to be. */
export interface LikeWord {
  readonly typed: string;
  readonly word: string;
}

@Injectable()
export class SearchWordsRepository {
  constructor(private readonly database: Database) {}

  /**
   * A statement of its own, which locks nothing that a resolution in progress would wait for. It does not wait until it is durable:
   * the commit of any transaction that ends after it makes it so.
   */
  async add(words: readonly string[]): Promise<void> {
    await this.database.query(
      `/* golden.add_words */
      insert into search_word (word)
      select w.word
      from (select set_config('synchronous_commit', 'off', true)) as no_wait cross join unnest($1::text[]) as w(word)
      order by 1
      on conflict do nothing`,
      [words],
    );
  }

  /**
   * Listed words that are like the given ones or start like them, for each the most alike, at most `limit`.
   *
   * @param likeness in (0, 1], as pg_trgm's word similarity
   */
  async like(tx: Transaction, words: readonly string[], likeness: number, limit: number): Promise<LikeWord[]> {
    if (words.length === 0) return [];
    await tx.query(
      `/* golden.word_settings */
      select set_config('pg_trgm.word_similarity_threshold', $1, true), set_config('enable_seqscan', 'off', true)`,
      [String(likeness)],
    );
    return tx.query<LikeWord>(
      `/* golden.like_words */
      select t.typed, v.word
      from unnest($1::text[]) as t(typed)
      cross join lateral (
        select word from search_word w where t.typed <% w.word
        order by word_similarity(t.typed, w.word) desc, length(w.word), w.word
        limit $2
      ) v`,
      [words, limit],
    );
  }
}
