import { checkDigitOf } from "./check-digit.ts";
import { identifierOrUnknown } from "./dictionary/lookup.ts";
import { GROUP_SEPARATOR, parseElementString } from "./element-string.ts";
import { problem, type Result } from "./problem.ts";

/** Symbols that can carry our data, by the names of the GS1 syntax engine. */
export type SymbolName =
  | "QR"
  | "DM"
  | "DotCode"
  | "DataBarExpanded"
  | "DataBarOmni"
  | "DataBarTruncated"
  | "DataBarStacked"
  | "DataBarStackedOmni"
  | "DataBarLimited"
  | "GS1_128_CCA"
  | "GS1_128_CCC"
  | "UPCA"
  | "UPCE"
  | "EAN13"
  | "EAN8";

type Digits = {
  readonly identifier: "]e0" | "]E0" | "]E4";
  readonly digits: number;
  readonly sent: number;
  readonly most?: string;
};

const MATRIX: Readonly<Record<string, { readonly elements: string; readonly text: string }>> = {
  QR: { elements: "]Q3", text: "]Q1" },
  DM: { elements: "]d2", text: "]d1" },
  DotCode: { elements: "]J1", text: "]J0" },
};
const LINEAR: Readonly<Record<string, string>> = { DataBarExpanded: "]e0", GS1_128_CCA: "]C1", GS1_128_CCC: "]C1" };
const DATABAR: Digits = { identifier: "]e0", digits: 14, sent: 14 };
const NUMBERS: Readonly<Record<string, Digits>> = {
  DataBarOmni: DATABAR,
  DataBarTruncated: DATABAR,
  DataBarStacked: DATABAR,
  DataBarStackedOmni: DATABAR,
  DataBarLimited: { ...DATABAR, most: "19999999999999" },
  UPCA: { identifier: "]E0", digits: 12, sent: 13 },
  UPCE: { identifier: "]E0", digits: 12, sent: 13 },
  EAN13: { identifier: "]E0", digits: 13, sent: 13 },
  EAN8: { identifier: "]E4", digits: 8, sent: 8 },
};

/**
 * What a scanner sends for a symbol with the given data: FNC1 as `^`, a composite component behind `|`.
 *
 * @param addCheckDigit takes the number of an EAN, UPC or DataBar symbol without its check digit
 * @source ISO/IEC 15424; GS1 General Specifications, 5 and 7.8
 * @example writeScan("QR", "^010952123454321310ABC^99X") // → { ok: true, value: "]Q3010952123454321310ABC\u001d99X" }
 */
export function writeScan(symbol: SymbolName, data: string, addCheckDigit = false): Result<string> {
  const matrix = Object.hasOwn(MATRIX, symbol) ? MATRIX[symbol] : undefined;
  if (matrix !== undefined) {
    if (data.startsWith("^")) return sent(`${matrix.elements}${carried(data)}`);
    return sent(`${matrix.text}${/^\\+\^/.test(data) ? data.slice(1) : data}`);
  }
  const bar = data.indexOf("|");
  const [primary, composite] = bar < 0 ? [data, undefined] : [data.slice(0, bar), data.slice(bar + 1)];
  const linear = Object.hasOwn(LINEAR, symbol) ? LINEAR[symbol] : undefined;
  if (linear !== undefined) return linearScan(linear, primary, composite);
  const number = Object.hasOwn(NUMBERS, symbol) ? NUMBERS[symbol] : undefined;
  return number ? numberScan(number, primary, composite, addCheckDigit) : problem("unknown-symbology", 0, 0);
}

function sent(value: string): Result<string> {
  return { ok: true, value };
}

function carried(data: string): string {
  return data.slice(1).replaceAll("^", GROUP_SEPARATOR);
}

function linearScan(identifier: string, primary: string, composite: string | undefined): Result<string> {
  if (!primary.startsWith("^")) return problem("missing-fnc1-in-first-position", 0, 0);
  if (composite === undefined) return sent(`${identifier}${carried(primary)}`);
  return sent(`]e0${carried(primary)}${isOpen(primary) ? GROUP_SEPARATOR : ""}${carried(composite)}`);
}

/** Whether a value stands last whose end only a separator shows. */
function isOpen(primary: string): boolean {
  const read = parseElementString(primary, { requisites: false });
  const last = read.ok ? read.value.elements.at(-1) : undefined;
  return last !== undefined && identifierOrUnknown(last.ai, 0, last.ai.length)?.fixed !== true;
}

function numberScan(
  kind: Digits,
  primary: string,
  composite: string | undefined,
  addCheckDigit: boolean,
): Result<string> {
  const number = numberOf(kind, primary, addCheckDigit);
  if (!number.ok) return number;
  const { identifier, sent: length } = kind;
  const digits = number.value.padStart(length, "0");
  if (identifier === "]e0") return sent(`]e001${digits}${composite === undefined ? "" : carried(composite)}`);
  return sent(`${identifier}${digits}${composite === undefined ? "" : `|]e0${carried(composite)}`}`);
}

function numberOf({ digits, most }: Digits, primary: string, addCheckDigit: boolean): Result<string> {
  const given = primary.startsWith("^01") && primary.length === 17 ? primary.slice(17 - digits) : primary;
  const wanted = addCheckDigit ? digits - 1 : digits;
  if (given.length !== wanted) {
    const code = addCheckDigit ? "primary-data-must-be-n-digits-without-check-digit" : "primary-data-must-be-n-digits";
    return problem(code, 0, primary.length, { wanted });
  }
  const bad = given.search(/\D/);
  if (bad >= 0) return problem("primary-data-must-be-all-digits", bad, 1);
  const number = addCheckDigit ? `${given}${checkDigitOf(given, 0, given.length)}` : given;
  if (checkDigitOf(number, 0, digits - 1) !== Number(number.at(-1)))
    return problem("primary-data-check-digit-is-incorrect", primary.length - 1, 1);
  if (most !== undefined && number > most) return problem("primary-data-is-too-large", 0, primary.length);
  return sent(number);
}
