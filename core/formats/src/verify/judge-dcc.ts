import { compare, decimal } from "@quanheng/kernel/decimal.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import { digestOf } from "../credential/digest.ts";
import { type JsonObject, objectOf } from "../credential/jws.ts";
import { DCC, SI } from "../dcc/namespaces.ts";
import { numberIn } from "../dcc/report/quantity.ts";
import type { ReportResult, ReportSnapshot } from "../report/snapshot.ts";
import type { XadesVerdict } from "../xades/verdict.ts";
import { verifyXades } from "../xades/verify.ts";
import { childNamed, childrenNamed, textOf, withDescendants, type XmlElement } from "../xml/node.ts";
import { readXml } from "../xml/read.ts";
import { type Check, failed, ok, unknown } from "./check.ts";
import type { Trust } from "./trust.ts";

/** A value as a digital certificate or a report states it, with the uncertainty beside it; "" where there is none. */
export type StatedValue = { readonly value: string; readonly uncertainty: string };

/** A digital certificate whose bytes could be read. */
export type JudgedDcc = {
  readonly number: string;
  readonly laboratory: readonly string[];
  readonly values: readonly StatedValue[];
  readonly signatures: readonly XadesVerdict[];
};

/**
 * What a digital certificate says and who signed it; undefined for anything else. Never throws for a bad file.
 *
 * @param now instant for certificates where the signer states none, ISO 8601 in UTC
 * @example judgeDcc(new TextEncoder().encode("<a/>"), { roots: [], log: { logs: [], witnesses: [], quorum: 0 }, dids: new Map(), statusLists: new Map() }, "2026-11-25T08:00:00Z") // → undefined (some other XML)
 * @source PTB, DCC XML schema 3.3.0; ETSI EN 319 132-1, baseline level B
 */
export function judgeDcc(bytes: Uint8Array, trust: Trust, now: string): JudgedDcc | undefined {
  try {
    const document = readXml(bytes);
    const { root } = document;
    if (root.namespace !== DCC || root.local !== "digitalCalibrationCertificate") return undefined;
    const at = (...path: readonly string[]) => path.reduce<XmlElement | undefined>(step, root);
    const name = at("administrativeData", "calibrationLaboratory", "contact", "name");
    return {
      number: textIn(at("administrativeData", "coreData", "uniqueIdentifier")),
      laboratory: name ? childrenNamed(name, DCC, "content").map(textIn) : [],
      values: valuesOf(root),
      signatures: verifyXades(document, { roots: trust.roots }, now),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

const step = (element: XmlElement | undefined, local: string) => element && childNamed(element, DCC, local);
const textIn = (element: XmlElement | undefined): string => (element ? textOf(element).trim() : "");

/** Each result's quantity as it was reported: of a hybrid the last, which is in the reader's own unit. */
function valuesOf(root: XmlElement): StatedValue[] {
  const results = [...withDescendants(root)].filter(({ local, namespace }) => local === "result" && namespace === DCC);
  return results.flatMap((result) => {
    const data = childNamed(result, DCC, "data");
    return (data ? childrenNamed(data, DCC, "quantity") : []).flatMap((quantity) => {
      const real = childNamed(quantity, SI, "real") ?? lastReal(childNamed(quantity, SI, "hybrid"));
      return real ? [{ value: textIn(childNamed(real, SI, "value")), uncertainty: uncertaintyIn(real) }] : [];
    });
  });
}

const lastReal = (hybrid: XmlElement | undefined) => (hybrid ? childrenNamed(hybrid, SI, "real").at(-1) : undefined);

function uncertaintyIn(real: XmlElement): string {
  const stated = [...withDescendants(real)].find(
    ({ local, namespace }) => namespace === SI && (local === "valueExpandedMU" || local === "valueStandardMU"),
  );
  return textIn(stated);
}

/**
 * The check of a digital certificate that travels with a report: its own signature, and that it says what the report
 * says: number, laboratory, each value and its uncertainty.
 *
 * @param snapshot data of the report; undefined where there are none to compare with
 * @example dccCheck(undefined, undefined) // → { code: "dcc", state: "failed", reason: "dcc-changed" } (it cannot be read)
 * @source ours: two signed copies may contradict each other
 */
export function dccCheck(dcc: JudgedDcc | undefined, snapshot: ReportSnapshot | undefined): Check {
  if (!dcc || dcc.signatures.some(({ intact }) => !intact)) return failed("dcc", "dcc-changed");
  if (snapshot && !agrees(dcc, snapshot)) return failed("dcc", "dcc-differs");
  const [signature] = dcc.signatures;
  if (!signature) return unknown("dcc", "dcc-not-signed");
  return signature.trusted ? ok("dcc") : signerCheck(signature, "dcc");
}

/**
 * Whether a credential names another certificate than this one by its digest. One without a digest, as former ones are,
 * names none.
 *
 * @param credential payload whose signature holds
 * @example namesOther(new TextEncoder().encode("<a/>"), { credentialSubject: {} }) // → false (no digest)
 * @example namesOther(new TextEncoder().encode("<a/>"), { credentialSubject: { dcc: { digestMultibase: "uEiDjsMRCmPwcFJr79MiZb7kkJ65B5GSbk0yklZkbeFK4VQ" } } }) // → true (SHA-256 of nothing, FIPS 180-4)
 * @source ours: a signed digest ties the copies together
 */
export function namesOther(xml: Uint8Array, credential: JsonObject): boolean {
  const { dcc } = objectOf(credential["credentialSubject"]);
  return dcc !== undefined && objectOf(dcc)["digestMultibase"] !== digestOf(xml);
}

/** Who signed a digital certificate, as a check: known, unknown, or known but not allowed to. */
export function signerCheck({ trusted, reasons }: XadesVerdict, code: "dcc" | "signer"): Check {
  if (trusted) return ok(code);
  return reasons.includes("signer-unknown") ? unknown(code, "signer-unknown") : failed(code, "certificate-not-valid");
}

function agrees({ number, laboratory, values }: JudgedDcc, snapshot: ReportSnapshot): boolean {
  const { zh, en } = snapshot.issuer.name;
  const reported = snapshot.results.filter((result) => numberIn(result.reported) !== undefined);
  if (number !== snapshot.number || !laboratory.some((name) => name === zh || name === en)) return false;
  if (values.length !== reported.length) return false;
  const left = [...values];
  return reported.every((result) => {
    const at = left.findIndex(
      ({ value, uncertainty }) => same(value, result.reported) && statesAs(uncertainty, result),
    );
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** The expanded uncertainty or the standard one; none only where the report has no standard one to give. */
function statesAs(written: string, { expanded, u }: ReportResult): boolean {
  if (written === "") return numberIn(u ?? "") === undefined;
  return [expanded, u].some((printed) => same(written, printed ?? ""));
}

/** Equal as numbers: a certificate may write what the report prints with a typographic minus. */
function same(written: string, printed: string): boolean {
  const number = numberIn(printed);
  if (number === undefined) return written === "";
  return numberIn(written) !== undefined && compare(decimal(written), number) === 0;
}
