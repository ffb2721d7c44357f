/** Where two partitions of the same records differ. */
export interface Difference {
  readonly missing: readonly string[];
  readonly added: readonly string[];
  /** Records that have other companions. */
  readonly moved: readonly string[];
}

/** Compares which records are together; what their groups are called does not matter. */
export function compareMembership(
  expected: ReadonlyMap<string, string>,
  actual: ReadonlyMap<string, string>,
): Difference {
  const [before, after] = [companions(expected), companions(actual)];
  return {
    missing: [...expected.keys()].filter((record) => !actual.has(record)),
    added: [...actual.keys()].filter((record) => !expected.has(record)),
    moved: [...expected.keys()].filter((record) => actual.has(record) && before.get(record) !== after.get(record)),
  };
}

export function isSame({ missing, added, moved }: Difference): boolean {
  return missing.length + added.length + moved.length === 0;
}

/** Each record's group as one text: the records in it, in order. */
function companions(membership: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>();
  for (const [record, group] of membership) {
    const members = groups.get(group);
    if (members) members.push(record);
    else groups.set(group, [record]);
  }
  const texts = new Map([...groups].map(([group, records]) => [group, records.sort().join('\n')]));
  return new Map([...membership].map(([record, group]) => [record, texts.get(group) ?? '']));
}
