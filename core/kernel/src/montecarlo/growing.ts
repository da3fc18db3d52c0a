/**
 * Numbers that become more. Room is doubled when it is used up, so that all stand in one array without a second copy at
 * the end.
 */
export class Growing {
  #room = new Float64Array(1 << 14);
  #count = 0;

  add(values: Float64Array): void {
    const count = this.#count + values.length;
    if (count > this.#room.length) {
      const larger = new Float64Array(Math.max(2 * this.#room.length, count));
      larger.set(this.#room.subarray(0, this.#count));
      this.#room = larger;
    }
    this.#room.set(values, this.#count);
    this.#count = count;
  }

  /** What was added so far, in its order; later additions may not show in it. */
  get all(): Float64Array {
    return this.#room.subarray(0, this.#count);
  }
}
