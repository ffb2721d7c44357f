/** The parts of a golden record's view. */
export const goldenTabs = ['values', 'members', 'timeline', 'links', 'decisions'] as const;
export type GoldenTab = (typeof goldenTabs)[number];

/** What is shown of a golden record, as it stands in the address. */
export interface GoldenView {
  readonly tab?: GoldenTab;
  /** The id that was asked for, where that golden record was merged into this one. */
  readonly mergedFrom?: string;
}

export function readGoldenView({ tab, mergedFrom }: Record<string, unknown>): GoldenView {
  const known = goldenTabs.find((one) => one === tab);
  return {
    ...(known !== undefined && known !== 'values' && { tab: known }),
    ...(typeof mergedFrom === 'string' && { mergedFrom }),
  };
}
