import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Domain } from '../domain/domain.js';
import { fold, foldedTokens } from '../standardization/text.js';
import { goldenRecord, type GoldenItem } from './golden.dto.js';
import { GoldenReaderRepository, type GoldenRow } from './golden-reader.repository.js';
import { GoldenSearchRepository } from './golden-search.repository.js';
import { rankByText, textsOf, type TextDocument } from './rank-by-text.js';

/** So many are ranked at least and at most: to rank one takes longer than to find it. */
const [fewestCandidates, mostCandidates] = [100, 200];
const maximumWords = 8;

/** Searches golden records by what a person typed: misspelt, in any order, case and accents aside. Best answers first. */
export class SearchGolden extends Query<GoldenItem[]> {
  constructor(
    readonly domain: Domain,
    readonly text: string,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(SearchGolden)
export class SearchGoldenHandler implements IQueryHandler<SearchGolden> {
  constructor(
    private readonly search: GoldenSearchRepository,
    private readonly reader: GoldenReaderRepository,
  ) {}

  async execute({ domain, text, limit }: SearchGolden): Promise<GoldenItem[]> {
    const words = [...new Set(foldedTokens(text))].slice(0, maximumWords);
    const candidates = Math.min(mostCandidates, Math.max(fewestCandidates, limit));
    const ids = await this.search.candidates(domain.collection, words, limit, candidates);
    const rows = new Map((await this.reader.active(domain.collection, ids)).map((row) => [row.goldenId, row]));
    const documents = [...rows.values()].map((row) => document(domain, row));
    return rankByText(words.join(' '), documents, domain.searchAttributes)
      .slice(0, limit)
      .flatMap(({ id, score }) => {
        const row = rows.get(id);
        return row ? [{ ...goldenRecord(row), score }] : [];
      });
  }
}

function document({ searchAttributes }: Domain, { goldenId, attributes }: GoldenRow): TextDocument {
  const texts = searchAttributes.map((attribute) => [attribute, textsOf(attributes[attribute]).map(fold)] as const);
  return { id: goldenId, texts: Object.fromEntries(texts) };
}
