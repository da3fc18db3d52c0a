import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type JsonObject, objectOf } from "@quanheng/formats/credential/jws.ts";
import { recogniseUntp, untpFaults } from "@quanheng/formats/credential/untp/recognise.ts";
import { trustGraph } from "@quanheng/formats/credential/untp/trust-graph.ts";
import type { CaseResult } from "../../adapter.ts";
import { undefinedNames } from "./context.ts";

/** What a credential turned out to be; `context` is left out where its contexts are not at hand. */
export type Findings = {
  readonly shape: readonly string[];
  readonly context?: readonly string[];
};

/** The state of a file by its name: the suite calls what must fail by what is wrong with it. */
const isMeantToFail = (path: string) => /invalid|tampered|manipulated|broken|undefined|malformed/i.test(basename(path));

/** Shape and terms of a credential, and what the credentials beside it make of its claims. */
export async function credentialCases(path: string, credential: JsonObject, root: string): Promise<CaseResult[]> {
  return [...verdicts(path, await findingsOn(credential, root)), ...claimCases(path, credential)];
}

/** One case for each part that is looked at; a file that must fail is one case. */
export function verdicts(path: string, findings: Findings): CaseResult[] {
  const name = basename(path);
  const parts = Object.entries(findings);
  if (isMeantToFail(path)) {
    return [{ id: `${name} fails`, ok: parts.some(([, faults]) => faults.length > 0), message: "nothing is wrong" }];
  }
  return parts.map(([part, faults]) => ({ id: `${name} ${part}`, ok: faults.length === 0, message: faults[0] ?? "" }));
}

/** What is wrong with a credential itself. An extension may bring a context of its own; then only its shape is judged. */
export async function findingsOn(credential: JsonObject, root: string): Promise<Findings> {
  const faults = untpFaults(credential);
  const shape = faults
    ? faults.map(({ path, code, expected }) => `${path} ${code} ${expected}`)
    : ["type or version is not one of UNTP 0.6.0, 0.6.1, 0.7.0"];
  if (recogniseUntp(credential)?.kind !== "credential") return { shape };
  const undefinedOnes = await undefinedNames(credential, root);
  if (undefinedOnes === undefined || isExtended(credential)) return { shape };
  return { shape, context: undefinedOnes };
}

/** Product characteristics are the place for the members of an industry, which bring their own context. */
function isExtended(credential: JsonObject): boolean {
  const characteristics = objectOf(objectOf(credential["credentialSubject"])["characteristics"]);
  return Object.keys(characteristics).some((key) => key !== "type");
}

/** Claims that no conformity credential confirms. @source shared/vectors/untp/SOURCES.md, tests-untp */
const UNCONFIRMED: ReadonlyMap<string, number> = new Map([["http://localhost/credentials/untp-dpp-simple.json", 1]]);

/** Tier 3: a claim is confirmed by a neighbour, an issuer is known by an anchor beside it. */
function claimCases(path: string, credential: JsonObject): CaseResult[] {
  const expected = UNCONFIRMED.get(String(credential["id"]));
  const neighbours = readdirSync(dirname(path))
    .filter((name) => name.endsWith(".json"))
    .map((name) => objectOf(JSON.parse(readFileSync(join(dirname(path), name), "utf8"))))
    .filter((one) => recogniseUntp(one)?.kind === "credential");
  const anchors = neighbours.filter((one) => objectOf(one["credentialSubject"])["registerType"] !== "product");
  const roots = anchors.filter(isAnchor).map((one) => String(objectOf(one["issuer"])["id"]));
  const { claims, issuers } = trustGraph(neighbours, roots);
  const own = claims.filter((claim) => claim.credential === credential["id"]);
  const open = own.filter(({ attestedBy }) => attestedBy.length === 0).map(({ criterion }) => criterion);
  const name = basename(path);
  const unknown = issuers.filter(({ identity, did }) => identity === "unknown" && isAttesting(neighbours, did));
  if (expected === undefined) return [];
  return [
    {
      id: `${name} claims`,
      ok: open.length === expected,
      message: `${open.length} of ${own.length} are not confirmed`,
    },
    {
      id: `${name} identity`,
      ok: unknown.length === 0,
      message: `not anchored: ${unknown.map(({ did }) => did).join()}`,
    },
  ];
}

const isAnchor = (one: JsonObject) => [one["type"]].flat().includes("DigitalIdentityAnchor");
const isAttesting = (all: readonly JsonObject[], did: string) =>
  all.some(
    (one) => [one["type"]].flat().includes("DigitalConformityCredential") && objectOf(one["issuer"])["id"] === did,
  );
