import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { checkDcc } from "@quanheng/formats/dcc/check.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import { verifyXades } from "@quanheng/formats/xades/verify.ts";
import type { XmlDocument } from "@quanheng/formats/xml/node.ts";
import { readXml } from "@quanheng/formats/xml/read.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { CaseResult } from "../../adapter.ts";
import { type Expected, statedOf } from "./stated.ts";

/** @source shared/vectors/dcc/SOURCES.md */
const EXPECTED: Readonly<Record<string, Expected>> = {
  "dcclib_valid.xml": { wellBuilt: true, followsRules: true },
  "dcclib_valid_signature.xml": { wellBuilt: true, signature: "holds" },
  "dcclib_invalid_schema.xml": { wellBuilt: false },
  "dcclib_invalid_schematron.xml": { wellBuilt: true, followsRules: false },
  "dcclib_invalid_syntax.xml": { wellFormed: false, line: 7 },
  "xsd-dcc_example_2.3.0.xml": { wellBuilt: true },
  "lutaml_sample_dcc.xml": { wellBuilt: false },
  "dcc_gp_temperature_typical_v12.xml": { wellBuilt: true },
  "dcc_gp_temperature_simplified_v12.xml": { wellBuilt: true },
  "dcc_gp_temperature_extensive_v12.xml": { wellBuilt: true },
  "dcc_ngp_temperature_typical_v12_refType2ID.xml": { wellBuilt: true },
  "dcc_gp_temperature_typical_v12_signed.xml": { wellBuilt: false, signature: "holds" },
  "dcc_gp_temperature_typical_v12_v3.2.0_signed.xml": { wellBuilt: true, signature: "holds" },
  "dcc_gp_temperature_typical_v12_v3.2.0_signed_manipulated.xml": { wellBuilt: true, signature: "fails" },
  "dcc_gp_temperature_typical_v12_v3.2.0_signed_lt.xml": { signature: "holds" },
  "siliziumkugel_2_4_0.xml": { wellBuilt: true },
};

/** The day on which the suite was collected: it judges certificates whose signature states no time. */
const COLLECTED = "2026-11-23T00:00:00Z";

/** One case for each thing that is said of a sample. */
export function sampleCases(path: string): readonly CaseResult[] {
  const name = basename(path);
  const expected = Object.hasOwn(EXPECTED, name) ? EXPECTED[name] : statedOf(path);
  if (!expected) return [{ id: name, ok: false, message: "not handled: SOURCES.md says nothing of it here" }];
  const read = attempt(path);
  if (expected.wellFormed === false) return [malformed(name, read, expected.line)];
  if (read instanceof Refusal) return [{ id: name, ok: false, message: `${read.code} ${JSON.stringify(read.facts)}` }];
  const check = checkDcc(read);
  const found = {
    wellBuilt: check.isWellBuilt,
    followsRules: check.followsRules,
    signature: signatureOf(read, path),
  };
  return (["wellBuilt", "followsRules", "signature"] as const)
    .filter((member) => expected[member] !== undefined)
    .map((member) => compared(`${name} ${member}`, found[member], expected[member], check.faults[0]));
}

function attempt(path: string): XmlDocument | Refusal {
  try {
    return readXml(readFileSync(path));
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function malformed(name: string, read: XmlDocument | Refusal, line: number | undefined): CaseResult {
  const at = read instanceof Refusal ? read.facts["line"] : undefined;
  return {
    id: `${name} malformed`,
    ok: line === undefined ? read instanceof Refusal : at === line,
    message: `expected a fault in line ${line}, got ${String(at)}`,
  };
}

/** Every signature intact and of a signer below the suite's own authorities. */
function signatureOf(document: XmlDocument, path: string): "holds" | "fails" | undefined {
  const verdicts = verifyXades(document, { roots: rootsBeside(path) }, COLLECTED);
  if (verdicts.length === 0) return undefined;
  return verdicts.every(({ intact, trusted }) => intact && trusted) ? "holds" : "fails";
}

function rootsBeside(path: string): readonly Uint8Array[] {
  const folder = join(dirname(dirname(path)), "certs");
  if (!existsSync(folder)) return [];
  const authorities = readdirSync(folder).filter((name) => /_(ca|root|sub)\./.test(name));
  return authorities.flatMap((name) => certificatesOfPem(readFileSync(join(folder, name), "utf8")));
}

function compared(id: string, found: unknown, expected: unknown, first: unknown): CaseResult {
  const message = `expected ${String(expected)}, got ${String(found)}; first fault ${JSON.stringify(first)}`;
  return { id, ok: found === expected, message };
}
