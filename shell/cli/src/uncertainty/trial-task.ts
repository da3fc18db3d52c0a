/** States of a task; a thread sets the last two and wakes who waits. */
export const WAITING = 0;
export const DONE = 1;
export const FAILED = 2;

/** A range of trials, the shared arrays that take them (one per output), and how far it is. */
export type TrialTask = {
  readonly first: number;
  readonly count: number;
  readonly columns: readonly Float64Array[];
  readonly state: Int32Array<SharedArrayBuffer>;
};
