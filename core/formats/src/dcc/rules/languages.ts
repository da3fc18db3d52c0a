import { isCountry2 } from "../../gs1/lists/countries.ts";
import { attributeOf, childrenNamed, textOf, withDescendants, type XmlElement } from "../../xml/node.ts";
import { type DccFault, faultAt } from "../fault.ts";
import { DCC } from "../namespaces.ts";
import { LANGUAGES } from "./codes.ts";

/** Texts that need no language: names of firms and people, addresses, what a referral is called. */
const NAMES_ONLY = new Set([
  "name",
  "location",
  "referral",
  "further",
  "contact",
  "person",
  "customer",
  "manufacturer",
]);

/**
 * Languages: every text in several languages is there in each language the certificate says it uses, once.
 *
 * @source PTB, DCC Schematron, patterns 6, 9 and 13, in our words
 */
export function languageFaults(root: XmlElement): readonly DccFault[] {
  const all = [...withDescendants(root)].filter(({ namespace }) => namespace === DCC);
  const stated = all.filter(({ local }) => local === "usedLangCodeISO639_1");
  const used = new Set(stated.map((element) => textOf(element)));
  return [
    ...stated
      .filter(isRepeated(stated))
      .map((e) => faultAt(e, "rules", "dcc-language-declared-twice", { code: textOf(e) })),
    ...all.flatMap((element) => textFaults(element, used)),
    ...all.flatMap(codeFaults),
  ];
}

/** Whether an element repeats the text of one before it. */
function isRepeated(all: readonly XmlElement[]): (element: XmlElement) => boolean {
  const first = new Map<string, XmlElement>();
  for (const element of all) if (!first.has(textOf(element))) first.set(textOf(element), element);
  return (element) => first.get(textOf(element)) !== element;
}

function textFaults(element: XmlElement, used: ReadonlySet<string>): DccFault[] {
  const contents = childrenNamed(element, DCC, "content");
  if (contents.length === 0) return [];
  const given = contents.map((content) => attributeOf(content, "lang")).filter((lang) => lang !== undefined);
  const faults = contents.filter((c) => attributeOf(c, "lang") === undefined && !isNamesOnly(element)).map(unstated);
  const unknown = given.filter((lang) => !used.has(lang));
  const missing = [...used].filter((lang) => !given.includes(lang));
  if (unknown.length > 0) faults.push(faultAt(element, "rules", "dcc-language-unused", { languages: unknown }));
  if (given.length === 0) return faults;
  if (missing.length > 0) faults.push(faultAt(element, "rules", "dcc-languages-incomplete", { missing }));
  const twice = given.filter((lang, i) => given.indexOf(lang) !== i);
  if (twice.length > 0) faults.push(faultAt(element, "rules", "dcc-language-doubled", { languages: twice }));
  return faults;
}

function unstated(content: XmlElement): DccFault {
  return faultAt(content, "rules", "dcc-language-unstated", {}, "warning");
}

function isNamesOnly(element: XmlElement): boolean {
  return NAMES_ONLY.has(element.local) || (element.parent !== undefined && NAMES_ONLY.has(element.parent.local));
}

function codeFaults(element: XmlElement): DccFault[] {
  const { local } = element;
  const lang = attributeOf(element, "lang");
  const code = local.endsWith("LangCodeISO639_1") ? textOf(element) : local === "content" ? lang : undefined;
  if (code !== undefined && !LANGUAGES.has(code)) return [faultAt(element, "rules", "dcc-language-code", { code })];
  const isCountry = local === "countryCodeISO3166_1" || local === "countryCode";
  if (!isCountry || isCountry2(textOf(element))) return [];
  return [faultAt(element, "rules", "dcc-country-code", { code: textOf(element) })];
}
