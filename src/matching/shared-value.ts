/**
 * Of values that many things share by chance, as a birthday, those are generic that far more share than is typical of their kind.
 * What is typical is measured on the blocks themselves, so that it follows the size of the store and the kind of things in it: the
 * birthdays of ten million people, or of the pupils of one school, are all shared by many. Sizes are told apart in steps only, so
 * that few changes of a block change anything.
 */

/** Each step of size is so many times the one before; the first is the cap of a block. */
export const stepWidth = 4;

/** The size of a kind's block of this rank, from the largest, is typical: fewer values than that are generic at a time. */
export const typicalRank = 100;

/** The largest step that a block of `size` records exceeds; 0 where it is within the cap. */
export function stepBelow(size: number, cap: number): number {
  if (size <= cap) return 0;
  let step = cap;
  while (size > step * stepWidth) step *= stepWidth;
  return step;
}

/**
 * The step that the block of a generic value exceeds: at least four times as many share it as share a typical one.
 *
 * @param typical the step of the block of typical size; none where fewer blocks than that exceed the cap
 */
export function genericFrom(typical: number | undefined, cap: number): number {
  return stepWidth * (typical === undefined ? cap : stepWidth * typical);
}
