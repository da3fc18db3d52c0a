import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import jsonld from "jsonld";
import { test } from "vitest";
import { snapshotBytes } from "../report/snapshot-bytes.ts";
import { conformityCredential } from "./conformity-credential.ts";
import { QUALITY_CONTEXT_PATH, qualityContext } from "./context.ts";
import { facilityRecord } from "./facility-record.ts";
import { identityAnchor } from "./identity-anchor.ts";
import type { JsonObject } from "./jws.ts";
import { productPassport } from "./product-passport.ts";
import { conformityCriterion, conformityProfile, conformityScheme } from "./scheme.ts";
import { untpFaults } from "./untp/recognise.ts";
import { trustGraph } from "./untp/trust-graph.ts";

const shared = new URL(`${process.env["QUANHENG_SHARED"] ?? "../shared"}/`, `file://${process.cwd()}/`);
const untp = new URL("vectors/untp/", shared);
const haveUntp = existsSync(untp);
if (!haveUntp) process.stdout.write("UNTP vectors are not here: what we issue was not held against the schemas.\n");
const json = (path: string) => JSON.parse(readFileSync(new URL(path, untp), "utf8"));

const origin = "https://qi.example";
const centre = "did:web:qi.example:institutions:ins-sugar";
const body = "did:web:accreditation.example";
const head = (part: string, did = centre) => ({
  id: `${origin}/${part}`,
  name: part,
  issuer: { did, name: did === body ? "Accreditation Body" : "Sugar Centre" },
  validFrom: "2026-11-25T08:00:00Z",
  validUntil: "2028-11-25T08:00:00Z",
});
const snapshot = reportSnapshot(sampleFacts);
const conformity = conformityCredential({
  snapshot,
  snapshotSha256: snapshotBytes(snapshot).sha256,
  dccSha256: "00".repeat(32),
  origin,
  issuerDid: centre,
  clientUri: `${origin}/enterprises/ent-1`,
  statusIndex: 7,
  softwareVersion: "0.1.0",
});
const anchor = identityAnchor(head("anchors/1", body), {
  did: centre,
  name: "Sugar Centre",
  number: "L0001",
  accreditedOn: "2020-01-31",
  register: { id: "https://accreditation.example/register", name: "Register of accredited bodies" },
  registrar: { id: body, name: "Accreditation Body" },
  scope: [`${origin}/scopes/1`],
});
const mill = { id: "https://id.gs1.org/414/9520123456788", name: "Mill" };
const sugar = {
  code: "1701.99",
  name: "White sugar",
  schemeId: "https://www.wcoomd.org/hs/2022",
  schemeName: "HS 2022",
};
const passport = productPassport(head("passports/1"), {
  snapshot,
  origin,
  idScheme: { id: `${origin}/253`, name: "Reports" },
  categories: [sugar],
  facility: mill,
  country: "CN",
  evidence: { url: snapshot.verifyUrl, sha256: "00".repeat(32) },
});
const facility = facilityRecord(head("facilities/1"), {
  ...mill,
  processes: [{ ...sugar, code: "1072", name: "Manufacture of sugar" }],
  address: { street: "1 Road", postalCode: "530000", place: "Nanning", region: "Guangxi", country: "CN" },
  position: { latitude: 22.8, longitude: 108.3 },
});
const criterion = {
  requirementId: "cn-sugar-1",
  characteristic: "polarisation",
  characteristicName: "Polarisation",
  limitText: "≥ 99.7 g/100 g",
  cited: "GB/T 317, table 1",
  edition: "2018",
  verified: true,
  ended: false,
  documentation: `${origin}/library/requirements/cn-sugar-1`,
};
const market = { market: "CN", marketName: "China", documentation: `${origin}/library` };
const product = { id: "white-sugar", name: "White sugar" };
const catalogue = [
  conformityScheme(origin, {
    ...market,
    publisher: { id: `${origin}/institutions/1`, name: "Centre" },
    products: [product],
  }),
  conformityProfile(origin, { ...market, product, on: "2026-11-25", criteria: [criterion] }),
  conformityCriterion(origin, criterion),
];

