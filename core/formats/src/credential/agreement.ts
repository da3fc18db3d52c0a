import { compare, decimal, minus } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { isBefore, isInstant } from "../bytes/instant.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";
import { type JsonObject, objectOf } from "./jws.ts";

/** Where a statement was read. */
export type AccountKind = "pdf" | "snapshot" | "dcc" | "credential";

/** What one account says of one characteristic; a member that it leaves out is not compared. Numbers as printed. */
export type StatedResult = {
  readonly characteristic: string;
  readonly value?: string;
  readonly unit?: string;
  readonly expanded?: string;
  /** Coverage factor of U. */
  readonly k?: string;
  readonly testedOn?: string;
  /** Requirement and verdict, where it was judged. */
  readonly verdicts?: readonly { readonly requirement: string; readonly verdict: string }[];
};

/** What one document says; a member that it leaves out is not compared. */
export type Account = {
  readonly kind: AccountKind;
  readonly number?: string;
  readonly laboratory?: readonly string[];
  readonly issuedAt?: string;
  readonly accreditation?: string | null;
  /** Number of the document that it amends or replaces; null where it says that there is none. */
  readonly replaces?: string | null;
  /** Whether it claims an accreditation for its results. */
  readonly endorsed?: boolean;
  readonly results: readonly StatedResult[];
};

export type ContradictionCode =
  | "number"
  | "laboratory"
  | "issued"
  | "accreditation"
  | "replaces"
  | "endorsement"
  | "result-missing"
  | "value"
  | "unit"
  | "uncertainty"
  | "coverage-factor"
  | "tested"
  | "verdict";

/** Two accounts that cannot both be true, with what each says. */
export type Contradiction = {
  readonly code: ContradictionCode;
  /** Characteristic, or requirement of a verdict; empty for the document as a whole. */
  readonly subject: string;
  readonly one: { readonly kind: AccountKind; readonly says: string };
  readonly other: { readonly kind: AccountKind; readonly says: string };
};

/**
 * Everything in which accounts of one statement contradict each other; each pair is compared.
 *
 * A signature protects an account, not the truth of two: each may be well signed. What an account leaves out is not
 * held against it, a result that it leaves out is. Numbers are equal as decimals: `0.10` and `0.1` say the same, `0.1`
 * and `0.11` do not.
 *
 * @example contradictions([{ kind: "pdf", results: [{ characteristic: "lead", expanded: "0.010" }] }, { kind: "credential", results: [{ characteristic: "lead", expanded: "0.001" }] }]) // → [{ code: "uncertainty", subject: "lead", one: { kind: "pdf", says: "0.010" }, other: { kind: "credential", says: "0.001" } }] (an understated uncertainty)
 * @source ours: the failure cases are those of a published demonstration of a chain of certificates for metrology
 */
export function contradictions(accounts: readonly Account[]): Contradiction[] {
  return accounts.flatMap((one, place) => accounts.slice(place + 1).flatMap((other) => between(one, other)));
}

function between(one: Account, other: Account): Contradiction[] {
  const at = (code: ContradictionCode, subject: string, a: unknown, b: unknown, same = sameText): Contradiction[] =>
    a === undefined || b === undefined || same(said(a), said(b))
      ? []
      : [{ code, subject, one: { kind: one.kind, says: said(a) }, other: { kind: other.kind, says: said(b) } }];
  const subjects = new Set([...one.results, ...other.results].map(({ characteristic }) => characteristic));
  const sameHouse = one.laboratory?.some((name) => other.laboratory?.includes(name));
  return [
    ...at("number", "", one.number, other.number),
    ...(sameHouse ? [] : at("laboratory", "", one.laboratory, other.laboratory)),
    ...at("issued", "", one.issuedAt, other.issuedAt, sameInstant),
    ...at("accreditation", "", one.accreditation, other.accreditation),
    ...at("replaces", "", one.replaces, other.replaces),
    ...at("endorsement", "", one.endorsed, other.endorsed),
    ...[...subjects].flatMap((subject) => {
      const a = one.results.find(({ characteristic }) => characteristic === subject);
      const b = other.results.find(({ characteristic }) => characteristic === subject);
      if (!a || !b) return at("result-missing", subject, a ? "present" : "absent", b ? "present" : "absent");
      return [
        ...at("value", subject, a.value, b.value, sameNumber),
        ...at("unit", subject, a.unit, b.unit),
        ...at("uncertainty", subject, a.expanded, b.expanded, sameNumber),
        ...at("coverage-factor", subject, a.k, b.k, sameNumber),
        ...at("tested", subject, a.testedOn, b.testedOn),
        ...(a.verdicts ?? []).flatMap(({ requirement, verdict }) => {
          const found = b.verdicts?.find((each) => each.requirement === requirement);
          return b.verdicts ? at("verdict", requirement, verdict, found?.verdict ?? "absent") : [];
        }),
      ];
    }),
  ];
}

