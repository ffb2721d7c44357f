import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database/database.js';
import { SearchWordsRepository } from './search-words.repository.js';
import { isSpelt } from './search-words.js';

/** So many words are known to be listed without a look. */
const mostKnown = 100_000;

/**
 * The list of all words that golden records are searched by. A trigram index of words, each there once, is a small part of
 * one of whole texts, and most texts bring no new word.
 */
@Injectable()
export class SearchVocabulary {
  private readonly known = new Set<string>();

  constructor(private readonly repository: SearchWordsRepository) {}

  /**
   * Lists the words of golden records before these are to be seen. A word that none has in the end does no harm. What is listed is
   * durable once the transaction that writes the golden records is, and known from then on.
   */
  async add(tx: Transaction, wordsOf: Iterable<readonly string[]>): Promise<void> {
    const unknown = new Set<string>();
    for (const words of wordsOf)
      for (const word of words) if (!this.known.has(word) && isSpelt(word)) unknown.add(word);
    if (unknown.size === 0) return;
    await this.repository.add([...unknown]);
    tx.whenEnded((committed) => {
      if (!committed) return;
      if (this.known.size + unknown.size > mostKnown) this.known.clear();
      for (const word of unknown) this.known.add(word);
    });
  }
}
