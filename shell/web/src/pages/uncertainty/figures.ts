import { formatDecimal, fromNumber } from "@quanheng/kernel/decimal.ts";
import { superscript } from "@quanheng/kernel/expression/superscript.ts";
import { reportedPair } from "@quanheng/kernel/uncertainty/reported.ts";

/** A figure for the eye: so many significant digits, very large and small ones as a power of ten. */
export function figure(value: number, digits = 5): string {
  if (value === Infinity) return "∞";
  if (value === -Infinity) return "−∞";
  const [mantissa = "", exponent] = String(Number(value.toPrecision(digits)))
    .replaceAll("-", "−")
    .split("e");
  return exponent === undefined ? mantissa : `${mantissa} × 10${superscript(exponent.replace("+", ""))}`;
}

/** A value rounded to the place that an uncertainty of two digits has. */
export function besideU(value: number, uncertainty: number): string {
  if (!(uncertainty > 0)) return figure(value, 8);
  const text = formatDecimal(reportedPair(fromNumber(value), fromNumber(uncertainty)).value);
  return text.length > 20 ? figure(value, 8) : text.replace("-", "−");
}

/** An uncertainty with two digits. */
export function twoDigits(uncertainty: number): string {
  if (!(uncertainty > 0)) return figure(uncertainty);
  const text = formatDecimal(reportedPair(fromNumber(uncertainty), fromNumber(uncertainty)).uncertainty);
  return text.length > 20 ? figure(uncertainty, 2) : text;
}
