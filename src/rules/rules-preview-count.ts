import type { AttributeValue } from '../domain/attribute.js';
import type { GoldenContent } from '../survivorship/survive.js';
import type { PreviewedAttribute, RulesPreviewResult } from './rules-preview.dto.js';

const examplesKept = 5;

/** Adds up what rules would change, one golden record at a time, in memory that does not grow with their number. */
export class RulesPreviewCount {
  goldenRecords = 0;
  private changed = 0;
  private newVersions = 0;
  private readonly attributes: ReadonlyMap<string, PreviewedAttribute>;

  /** @param attributes names in the order in which they are told */
  constructor(attributes: readonly string[]) {
    this.attributes = new Map(
      attributes.map((attribute) => [attribute, { attribute, changed: 0, gained: 0, lost: 0, examples: [] }]),
    );
  }

  add(goldenId: string, before: GoldenContent, after: GoldenContent): void {
    this.goldenRecords++;
    const different = [...this.attributes.values()].filter(
      ({ attribute }) => !same(before.attributes[attribute], after.attributes[attribute]),
    );
    for (const counted of different) count(counted, goldenId, before, after);
    if (different.length > 0) this.changed++;
    if (different.length > 0 || !same(before.lineage, after.lineage)) this.newVersions++;
  }

  result(): Omit<RulesPreviewResult, 'version'> {
    const { goldenRecords, changed, newVersions } = this;
    const attributes = [...this.attributes.values()].filter((counted) => counted.changed > 0);
    return { goldenRecords, changed, newVersions, attributes };
  }
}

function count(
  counted: Writable<PreviewedAttribute>,
  goldenId: string,
  before: GoldenContent,
  after: GoldenContent,
): void {
  const { attribute } = counted;
  const [was, is] = [before.attributes[attribute], after.attributes[attribute]];
  counted.changed++;
  if (was === undefined) counted.gained++;
  if (is === undefined) counted.lost++;
  if (counted.examples.length >= examplesKept) return;
  const [strategyBefore, strategyAfter] = [before, after].map(({ lineage }) => lineage[attribute]?.strategy);
  counted.examples.push({
    goldenId,
    ...(was !== undefined && { before: was }),
    ...(is !== undefined && { after: is }),
    ...(strategyBefore !== undefined && { strategyBefore }),
    ...(strategyAfter !== undefined && { strategyAfter }),
  });
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function same(x: AttributeValue | object | undefined, y: AttributeValue | object | undefined): boolean {
  return x === y || JSON.stringify(x) === JSON.stringify(y);
}
