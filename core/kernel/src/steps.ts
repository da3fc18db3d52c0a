/**
 * Takes the steps of long work to its end, for those who need not stop on the way. Whoever must stay able to answer
 * takes them one by one instead and leaves off where the work is no longer wanted.
 *
 * @returns what the work came to
 * @source ECMA-262, 27.5 (generators hold still between two steps)
 * @example toTheEnd((function* () { yield; return 6 * 7; })()) // → 42 (6·7)
 */
export function toTheEnd<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
