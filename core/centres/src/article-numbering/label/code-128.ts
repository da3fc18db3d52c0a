/** FNC1 as data have it. */
const FNC1 = "\u001d";

/**
 * Data of Code 128 with the invocation codes of ZPL II: `>;` and `>:` begin in code set C and B, `>5` and `>6` change to C
 * and B, `>8` is FNC1. Pairs of digits go into C wherever that makes the symbol no longer.
 *
 * @param data ASCII, with FNC1 as U+001D
 * @source Zebra, ZPL II Programming Guide, ^BC, table of invocation codes (recalled); choice of sets: ISO/IEC 15417, annex E
 * @example code128Field("\u001d0106901234567892") // → ">;>80106901234567892"
 * @example code128Field("\u001d10AB1\u001d2112") // → ">;>810>6AB1>8>52112"
 */
export function code128Field(data: string): string {
  const first = data.startsWith(FNC1) ? 1 : 0;
  let set: "B" | "C" = digitsFrom(data, first) >= 2 ? "C" : "B";
  let field = set === "C" ? ">;" : ">:";
  let at = 0;
  while (at < data.length) {
    const sign = data[at] ?? "";
    if (sign === FNC1) {
      field += ">8";
      at++;
      continue;
    }
    const digits = digitsFrom(data, at);
    if (set === "C" && digits >= 2) {
      field += data.slice(at, at + 2);
      at += 2;
      continue;
    }
    if (set === "C") {
      set = "B";
      field += ">6";
    } else if (digits >= WORTH && digits % 2 === 0) {
      set = "C";
      field += ">5";
      continue;
    }
    field += sign === ">" ? ">0" : sign;
    at++;
  }
  return field;
}

/** Fewer digits cost as much as the change of sets saves. */
const WORTH = 4;

function digitsFrom(data: string, at: number): number {
  let end = at;
  while (end < data.length && data.charCodeAt(end) >= 48 && data.charCodeAt(end) <= 57) end++;
  return end - at;
}
