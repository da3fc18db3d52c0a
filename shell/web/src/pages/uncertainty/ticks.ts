/** Round places for labels over a range, and how many decimals they need. */
export function ticksOf(
  low: number,
  high: number,
  most: number,
): { readonly at: readonly number[]; readonly decimals: number } {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.max(0, Math.floor(high / step + 1e-9) - first + 1);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return { at: Array.from({ length: Math.min(count, 20) }, (_, k) => (first + k) * step), decimals };
}

/** A label: decimals where they are few, else a power of ten. */
export function tickLabel(value: number, decimals: number): string {
  const text = decimals > 6 || Math.abs(value) >= 1e9 ? String(Number(value.toPrecision(6))) : value.toFixed(decimals);
  return text.replace("-", "−");
}