test("every credential and every rule that we publish has the form of its class", () => {
  for (const issued of [conformity, anchor, passport, facility, ...catalogue]) assert.deepEqual(untpFaults(issued), []);
});

test.runIf(haveUntp)("and satisfies the published schema", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const without = (issued: JsonObject = {}) =>
    Object.fromEntries(Object.entries(issued).filter(([key]) => key !== "@context"));
  const pairs: readonly (readonly [string, JsonObject])[] = [
    ["0.7.0/ConformityCredential.json", conformity],
    ["0.7.0/DigitalIdentityAnchor.json", anchor],
    ["0.7.0/DigitalFacilityRecord.json", facility],
    ["0.7.0-pre-2026-04-03/DigitalProductPassport.json", passport],
    // The schemas of April know no context in these; the release has it.
    ["0.7.0-pre-2026-04-03/ConformityScheme.json", without(catalogue[0])],
    ["0.7.0-pre-2026-04-03/ConformityProfile.json", without(catalogue[1])],
    ["0.7.0-pre-2026-04-03/Criterion.json", without(catalogue[2])],
  ];
  for (const [schema, issued] of pairs) {
    const valid = ajv.compile(json(`schema/${schema}`));
    assert.ok(valid(issued), `${schema} ${JSON.stringify(valid.errors)}`);
  }
});

/** Names that the release of the context added to the copy of April. */
const ADDED = /^(?:Digital(?:ConformityCredential|IdentityAnchor|ProductPassport|FacilityRecord)|issuingSoftware)$/;

test.runIf(haveUntp)(
  "a JSON-LD processor that fetches nothing finds every term of our credentials defined",
  async () => {
    const contexts = new Map<string, unknown>([
      ["https://www.w3.org/ns/credentials/v2", json("context/w3c-credentials-v2.jsonld")],
      ["https://vocabulary.uncefact.org/untp/0.7.0/context/", json("context/untp-context-0.7.0-pre-2026-04-03.jsonld")],
      [`${origin}${QUALITY_CONTEXT_PATH}`, qualityContext(origin)],
    ]);
    const documentLoader = (url: string) => {
      assert.ok(contexts.has(url), url);
      return Promise.resolve({ documentUrl: url, document: contexts.get(url) });
    };
    for (const issued of [conformity, anchor, passport, facility]) {
      const undefinedOnes: unknown[] = [];
      const eventHandler = ({ event }: { event: { details: { property?: unknown; type?: unknown } } }) => {
        const name = event.details.property ?? event.details.type;
        if (!ADDED.test(String(name))) undefinedOnes.push(event);
      };
      await jsonld.expand(issued, { documentLoader, eventHandler });
      assert.deepEqual(undefinedOnes, []);
    }
  },
);

test("what a passport of ours claims is confirmed by the credential, and its signer is anchored by the accreditation", () => {
  const { claims, issuers } = trustGraph([passport, conformity, anchor], [body]);
  assert.ok(claims.length > 0);
  for (const { attestedBy } of claims) assert.deepEqual(attestedBy, [snapshot.verifyUrl]);
  assert.deepEqual(
    issuers.map(({ did, identity }) => [did, identity]),
    [
      [centre, "anchored"],
      [body, "root"],
    ],
  );
  assert.equal(trustGraph([passport, conformity, anchor], []).issuers[0]?.identity, "unknown");
});

test("anchors in a circle lead to nobody", () => {
  const circle = [
    { issuer: "did:web:a.example", type: ["DigitalIdentityAnchor"], credentialSubject: { id: "did:web:b.example" } },
    { issuer: "did:web:b.example", type: ["DigitalIdentityAnchor"], credentialSubject: { id: "did:web:a.example" } },
  ];
  assert.ok(trustGraph(circle, ["did:web:c.example"]).issuers.every(({ identity }) => identity === "unknown"));
});
