import assert from "node:assert/strict";

/** Fails unless a computed value agrees with a printed one to half a unit of its last printed digit. */
export function agrees(value: number, printed: string): void {
  const decimals = /\.(\d*)$/.exec(printed)?.[1]?.length ?? 0;
  const half = 0.5 * 10 ** -decimals;
  assert.ok(Math.abs(value - Number(printed)) <= half * (1 + 1e-9), `${value} is printed as ${printed}`);
}

/** Fails unless a value lies within a relative distance of the expected one; a text may carry more digits. */
export function near(value: number, expected: number | string, relative: number): void {
  assert.ok(
    Math.abs(value - Number(expected)) <= relative * Math.abs(Number(expected)),
    `${value} is not near ${expected}`,
  );
}