const said = (value: unknown): string => (Array.isArray(value) ? value.join(" / ") : String(value ?? "none"));
const sameText = (a: string, b: string): boolean => a === b;
const sameInstant = (a: string, b: string): boolean =>
  a === b || (isInstant(a) && isInstant(b) && !isBefore(a, b) && !isBefore(b, a));

/** Equal as decimals with the same operator; two texts that are no numbers are equal as texts. */
function sameNumber(a: string, b: string): boolean {
  const [one, other] = [parseNumber(a), parseNumber(b)];
  if (!one.ok || !other.ok) return a === b;
  return one.operator === other.operator && compare(minus(decimal(one.text), decimal(other.text)), decimal("0")) === 0;
}

/**
 * What a frozen report says.
 *
 * @example accountOfSnapshot({ number: "N1", issuer: { name: { zh: "中心", en: "Centre" }, accreditation: null }, issuedAt: "2026-11-25T08:00:00Z", results: [], verdicts: [] }).laboratory // → ["中心", "Centre"] (either name)
 * @source ours
 */
export function accountOfSnapshot(snapshot: ReportSnapshot): Account {
  return {
    kind: "snapshot",
    number: snapshot.number,
    laboratory: [snapshot.issuer.name.zh, snapshot.issuer.name.en],
    issuedAt: snapshot.issuedAt,
    accreditation: snapshot.issuer.accreditation?.number ?? null,
    replaces: snapshot.replaces?.number ?? null,
    results: snapshot.results.map((result) => ({
      characteristic: result.characteristic,
      value: result.reported,
      unit: result.unit,
      ...(result.expanded === null ? {} : { expanded: result.expanded }),
      ...(result.k === null ? {} : { k: result.k }),
      testedOn: result.testedOn,
      verdicts: snapshot.verdicts
        .filter(({ characteristic }) => characteristic === result.characteristic)
        .map(({ requirementId, verdict }) => ({ requirement: requirementId, verdict })),
    })),
  };
}

/**
 * What a conformity credential of ours says. A credential may name a result several times, once for each verdict.
 *
 * @example accountOfCredential({ credentialSubject: { documentNumber: "N1", conformityAssessment: [] } }).number // → "N1" (the number of the report)
 * @source UNTP 0.7.0, ConformityCredential with our own terms
 */
export function accountOfCredential(credential: JsonObject): Account {
  const subject = objectOf(credential["credentialSubject"]);
  const issuer = objectOf(credential["issuer"]);
  const assessments = listOf(subject["conformityAssessment"]);
  const authorisation = listOf(subject["authorisation"])[0]?.["name"];
  const names = [issuer["nameZh"], issuer["name"]].filter((name) => typeof name === "string");
  const characteristics = new Set(assessments.map(characteristicOf).filter((id) => id !== ""));
  return {
    kind: "credential",
    ...text("number", subject["documentNumber"]),
    ...text("issuedAt", credential["validFrom"]),
    ...(names.length > 0 ? { laboratory: names } : {}),
    accreditation: typeof authorisation === "string" ? authorisation.replace(/^Accreditation /, "") : null,
    results: [...characteristics].flatMap((id) => statedIn(id, assessments)),
  };
}

function statedIn(characteristic: string, assessments: readonly JsonObject[]): StatedResult[] {
  const own = assessments.filter((one) => characteristicOf(one) === characteristic);
  const measured = own.map((one) => objectOf(one["measurementResult"])).filter((one) => "reportedValue" in one);
  // A judgement without a measurement beside it (a missing test) states no result.
  if (measured.length === 0) return [];
  const verdicts = own.flatMap((one) => {
    const id = listOf(one["assessmentCriteria"])[0]?.["id"];
    const verdict = one["verdict"];
    if (typeof id !== "string" || typeof verdict !== "string") return [];
    return [{ requirement: decoded(id.replace(/^.*[/:]/, "")), verdict }];
  });
  return measured.slice(0, 1).map((result) => ({
    characteristic,
    ...text("value", result["reportedValue"]),
    ...text("unit", result["unitText"]),
    ...text("expanded", result["expandedUncertainty"]),
    ...text("k", result["coverageFactor"]),
    ...text("testedOn", own[0]?.["assessmentDate"]),
    verdicts,
  }));
}

/** The characteristic that an assessment measured, from the address of its metric. */
function characteristicOf(assessment: JsonObject): string {
  const id = objectOf(listOf(assessment["assessedPerformance"])[0]?.["metric"])["id"];
  return typeof id === "string" ? decoded(id.replace(/^.*:/, "")) : "";
}

function text<K extends string>(name: K, value: unknown): { readonly [key in K]?: string } {
  return (typeof value === "string" ? { [name]: value } : {}) as { readonly [key in K]?: string };
}

/** What is no percent-encoding stays as it is written: it will not be found to be the same. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const listOf = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.map(objectOf) : []);
