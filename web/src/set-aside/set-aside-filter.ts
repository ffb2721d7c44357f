/** What was set aside: records that could not be resolved, lines that were rejected, blocks that say nothing any more. */
export const setAsideKinds = ['quarantine', 'rejections', 'blocks'] as const;
export type SetAsideKind = (typeof setAsideKinds)[number];

/** What is shown, as it stands in the address. */
export interface SetAsideFilter {
  readonly kind?: SetAsideKind | undefined;
  readonly source?: string | undefined;
}

export function readSetAsideFilter({ kind, source }: Record<string, unknown>): SetAsideFilter {
  const known = setAsideKinds.find((one) => one === kind);
  return {
    ...(known !== undefined && known !== 'quarantine' && { kind: known }),
    ...(typeof source === 'string' && source !== '' && { source }),
  };
}
