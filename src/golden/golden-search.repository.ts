import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { withSwappedLetters } from './swapped-letters.js';

// How alike a word of the text must be to count as found, in [0, 1], and whether every word must be. Strictest first.
const rungs = [
  { likeness: 0.8, swapped: false, combine: ' and ' },
  { likeness: 0.4, swapped: true, combine: ' and ' },
  { likeness: 0.4, swapped: true, combine: ' or ' },
] as const;

@Injectable()
export class GoldenSearchRepository {
  constructor(private readonly database: Database) {}

  /**
   * Ids of at most `limit` active golden records whose search text is like the words. Looser likeness is tried only
   * while fewer than `enough` are found.
   *
   * The trigram index finds the matches; what costs is comparing the words with each, so no rung looks at more than it
   * returns: it takes the first matches that it meets and leaves their order to the ranking. The planner takes any word
   * for a common one and would sooner read the table, hence `enable_seqscan`.
   */
  async candidates(collection: string, words: readonly string[], enough: number, limit: number): Promise<string[]> {
    const found = new Set<string>();
    if (words.length === 0) return [];
    await this.database.transaction(async (tx) => {
      found.clear();
      for (const { likeness, swapped, combine } of rungs) {
        if (found.size >= enough) return;
        await tx.query(
          `/* golden.search_settings */
          select set_config('pg_trgm.word_similarity_threshold', $1, true),
            set_config('pg_trgm.strict_word_similarity_threshold', '1', true), set_config('enable_seqscan', 'off', true)`,
          [String(likeness)],
        );
        const parameters: unknown[] = [collection, limit];
        const like = (word: string, operator: '<%' | '<<%') =>
          `$${parameters.push(word)}::text ${operator} search_text`;
        const conditions = words.map((word) => {
          const variants = swapped ? withSwappedLetters(word) : [];
          return `(${[like(word, '<%'), ...variants.map((variant) => like(variant, '<<%'))].join(' or ')})`;
        });
        const rows = await tx.query<{ id: string }>(
          `/* golden.search */
          select id from golden
          where status = 'active' and collection = $1 and (${conditions.join(combine)})
          limit $2`,
          parameters,
        );
        for (const { id } of rows) found.add(id);
      }
    });
    return [...found].slice(0, limit);
  }
}
