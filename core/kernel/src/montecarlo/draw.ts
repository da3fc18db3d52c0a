import type { Xoshiro } from "../random/xoshiro.ts";
import type { Distribution } from "./distribution.ts";

/** Fills an array with draws from a distribution, in the order of the stream. */
export function fill(out: Float64Array, distribution: Distribution, stream: Xoshiro): void {
  switch (distribution.kind) {
    case "constant":
      out.fill(distribution.x);
      return;
    case "normal": {
      const { x, u } = distribution;
      fillNormal(out, stream);
      for (let i = 0; i < out.length; i++) out[i] = x + u * out[i]!;
      return;
    }
    case "gamma":
      fillGamma(out, distribution.shape, distribution.scale, stream);
      return;
    default: {
      const draw = drawer(distribution, stream);
      for (let i = 0; i < out.length; i++) out[i] = draw();
    }
  }
}

/** @source JCGM 101:2008, 6.4.2 to 6.4.10; Bailey, Math. Comp. 62 (1994) 779 for t */
function drawer(
  distribution: Exclude<Distribution, { kind: "constant" | "normal" | "gamma" }>,
  stream: Xoshiro,
): () => number {
  switch (distribution.kind) {
    case "t": {
      const { x, scale, dof } = distribution;
      return () => {
        const { u, square } = inDisc(stream);
        return x + scale * u * Math.sqrt((dof * (square ** (-2 / dof) - 1)) / square);
      };
    }
    case "rectangular": {
      const { x, a } = distribution;
      return () => x + a * (2 * stream.uniform() - 1);
    }
    case "triangular": {
      const { x, a } = distribution;
      return () => x + a * (stream.uniform() + stream.uniform() - 1);
    }
    case "arcsine": {
      const { x, a } = distribution;
      return () => {
        const { u, square } = inDisc(stream);
        return x + a * ((2 * u * u) / square - 1);
      };
    }
    case "trapezoidal": {
      const { x, a, beta } = distribution;
      return () => x + a * ((1 + beta) * stream.uniform() + (1 - beta) * stream.uniform() - 1);
    }
    case "curvilinear-trapezoid": {
      const { x, a, d } = distribution;
      return () => x + (a + d * (2 * stream.uniform() - 1)) * (2 * stream.uniform() - 1);
    }
    case "exponential": {
      const { x } = distribution;
      return () => -x * Math.log(stream.uniform());
    }
    case "samples": {
      const { values } = distribution;
      return () => values[Math.floor(stream.uniform() * values.length)]!;
    }
  }
}

/** Standard normal draws, two at a time by Marsaglia's polar method. */
export function fillNormal(out: Float64Array, stream: Xoshiro): void {
  for (let i = 0; i < out.length; i += 2) {
    const { u, v, square } = inDisc(stream);
    const stretch = Math.sqrt((-2 * Math.log(square)) / square);
    out[i] = u * stretch;
    if (i + 1 < out.length) out[i + 1] = v * stretch;
  }
}

/** A point of the unit disc other than its centre, and its squared distance from there. */
function inDisc(stream: Xoshiro): { readonly u: number; readonly v: number; readonly square: number } {
  for (;;) {
    const u = 2 * stream.uniform() - 1;
    const v = 2 * stream.uniform() - 1;
    const square = u * u + v * v;
    if (square < 1 && square > 0) return { u, v, square };
  }
}

/** @source Marsaglia, Tsang, ACM TOMS 26 (2000) 363; shapes below one are drawn at shape + 1 and scaled back */
function fillGamma(out: Float64Array, shape: number, scale: number, stream: Xoshiro): void {
  const d = (shape < 1 ? shape + 1 : shape) - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const normal = new Float64Array(1);
  for (let i = 0; i < out.length; i++) {
    let value = 0;
    while (value === 0) {
      fillNormal(normal, stream);
      const z = normal[0]!;
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(stream.uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) value = d * v;
    }
    out[i] = scale * value * (shape < 1 ? stream.uniform() ** (1 / shape) : 1);
  }
}
