import type { CheckCode } from "./codes.ts";
import { yymmdd } from "./date.ts";
import { type Check, type Fault, fault } from "./fault.ts";
import { digits } from "./number.ts";
import { twoDigits, yearOf } from "./year.ts";

/** Where reading a coupon stands; the first fault ends it. */
type Reading = { readonly value: string; readonly from: number; readonly to: number; at: number; fault?: Fault };
type Purchase = "1st" | "2nd" | "3rd";

const REQUIREMENT_CODES = "012349";
/** Prefixes, serial numbers and retailers are written six digits longer than their length digit says. */
const BASE_LENGTH = 6;

/**
 * North American coupon: required fields, then optional ones in ascending order of their field digit.
 *
 * @source GS1 AI (8110) US Coupon Application Guideline
 */
export const couponcode: Check = (value, from, to) => {
  const reading: Reading = { value, from, to, at: from };
  return digits(value, from, to) ?? required(reading) ?? optional(reading) ?? excess(reading);
};

/**
 * North American positive offer file coupon.
 *
 * @source GS1 AI (8112) Positive Offer File Coupon
 */
export const couponposoffer: Check = (value, from, to) => {
  const reading: Reading = { value, from, to, at: from };
  const read = () => {
    one(reading, "01", "coupon-missing-format-code", "coupon-invalid-format-code");
    counted(reading, "0123456", BASE_LENGTH, "funder-vli", "funder-length", "funder");
    some(reading, 6, "coupon-truncated-offer-code");
    counted(reading, "0123456789", BASE_LENGTH, "serial-number-vli", undefined, "serial-number");
    return reading.fault;
  };
  return digits(value, from, to) ?? read() ?? excess(reading);
};

function required(reading: Reading): Fault | undefined {
  counted(reading, "0123456", BASE_LENGTH, "gcp-vli", "gcp-length", "gcp");
  some(reading, 6, "coupon-truncated-offer-code");
  counted(reading, "12345", 0, "save-value-vli", "save-value-length", "save-value");
  purchase(reading, "1st");
  return reading.fault;
}

function optional(reading: Reading): Fault | undefined {
  const dates = { field: reading.at, expires: "", starts: "" };
  if (field(reading, "1")) {
    one(
      reading,
      "0123",
      "coupon-missing-additional-purchase-rules-code",
      "coupon-invalid-additional-purchase-rules-code",
    );
    purchase(reading, "2nd");
    purchaseGcp(reading, "2nd");
  }
  if (field(reading, "2")) {
    purchase(reading, "3rd");
    purchaseGcp(reading, "3rd");
  }
  dates.field = reading.at;
  if (field(reading, "3"))
    dates.expires = date(reading, "coupon-too-short-for-expiration-date", "coupon-invalid-exipiration-date");
  if (field(reading, "4")) dates.starts = date(reading, "coupon-too-short-for-start-date", "coupon-invalid-start-date");
  if (!reading.fault && dates.expires && dates.starts && dates.expires < dates.starts)
    reading.fault = fault("coupon-expiration-before-start", dates.field, reading.at);
  if (field(reading, "5")) counted(reading, "0123456789", BASE_LENGTH, "serial-number-vli", undefined, "serial-number");
  if (field(reading, "6"))
    counted(
      reading,
      "1234567",
      BASE_LENGTH,
      "retailer-gcp-or-gln-vli",
      "retailer-gcp-or-gln-length",
      "retailer-gcp-or-gln",
    );
  if (field(reading, "9")) {
    one(reading, "01256", "coupon-missing-save-value-code", "coupon-invalid-save-value-code");
    one(reading, "012", "coupon-missing-save-value-applies-to-item", "coupon-invalid-save-value-applies-to-item");
    one(reading, "0123456789", "coupon-missing-store-coupon-flag", "coupon-missing-store-coupon-flag");
    one(reading, "01", "coupon-missing-dont-multiply-flag", "coupon-invalid-dont-multiply-flag");
  }
  return reading.fault;
}

function excess({ at, to }: Reading): Fault | undefined {
  return at < to ? fault("coupon-excess-data", at, to) : undefined;
}

function purchase(reading: Reading, which: Purchase): void {
  const name = `${which}-purchase-requirement` as const;
  counted(reading, "12345", 0, `${name}-vli`, `${name}-length`, name);
  one(reading, REQUIREMENT_CODES, `coupon-missing-${name}-code`, `coupon-invalid-${name}-code`);
  some(reading, 3, `coupon-truncated-${which}-purchase-family-code`);
}

function purchaseGcp(reading: Reading, which: "2nd" | "3rd"): void {
  const name = `${which}-purchase-gcp` as const;
  if (!reading.fault && reading.value[reading.at] === "9" && reading.at < reading.to) reading.at++;
  else counted(reading, "0123456", BASE_LENGTH, `${name}-vli`, `${name}-length`, name);
}

/** Takes the digit of an optional field when it stands next. */
function field(reading: Reading, digit: string): boolean {
  if (reading.fault || reading.at >= reading.to || reading.value[reading.at] !== digit) return false;
  reading.at++;
  return true;
}

type After<Text, Start extends string> = Text extends `${Start}${infer Rest}` ? Rest : never;

/** A length digit and as many digits, `more` added. */
function counted(
  reading: Reading,
  allowed: string,
  more: number,
  missing: After<CheckCode, "coupon-missing-">,
  invalid: After<CheckCode, "coupon-invalid-"> | undefined,
  truncated: After<CheckCode, "coupon-truncated-">,
): void {
  const digit = one(reading, allowed, `coupon-missing-${missing}`, `coupon-invalid-${invalid ?? "gcp-length"}`);
  if (digit !== undefined) some(reading, digit + more, `coupon-truncated-${truncated}`);
}

/** One digit out of those allowed. */
function one(reading: Reading, allowed: string, missing: CheckCode, invalid: CheckCode): number | undefined {
  const { value, from, to, at } = reading;
  if (reading.fault) return undefined;
  if (at >= to) reading.fault = fault(missing, from, to);
  else if (!allowed.includes(value[at]!)) reading.fault = fault(invalid, at, at + 1);
  if (reading.fault) return undefined;
  reading.at++;
  return Number(value[at]);
}

/** A run of digits; a run that is cut short is the fault, or the whole coupon where nothing of it is left. */
function some(reading: Reading, length: number, truncated: CheckCode): string {
  const { value, from, to, at } = reading;
  if (reading.fault) return "";
  if (to - at < length) {
    reading.fault = at < to ? fault(truncated, at, to) : fault(truncated, from, to);
    return "";
  }
  reading.at += length;
  return value.slice(at, at + length);
}

/** A date as YYYYMMDD, so that two can be compared. */
function date(reading: Reading, short: CheckCode, invalid: CheckCode): string {
  const at = reading.at;
  const text = some(reading, 6, short);
  if (reading.fault) return "";
  if (yymmdd(reading.value, at, at + 6)) reading.fault = fault(invalid, at, at + 6);
  return `${yearOf(twoDigits(text, 0))}${text.slice(2)}`;
}
