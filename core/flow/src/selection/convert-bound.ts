import { compare } from "@quanheng/kernel/decimal.ts";
import { convert, isConvertible } from "@quanheng/kernel/units/convert.ts";
import type { ConvertBound } from "./strictest.ts";

/**
 * A bound in another UCUM unit, or undefined where the units do not measure the same thing or the digits do not end:
 * a bound that would have to be rounded is not compared.
 */
export const convertBound: ConvertBound = (value, from, to) => {
  if (!isConvertible(from, to)) return undefined;
  const converted = convert(value, from, to);
  return compare(convert(converted, to, from), value) === 0 ? converted : undefined;
};
