import type { Thresholds } from '../matching/model.js';
import type { MatchVerdict } from './matches.dto.js';

/** What a model would do with a pair of such a weight. */
export function verdictOf({ link, review }: Thresholds, weight: number): MatchVerdict {
  if (weight >= link) return 'link';
  return weight >= review ? 'review' : 'none';
}
