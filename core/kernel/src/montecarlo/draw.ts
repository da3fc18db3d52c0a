import type { Xoshiro } from "../random/xoshiro.ts";
import type { Distribution } from "./distribution.ts";

/** Distributions whose draws come from outside the compiled block: they reject some, or choose from a list. */
export type DrawnOutside = Extract<Distribution, { kind: "gamma" | "samples" }>;

/** Fills an array with draws from a distribution, in the order of the stream. */
export function fill(out: Float64Array, distribution: DrawnOutside, stream: Xoshiro): void {
  if (distribution.kind === "gamma") fillGamma(out, distribution.shape, distribution.scale, stream);
  else fillSamples(out, distribution.values, stream);
}

function fillSamples(out: Float64Array, values: readonly number[], stream: Xoshiro): void {
  for (let i = 0; i < out.length; i++) out[i] = values[Math.floor(stream.uniform() * values.length)]!;
}

/** @source Marsaglia, Tsang, ACM TOMS 26 (2000) 363; shapes below one are drawn at shape + 1 and scaled back */
function fillGamma(out: Float64Array, shape: number, scale: number, stream: Xoshiro): void {
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let i = 0; i < out.length; i++) {
    let value = 0;
    while (value === 0) {
      const z = normal(stream);
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(stream.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) value = d * v;
    }
    out[i] = scale * value * (shape < 1 ? stream.uniform() ** (1 / shape) : 1);
  }
}

/** A standard normal draw by Marsaglia's polar method. */
function normal(stream: Xoshiro): number {
  for (;;) {
    const u = 2 * stream.uniform() - 1;
    const v = 2 * stream.uniform() - 1;
    const square = u * u + v * v;
    if (square < 1 && square > 0) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
