/** The value with the greatest magnitude, with its sign; the first where two are equal. */
export function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most));
}
