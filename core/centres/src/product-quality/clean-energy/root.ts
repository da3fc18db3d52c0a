/**
 * The root of a rising function within a bracket, halved until no number lies between its ends.
 *
 * @param rising at most zero at `low`, at least zero at `high`
 */
export function rootWithin(low: number, high: number, rising: (x: number) => number): number {
  let [a, b] = [low, high];
  for (;;) {
    const middle = a + (b - a) / 2;
    if (!(middle > a && middle < b)) return Math.abs(rising(a)) < Math.abs(rising(b)) ? a : b;
    if (rising(middle) < 0) a = middle;
    else b = middle;
  }
}
