import { type CalendarDate, isCalendarDate } from "@quanheng/kernel/calendar.ts";
import { type Checked, type IdentifierProblem, type IdentifierWarning, refused } from "./checked.ts";
import { checkEpc, checkGs1 } from "./gs1.ts";
import { checkLei } from "./lei.ts";
import { checkMa } from "./ma.ts";
import { checkOid } from "./oid.ts";
import { checkOrganisationCode } from "./organisation-code.ts";
import { checkUscc } from "./uscc.ts";

/** The systems of names that the platform knows; each value has one written form. */
export type IdentifierScheme = "gs1" | "uscc" | "orgcode" | "oid" | "ma" | "lei" | "epc";

/** The name of a party, place, thing or document in one system, with who gave it and for how long it holds. */
export type Identifier = {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  /** Who issued the name: a GS1 member organisation, a registering authority, our own centre. */
  readonly issuer: string;
  /** First and last day on which it names its bearer; null where nothing is said. */
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
};

const CHECKS = {
  gs1: checkGs1,
  uscc: checkUscc,
  orgcode: checkOrganisationCode,
  oid: checkOid,
  ma: checkMa,
  lei: checkLei,
  epc: checkEpc,
} as const satisfies Record<IdentifierScheme, (text: string) => Checked>;

/** The schemes in the order in which forms offer them. */
export const IDENTIFIER_SCHEMES = Object.keys(CHECKS) as readonly IdentifierScheme[];

/**
 * Checks the value of an identifier as somebody wrote it and gives its one written form.
 *
 * @example checkIdentifier("uscc", "91110000600037341L").ok // → true
 */
export function checkIdentifier(scheme: IdentifierScheme, text: string): Checked {
  return text === "" ? refused("identifier-empty", 0, 0) : CHECKS[scheme](text);
}

/** The whole identifier, checked: its value, and that it does not end before it begins. */
export function identifierOf(
  given: Identifier,
):
  | { readonly ok: true; readonly value: Identifier; readonly warnings: readonly IdentifierWarning[] }
  | { readonly ok: false; readonly problem: IdentifierProblem } {
  const checked = checkIdentifier(given.scheme, given.value);
  if (!checked.ok) return checked;
  const { validFrom, validTo } = given;
  const wrong = [validFrom, validTo].some((day) => day !== null && !isCalendarDate(day));
  if (wrong || (validFrom !== null && validTo !== null && validTo < validFrom))
    return { ok: false, problem: { code: "identifier-interval", at: 0, length: 0 } };
  return { ok: true, value: { ...given, value: checked.value }, warnings: checked.warnings };
}

/** Whether an identifier names its bearer on a day. */
export function holdsOn({ validFrom, validTo }: Identifier, day: CalendarDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}
