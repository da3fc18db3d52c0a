import { conformityCredential } from "../credential/conformity-credential.ts";
import { type JsonObject, objectOf } from "../credential/jws.ts";
import { STATUS_LIST_ENTRIES } from "../credential/status-list.ts";
import type { ReportSnapshot } from "../report/snapshot.ts";

/** A place in a credential that does not say what the report says; each as JSON, `—` where it says nothing. */
export type Difference = { readonly path: string; readonly report: string; readonly credential: string };

/** More than these are of no further use to a reader. */
const MOST = 20;

/**
 * Everywhere that a credential says something else than the report from which it was made, or leaves out or adds
 * something: the credential is made again from the data of the report and compared whole.
 *
 * Of the credential itself are taken: issuer, address of client and house, number in the register, version of the
 * software and digest of the digital certificate, which the data of a report do not hold and others check. Former
 * versions spelled two addresses otherwise and had neither `siUnit` nor `coverageProbability`; theirs count as they are.
 *
 * @param sha256Hex SHA-256 of the report's data, hexadecimal
 * @returns at most twenty; none where both say the same
 * @example credentialDifferences({}, "00", {}) // → [{ path: "", report: "unreadable", credential: "unreadable" }] (no report from which a credential could be made)
 * @source ours: a signature protects a copy, not the truth of two
 */
export function credentialDifferences(
  snapshot: ReportSnapshot,
  sha256Hex: string,
  credential: JsonObject,
): Difference[] {
  try {
    const expected: unknown = JSON.parse(JSON.stringify(madeAgain(snapshot, sha256Hex, credential)));
    return [...between("", expected, modern(credential))].slice(0, MOST);
  } catch {
    // Data from anybody that have the outline of a report but not its members.
    return [{ path: "", report: "unreadable", credential: "unreadable" }];
  }
}

function madeAgain(snapshot: ReportSnapshot, snapshotSha256: string, credential: JsonObject): JsonObject {
  const subject = objectOf(credential["credentialSubject"]);
  const software = objectOf(credential["issuingSoftware"]);
  const status = objectOf(credential["credentialStatus"]);
  const list = /\/(\d{1,9})$/.exec(String(status["statusListCredential"]))?.[1] ?? "0";
  const made = conformityCredential({
    snapshot,
    snapshotSha256,
    origin: String(software["id"]).replace(/\/$/, ""),
    issuerDid: String(objectOf(credential["issuer"])["id"]),
    clientUri: String(objectOf(subject["issuedToParty"])["id"]),
    statusIndex: Number(list) * STATUS_LIST_ENTRIES + Number(status["statusListIndex"]),
    softwareVersion: String(software["version"]),
  });
  const { dcc } = subject;
  const digest = objectOf(dcc)["digestMultibase"];
  if (dcc === undefined) return made;
  return { ...made, credentialSubject: { ...objectOf(made["credentialSubject"]), dcc: { digestMultibase: digest } } };
}

/** Members that a measurement had not before. */
const LATER = /\/measurementResult\/(?:siUnit|coverageProbability)$/;

function* between(path: string, report: unknown, credential: unknown): Generator<Difference> {
  if (Object.is(report, credential)) return;
  if (isObject(report) && isObject(credential) && Array.isArray(report) === Array.isArray(credential)) {
    const names = new Set([...Object.keys(report), ...Object.keys(credential)]);
    for (const name of names) yield* between(`${path}/${name}`, own(report, name), own(credential, name));
  } else if (credential !== undefined || !LATER.test(path)) {
    yield { path, report: shown(report), credential: shown(credential) };
  }
}

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;
const own = (value: JsonObject, name: string): unknown => (Object.hasOwn(value, name) ? value[name] : undefined);

function shown(value: unknown): string {
  const text = value === undefined ? "—" : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

/** A credential with the addresses of former versions in today's spelling. */
function modern(credential: JsonObject): unknown {
  const origin = String(objectOf(credential["issuingSoftware"])["id"]).replace(/\/$/, "");
  const address = (id: string) =>
    id
      .replace(/^urn:quanheng:requirement:/, `${origin}/vocabulary/criteria/`)
      .replace(/^(https:\/\/vocabulary\.uncefact\.org\/conformity-topic)\//, "$1s/");
  return JSON.parse(JSON.stringify(credential), (name, value: unknown) =>
    name === "id" && typeof value === "string" ? address(value) : value,
  );
}
