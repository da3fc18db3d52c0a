import type { EventQuery } from "@quanheng/contract/schemas/event-query.ts";
import { canonicalIdentifier } from "@quanheng/formats/epcis/canonical-value.ts";
import type { PathFilter } from "../../store/traceability/event.ts";

/** A parameter whose name carries a word of its own. */
export type NamedParameter =
  | {
      readonly kind: "reading";
      readonly sign: string;
      readonly reading: string;
      readonly unit: string;
      readonly value: number;
    }
  | { readonly kind: "typed"; readonly part: string; readonly type: string; readonly values: readonly string[] };

const SIGN: Readonly<Record<string, string>> = { EQ: "==", GT: ">", GE: ">=", LT: "<", LE: "<=" };
const QUANTITIES = ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"];
const VOCABULARY = ["", "gs1:", "https://gs1.org/voc/", "https://www.gs1.org/voc/", "https://ref.gs1.org/voc/"];
/** Members of a sensor report that are compared with words, and the member of an event's list of documents or parties. */
const REPORT_WORDS = {
  EQ_deviceID: "deviceID",
  EQ_dataProcessingMethod: "dataProcessingMethod",
  EQ_microorganism: "microorganism",
  EQ_chemicalSubstance: "chemicalSubstance",
  EQ_bizRules: "bizRules",
  EQ_stringValue: "stringValue",
  EQ_hexBinaryValue: "hexBinaryValue",
  EQ_uriValue: "uriValue",
} as const;
const EVENT_WORDS = {
  EQ_persistentDisposition_set: ["$.persistentDisposition.set[*]", "Disp-"],
  EQ_persistentDisposition_unset: ["$.persistentDisposition.unset[*]", "Disp-"],
  EQ_errorReason: ["$.errorDeclaration.reason", "ER-"],
  EQ_correctiveEventID: ["$.errorDeclaration.correctiveEventIDs[*]", ""],
} as const;
const TYPED = {
  bizTransaction: ["$.bizTransactionList[*]", "bizTransaction", "BTT-"],
  source: ["$.sourceList[*]", "source", "SDT-"],
  destination: ["$.destinationList[*]", "destination", "SDT-"],
} as const;

/**
 * What has to be found inside an event. All that is asked of a sensor has to hold of one and the same report: a temperature
 * of some degrees, not a temperature and some degrees of something else.
 */
export function holdingOf(query: EventQuery, named: readonly NamedParameter[]): readonly PathFilter[] {
  return [
    ...wordsOf(query),
    ...quantitiesOf(query),
    ...declarationsOf(query),
    ...typedOf(named),
    ...reportOf(query, named),
  ];
}

/** A word bare, or as the address that the vocabulary gives it. */
function forms(value: string, prefix: string): readonly string[] {
  const bare = value.replace(`https://ref.gs1.org/cbv/${prefix}`, "");
  return prefix === "" ? [value] : [bare, `cbv:${prefix}${bare}`, `https://ref.gs1.org/cbv/${prefix}${bare}`];
}

function list(text: string | undefined): readonly string[] | undefined {
  return text?.split("|").map((value) => value.trim());
}

function wordsOf(query: EventQuery): readonly PathFilter[] {
  return (Object.keys(EVENT_WORDS) as (keyof typeof EVENT_WORDS)[]).flatMap((parameter) => {
    const [place, prefix] = EVENT_WORDS[parameter];
    const v = list(query[parameter])?.flatMap((value) => forms(value, prefix));
    return v ? [{ path: `${place} ? (@ == $v[*])`, vars: { v } }] : [];
  });
}

function quantitiesOf(query: EventQuery): readonly PathFilter[] {
  return Object.entries(SIGN).flatMap(([word, sign]) => {
    const given = query[`${word}_quantity` as "EQ_quantity"];
    if (given === undefined) return [];
    const some = QUANTITIES.map((name) => `exists(@.${name}[*] ? (@.quantity ${sign} $v))`).join(" || ");
    return [{ path: `$ ? (${some})`, vars: { v: Number(given) } }];
  });
}

/** Times of a declaration are compared as instants, whatever their offsets. */
function declarationsOf(query: EventQuery): readonly PathFilter[] {
  const time = (given: string | undefined, sign: string) =>
    given === undefined
      ? []
      : [
          {
            path: `$.errorDeclaration.declarationTime.datetime() ? (@ ${sign} $v.datetime())`,
            vars: { v: new Date(given).toISOString() },
          },
        ];
  return [...time(query.GE_errorDeclarationTime, ">="), ...time(query.LT_errorDeclarationTime, "<")];
}

function typedOf(named: readonly NamedParameter[]): readonly PathFilter[] {
  return named.flatMap((one) => {
    if (one.kind !== "typed") return [];
    const [place, member, prefix] = TYPED[one.part as keyof typeof TYPED];
    const v = one.values.flatMap((value) => [value, canonicalIdentifier(value)]);
    return [{ path: `${place} ? (@.type == $t[*] && @.${member} == $v[*])`, vars: { t: forms(one.type, prefix), v } }];
  });
}

function reportOf(query: EventQuery, named: readonly NamedParameter[]): readonly PathFilter[] {
  const conditions: string[] = [];
  const vars: Record<string, unknown> = {};
  const ask = (condition: (variable: string) => string, value: unknown) => {
    const name = `v${conditions.length}`;
    vars[name] = value;
    conditions.push(condition(`$${name}`));
  };
  const types = list(query.EQ_type)?.map((type) => type.replace(/^.*(?:voc\/|^gs1:)/, "").replace(/^gs1:/, ""));
  if (types)
    ask(
      (v) => `@.type == ${v}[*]`,
      types.flatMap((type) => VOCABULARY.map((before) => `${before}${type}`)),
    );
  for (const [parameter, member] of Object.entries(REPORT_WORDS)) {
    const values = list(query[parameter as keyof typeof REPORT_WORDS]);
    if (values) ask((v) => `@.${member} == ${v}[*]`, values);
  }
  if (query.EQ_booleanValue !== undefined) ask((v) => `@.booleanValue == ${v}`, query.EQ_booleanValue === "true");
  for (const one of named) {
    if (one.kind !== "reading") continue;
    ask((v) => `@.uom == ${v}`, one.unit);
    ask((v) => `@.${one.reading} ${SIGN[one.sign]} ${v}`, one.value);
  }
  if (conditions.length === 0) return [];
  return [{ path: `$.sensorElementList[*].sensorReport[*] ? (${conditions.join(" && ")})`, vars }];
}
