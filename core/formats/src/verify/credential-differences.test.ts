import assert from "node:assert/strict";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { test } from "vitest";
import { conformityCredential } from "../credential/conformity-credential.ts";
import { tinyPdf } from "../pdf/testing/tiny-pdf.ts";
import { snapshotBytes } from "../report/snapshot-bytes.ts";
import { signPdf } from "../signature/pades-sign.ts";
import { demoSigner } from "../signature/testing/demo-signer.ts";
import { credentialDifferences } from "./credential-differences.ts";
import { credentialFor, ISSUER, issued, ORIGIN, REQUEST } from "./testing/demo-house.ts";
import { readTrust } from "./trust.ts";
import { verifyReport } from "./verify-report.ts";

const snapshot = reportSnapshot(sampleFacts);
const { sha256 } = snapshotBytes(snapshot);
const made = conformityCredential({
  snapshot,
  snapshotSha256: sha256,
  origin: ORIGIN,
  issuerDid: ISSUER,
  clientUri: `${ORIGIN}/enterprises/ent-1`,
  statusIndex: 131_079,
  softwareVersion: "0.0.9",
});
const copy = () => JSON.parse(JSON.stringify(made));

type Node = Record<string, unknown>;

/** Every member of a value with its path. */
function* members(node: Node, path = ""): Generator<{ path: string; holder: Node; name: string }> {
  for (const name of Object.keys(node)) {
    yield { path: `${path}/${name}`, holder: node, name };
    const value = node[name];
    if (typeof value === "object" && value !== null) yield* members(value as Node, `${path}/${name}`);
  }
}

/** What the data of a report do not hold, and what former versions did not say. */
const TAKEN =
  /^\/(?:issuer\/id|issuingSoftware\/version|credentialSubject\/issuedToParty\/id)$|\/measurementResult\/(?:siUnit|coverageProbability)$/;

test("the credential that was made from the report differs in nothing", () => {
  assert.deepEqual(credentialDifferences(snapshot, sha256, copy()), []);
});

test("whatever is left out, changed or added anywhere in a credential is found and named", () => {
  const paths = [...members(copy())].map(({ path }) => path);
  assert.ok(paths.length > 100);
  for (const path of paths.filter((each) => !TAKEN.test(each))) {
    for (const change of ["leave out", "other"]) {
      const credential = copy();
      const found = [...members(credential)].find((each) => each.path === path);
      assert.ok(found);
      const value = found.holder[found.name];
      if (change === "other") found.holder[found.name] = typeof value === "boolean" ? !value : `${String(value)}9`;
      else delete found.holder[found.name];
      assert.notEqual(credentialDifferences(snapshot, sha256, credential).length, 0, `${change}: ${path}`);
    }
  }
  const more = copy();
  more.credentialSubject.conformityAssessment.push({ name: "EU: pass" });
  const [extra] = credentialDifferences(snapshot, sha256, more);
  assert.match(extra?.path ?? "", /\/conformityAssessment\/\d+$/);
  assert.deepEqual([extra?.report, extra?.credential], ["—", '{"name":"EU: pass"}']);
});

test("a well-signed credential that contradicts the report is a contradiction, with the place and both values", async () => {
  const house = await issued();
  const { credentialSubject: subject } = copy();
  const conformityAssessment = subject.conformityAssessment.map((each: Node) => ({ ...each, conformance: false }));
  const credential = await credentialFor(house.snapshot, 11, ISSUER, {
    credentialSubject: { ...subject, conformityAssessment },
  });
  const { outcome, differences } = verifyReport({
    ...house,
    credential,
    trust: readTrust(house.trust),
    now: "2026-11-26T00:00:00Z",
  });
  assert.equal(outcome, "contradiction");
  assert.ok(differences.some(({ path, report, credential: c }) => /conformance$/.test(path) && report !== c));
});

test("a credential beside a report is the one inside, byte for byte", async () => {
  const house = await issued();
  const { signer } = await demoSigner();
  const content = house.credential;
  const inside = tinyPdf({ attachment: { name: "credential.jwt", mediaType: "application/vc+jwt", content } });
  const pdf = await signPdf(inside, { ...REQUEST, signer });
  const other = await credentialFor(house.snapshot, 11, ISSUER, { name: "other" });
  const judged = (credential: string) =>
    verifyReport({ pdf, credential, trust: readTrust(house.trust), now: "2026-11-26T00:00:00Z" }).differences;
  assert.deepEqual(judged(content), []);
  assert.deepEqual(
    judged(other).map(({ path }) => path),
    ["credential.jwt"],
  );
});
