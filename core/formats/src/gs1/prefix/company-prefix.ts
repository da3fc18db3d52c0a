import { LENGTH_RUNS } from "./lengths.ts";

const LONGEST_PREFIX = 12;
const AREA = 3;

type Run = { readonly from: string; readonly length: number | undefined };
const RUNS = new Map<string, readonly Run[]>();

/**
 * How many digits the company prefix has that a number begins with.
 *
 * @param digits the number from its company prefix on: a GTIN-14 without its indicator, an SSCC without its extension digit
 * @returns undefined where GS1's published lengths say nothing, 0 where no company prefix begins like this
 * @source GS1 Company Prefix length table, state of 2025-10 (China, ASEAN and 950 to 952)
 * @example companyPrefixLength("6901234567892") // → 7 (GB 12904)
 * @example companyPrefixLength("6921234567892") // → 8 (GB 12904)
 */
export function companyPrefixLength(digits: string): number | undefined {
  const key = digits.slice(AREA, LONGEST_PREFIX).padEnd(LONGEST_PREFIX - AREA, "0");
  return runsOf(digits.slice(0, AREA)).findLast(({ from }) => from <= key)?.length;
}

function runsOf(area: string): readonly Run[] {
  const known = RUNS.get(area);
  if (known) return known;
  const text = Object.hasOwn(LENGTH_RUNS, area) ? LENGTH_RUNS[area] : undefined;
  const runs = (text ?? "").split(" ").flatMap((run) => {
    const [from, length] = run.split(":");
    if (from === undefined || length === undefined) return [];
    return [{ from: from.padEnd(LONGEST_PREFIX - AREA, "0"), length: length === "-" ? undefined : Number(length) }];
  });
  RUNS.set(area, runs);
  return runs;
}
