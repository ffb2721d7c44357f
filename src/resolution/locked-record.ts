/** A record whose membership is locked. */
export interface LockedRecord {
  readonly id: number;
  readonly source: string;
  readonly sourceId: string;
  readonly revision: number;
  readonly deleted: boolean;
  readonly duplicateFree: boolean;
  readonly goldenId: string | null;
}
