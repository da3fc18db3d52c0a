import { type Decimal, formatDecimal } from "@quanheng/kernel/decimal.ts";
import type { CaseResult } from "../../adapter.ts";

/** Two texts or truths that must be the same. */
export function same(id: string, found: unknown, wanted: unknown): CaseResult {
  return found === wanted ? { id, ok: true } : { id, ok: false, message: `expected ${wanted}, found ${found}` };
}

/** A figure within a distance of the expected one; an expected figure that is no number is never met. */
export function within(id: string, found: number | undefined, wanted: number, distance: number): CaseResult {
  const ok = found !== undefined && Math.abs(found - wanted) <= distance;
  return ok ? { id, ok } : { id, ok, message: `expected ${wanted} ± ${distance}, found ${found}` };
}

/** A figure within a share of the expected one, or of 1e-300 where that is zero. */
export function close(id: string, found: number | undefined, wanted: number | string, relative: number): CaseResult {
  const expected = Number(wanted);
  if (found === expected) return { id, ok: true };
  return within(id, found, expected, Math.max(relative * Math.abs(expected), 1e-300));
}

/** Compares values, for published figures that are printed with an exponent. */
export function sameValue(id: string, found: Decimal, wanted: Decimal, equal: boolean): CaseResult {
  return equal
    ? { id, ok: true }
    : { id, ok: false, message: `expected ${formatDecimal(wanted)}, found ${formatDecimal(found)}` };
}

/** A case that throws is a failed case, and the others still run. */
export function guarded(id: string, cases: () => readonly CaseResult[]): readonly CaseResult[] {
  try {
    return cases();
  } catch (error) {
    return [{ id, ok: false, message: String(error) }];
  }
}
