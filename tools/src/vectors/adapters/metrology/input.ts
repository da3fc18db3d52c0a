import { type Distribution, moments } from "@quanheng/kernel/montecarlo/distribution.ts";

/** An input as the case files write it; `a` is a half width, `nu` the degrees of freedom of `u`. */
export type InputRow = {
  readonly dist: string;
  readonly x: number;
  readonly u?: number;
  readonly U?: number;
  readonly k?: number;
  readonly a?: number;
  readonly d?: number;
  readonly beta?: number;
  readonly scale?: number;
  readonly nuT?: number;
  readonly nu?: number | "inf";
};

/** The standard uncertainty of an input: stated, from a certificate, or that of its distribution. */
export function standardUncertainty(row: InputRow): number {
  if (row.u !== undefined) return row.u;
  return row.U === undefined ? moments(row.dist, readDistribution(row)).u : row.U / (row.k ?? 2);
}

/** The distribution of an input. Throws for one that the project does not know. */
export function readDistribution({
  dist,
  x,
  U = 0,
  k = 2,
  u = U / k,
  a = 0,
  d = 0,
  beta = 0,
  scale = 0,
  nuT = 0,
}: InputRow): Distribution {
  switch (dist) {
    case "const":
      return { kind: "constant", x };
    case "normal":
      return { kind: "normal", x, u };
    case "t":
      return { kind: "t", x, scale, dof: nuT };
    case "rectangular":
    case "triangular":
    case "arcsine":
      return { kind: dist, x, a };
    case "trapezoidal":
      return { kind: "trapezoidal", x, a, beta };
    case "ctrap":
      return { kind: "curvilinear-trapezoid", x, a, d };
    case "exponential":
      return { kind: "exponential", x };
    default:
      throw new Error(`unknown distribution ${dist}`);
  }
}
