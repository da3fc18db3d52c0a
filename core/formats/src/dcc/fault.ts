import type { Facts } from "@quanheng/kernel/refusal.ts";
import { attributeOf, elementsOf, type XmlElement } from "../xml/node.ts";

/** Everything a certificate can have wrong, by code; the first part is structure, the second rules of content. */
export const DCC_FAULTS = [
  "dcc-root-unknown",
  "dcc-version-unknown",
  "dcc-element-unexpected",
  "dcc-element-missing",
  "dcc-text-unexpected",
  "dcc-value-wrong",
  "dcc-attribute-unexpected",
  "dcc-attribute-missing",
  "dcc-id-doubled",
  "dcc-idref-unknown",
  "dcc-method-missing",
  "dcc-software-missing",
  "dcc-influence-missing",
  "dcc-version-old",
  "dcc-id-unused",
  "dcc-refid-unknown",
  "dcc-language-unused",
  "dcc-languages-incomplete",
  "dcc-language-doubled",
  "dcc-language-unstated",
  "dcc-dates-reversed",
  "dcc-release-form",
  "dcc-language-code",
  "dcc-country-code",
  "dcc-relative-without-expanded",
  "dcc-relative-form-mixed",
  "dcc-relative-value",
  "dcc-relative-length",
  "dcc-unit-blank",
  "dcc-unit-count",
  "dcc-unit-repeated",
  "dcc-unit-undeclared",
  "dcc-nonsi-pair",
  "dcc-language-declared-twice",
  "dcc-list-blanks",
  "dcc-list-length",
  "dcc-unit-unknown",
] as const;
export type DccFaultCode = (typeof DCC_FAULTS)[number];

/** One thing that is wrong, and where. */
export type DccFault = {
  readonly code: DccFaultCode;
  readonly severity: "error" | "warning";
  /** Which check found it: the build of the file, or the rules of its content. */
  readonly layer: "structure" | "rules";
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly facts: Facts;
};

/** A fault of an element. */
export function faultAt(
  element: XmlElement,
  layer: DccFault["layer"],
  code: DccFaultCode,
  facts: Facts = {},
  severity: DccFault["severity"] = "error",
): DccFault {
  return { code, severity, layer, path: pathOf(element), line: element.line, column: element.column, facts };
}

/** The way from the top to an element, e.g. `administrativeData/items/item[2]/name`. */
export function pathOf(element: XmlElement): string {
  const parts: string[] = [];
  for (let at: XmlElement | undefined = element; at?.parent; at = at.parent) {
    parts.unshift(`${at.local}${numbersIn(at.parent).get(at) ?? ""}`);
  }
  return parts.length === 0 ? element.local : parts.join("/");
}

const NUMBERS = new WeakMap<XmlElement, ReadonlyMap<XmlElement, string>>();

/** `[2]` for the second of its name, nothing where there is only one; counted once for each parent. */
function numbersIn(parent: XmlElement): ReadonlyMap<XmlElement, string> {
  const known = NUMBERS.get(parent);
  if (known) return known;
  const byName = new Map<string, XmlElement[]>();
  for (const child of elementsOf(parent)) {
    const name = `${child.namespace} ${child.local}`;
    const same = byName.get(name);
    if (same) same.push(child);
    else byName.set(name, [child]);
  }
  const numbers = new Map<XmlElement, string>();
  for (const same of byName.values()) {
    if (same.length > 1) for (const [i, child] of same.entries()) numbers.set(child, `[${i + 1}]`);
  }
  NUMBERS.set(parent, numbers);
  return numbers;
}

/** `id` of an element. */
export function idOf(element: XmlElement): string | undefined {
  return attributeOf(element, "id");
}
