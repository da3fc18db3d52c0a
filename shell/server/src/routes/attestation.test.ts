import { judgeJwt } from "@quanheng/formats/credential/jws.ts";
import { recogniseUntp, untpFaults } from "@quanheng/formats/credential/untp/recognise.ts";
import { trustGraph } from "@quanheng/formats/credential/untp/trust-graph.ts";
import { openCheckpoint } from "@quanheng/formats/log/checkpoint.ts";
import { parseVkey } from "@quanheng/formats/log/key.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoHouse, openDemoHouse } from "../testing/demo-house.ts";
import { HANDS } from "../testing/demo-journey.ts";

const ends: (() => Promise<void>)[] = [];
let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse({ onTestFinished: (end) => ends.push(end) });
}, 60_000);
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

test("the log is served as files that anyone may read, and what is not there is not found", async () => {
  const { app, issued } = house;
  const checkpoint = await app.inject("/log/checkpoint");
  expect([checkpoint.statusCode, checkpoint.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  expect(checkpoint.headers["access-control-allow-origin"]).toBe("*");
  const trust = readTrust((await app.inject("/api/public/trust")).json());
  expect(openCheckpoint(checkpoint.body, trust.log)).toMatchObject({
    trusted: true,
    checkpoint: { size: issued.logIndex! + 2 },
  });
  const tile = await app.inject("/log/tile/0/000.p/1");
  expect([tile.rawPayload.length, tile.headers["cache-control"]]).toEqual([32, "public, max-age=31536000, immutable"]);
  const entries = await app.inject("/log/tile/entries/000.p/1");
  expect(entries.body).toContain(issued.gdti);
  for (const path of ["/log/tile/0/000", "/log/tile/0/000.p/3", "/log/tile/..%2f0", "/log/tile/entries/001"])
    expect((await app.inject(path)).statusCode).toBe(404);
});

test("keys, lists and terms stand at the addresses that documents name; others have none", async () => {
  const { app } = house;
  const did = await app.inject("/institutions/ins-sugar/did.json");
  expect(did.json()).toMatchObject({ id: "did:web:127.0.0.1%3A8088:institutions:ins-sugar" });
  expect((await app.inject("/.well-known/did.json")).json()).toMatchObject({ id: "did:web:127.0.0.1%3A8088" });
  expect((await app.inject("/institutions/ins-caiq/did.json")).statusCode).toBe(404);
  expect((await app.inject("/institutions/ins-none/did.json")).statusCode).toBe(404);
  const list = await app.inject("/status/revocation/0");
  expect([list.statusCode, list.headers["content-type"]]).toEqual([200, "application/vc+jwt"]);
  for (const path of ["/status/revocation/1", "/status/revocation/00", "/status/other/0"])
    expect((await app.inject(path)).statusCode).toBe(404);
  expect((await app.inject("/ns/quality/v1")).json()).toHaveProperty("@context");
});

test("the code on a report leads people to the page and machines to the links", async () => {
  const { app, issued } = house;
  const page = await app.inject({ url: `/253/${issued.gdti}`, headers: { accept: "text/html" } });
  expect([page.statusCode, page.headers["location"]]).toEqual([307, `http://127.0.0.1:8088/verify/${issued.gdti}`]);
  const links = await app.inject({ url: `/253/${issued.gdti}`, headers: { accept: "application/linkset+json" } });
  expect(links.headers["content-type"]).toContain("application/linkset+json");
  expect(links.json()).toMatchObject({ linkset: [{ anchor: `http://127.0.0.1:8088/253/${issued.gdti}` }] });
  expect((await app.inject("/253/9520001000102NONE?linkType=all")).statusCode).toBe(404);
  // Whatever the code says, nobody is led away from this platform.
  const foreign = await app.inject("/253/%2F%2Fevil.example");
  expect([foreign.statusCode, foreign.headers["location"]]).toEqual([400, undefined]);
});

test("anyone asks for a statement and hands documents in; what they are is said in both languages", async () => {
  const { app, issued, pdf } = house;
  const known = (await app.inject(`/api/public/statements/${issued.number}`)).json();
  expect(known).toMatchObject({ number: issued.number, status: "issued", demonstration: true, credential: null });
  expect((await app.inject("/api/public/statements/NOBODY-2026-000001")).json()).toMatchObject({
    code: "statement-unknown",
  });

  const answer = await house.handIn("report.pdf", pdf);
  expect(answer.json()).toMatchObject({ outcome: "valid", statement: { number: issued.number } });
  const changed = Buffer.from(pdf);
  changed[changed.length >> 1]! ^= 1;
  expect((await house.handIn("report.pdf", changed)).json()).toMatchObject({ outcome: "altered", statement: null });
  expect((await house.handIn("photo.pdf", Buffer.from("%PDF-1.7 nothing else"))).json()).toMatchObject({
    outcome: "unreadable",
  });
  expect((await house.handIn("empty.pdf", Buffer.alloc(0))).json()).toMatchObject({ code: "file-empty" });
  expect((await house.handIn("note.txt", Buffer.from("hello"))).json()).toMatchObject({ code: "not-a-pdf" });
  const huge = await house.handIn("huge.pdf", Buffer.alloc(21 * 1024 * 1024));
  expect([huge.statusCode, huge.json().code]).toEqual([413, "too-large"]);
});

test("no public address tells a visitor the client, the commission, a price, a reading or the credential", async () => {
  const { app, issued, pdf } = house;
  const documents = issued.documents.map(({ sha256 }) => sha256);
  const needles = [issued.number, issued.gdti, ...documents, ...documents.map((sha256) => sha256.toUpperCase())];
  const told = await Promise.all(
    [
      ...needles.map((needle) => `/api/public/statements/${encodeURIComponent(needle)}`),
      ...["/api/public/trust", "/log/checkpoint", "/log/tile/0/000.p/1", "/log/tile/entries/000.p/1"],
      ...["/.well-known/did.json", "/institutions/ins-sugar/did.json"],
      ...["revocation", "suspension", "refresh"].map((purpose) => `/status/${purpose}/0`),
      `/253/${issued.gdti}?linkType=all`,
    ].map((url) => app.inject(url)),
  );
  told.push(await house.handIn("report.pdf", pdf));
  for (const answer of told) {
    expect(answer.statusCode).toBeLessThan(300);
    for (const secret of await secretsOf(house)) expect(answer.body).not.toContain(secret);
  }
  for (const answer of told.slice(0, needles.length)) expect(answer.json()).toMatchObject({ credential: null });
});

/** What only the parties may know of the issued report: names, ids, numbers and values, as they stand in the database. */
async function secretsOf({ database, issued }: DemoHouse): Promise<string[]> {
  const { owner } = database;
  const row = await owner
    .selectFrom("attestation")
    .innerJoin("enterprise", "enterprise.id", "attestation.enterprise_id")
    .innerJoin("commission", "commission.id", "attestation.commission_id")
    .select(["enterprise.id", "name_zh", "name_en", "commission.id as commission", "commission.number", "issued_by"])
    .where("attestation.id", "=", issued.id)
    .executeTakeFirstOrThrow();
  return [...Object.values(row), "clientUri", "/enterprises/", "price", "readings", "standardUncertainty", "unrounded"];
}

test("of big files handed in together, those beyond the bound are asked to come back and the rest is verified", async () => {
  const big = Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(18 * 1024 * 1024, "1 0 obj ")]);
  const handed = Promise.all(Array.from({ length: 12 }, () => house.handIn("big.pdf", big)));
  const answers = (await handed).map(({ statusCode }) => statusCode);
  expect(new Set(answers)).toEqual(new Set([200, 429]));
  expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(8);
  expect((await house.handIn("report.pdf", house.pdf)).json()).toMatchObject({ outcome: "valid" });
}, 60_000);

test("documents are handed out as they are to those concerned, and to nobody else", async () => {
  const { app, issued, as } = house;
  const url = `/api/attestations/${issued.id}/documents/pdf`;
  const mine = await app.inject({ url, headers: await as(HANDS.mill) });
  expect([mine.statusCode, mine.headers["content-type"], mine.headers["content-disposition"]]).toEqual([
    200,
    "application/pdf",
    `inline; filename="${issued.number}.pdf"`,
  ]);
  expect((await app.inject({ url, headers: await as("per-huanglixin") })).statusCode).toBe(404);
  expect((await app.inject({ url })).statusCode).toBe(401);
  const jwt = await app.inject({ url: url.replace("pdf", "credential"), headers: await as(HANDS.mill) });
  expect(jwt.headers["content-type"]).toBe("application/vc+jwt");
  const bundle = (await app.inject("/api/public/trust")).json() as { logs: string[] };
  expect(parseVkey(bundle.logs[0]!).name).toBe("127.0.0.1:8088/log");
});

const local = (url: string) => url.replace(/^https?:\/\/[^/]+/, "");

test("scheme, profile and criterion stand at the addresses by which they name each other", async () => {
  const { app } = house;
  const scheme = await app.inject("/vocabulary/schemes/CN");
  expect([scheme.statusCode, scheme.headers["content-type"]]).toEqual([200, "application/ld+json; charset=utf-8"]);
  expect(scheme.headers["access-control-allow-origin"]).toBe("*");
  expect(untpFaults(scheme.json())).toEqual([]);
  const { id: sugar } = scheme.json().includedProfile.find(({ id }: { id: string }) => id.endsWith("/white-sugar"));
  const profile = (await app.inject(local(sugar))).json();
  expect([untpFaults(profile), profile.id, profile.scheme.id]).toEqual([[], sugar, scheme.json().id]);
  const [first] = profile.criterion;
  const criterion = (await app.inject(local(first.id))).json();
  expect([untpFaults(criterion), criterion.id, criterion.name]).toEqual([[], first.id, first.name]);
  for (const path of ["schemes/XX", "profiles/CN/none", "profiles/XX/white-sugar", "criteria/none", "criteria/..%2f"])
    expect((await app.inject(`/vocabulary/${path}`)).statusCode).toBe(404);
});

test("the accreditation of an issuer anchors its DID under the signature of the house", async () => {
  const { app } = house;
  const answer = await app.inject("/institutions/ins-sugar/identity-anchor");
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/vc+jwt"]);
  const trust = readTrust((await app.inject("/api/public/trust")).json());
  const { signature, issuer, payload } = judgeJwt(answer.body, trust.dids);
  expect([signature, issuer]).toEqual(["ok", "did:web:127.0.0.1%3A8088"]);
  expect(recogniseUntp(payload)).toMatchObject({ type: "DigitalIdentityAnchor", version: "0.7.0" });
  expect(untpFaults(payload)).toEqual([]);
  const did = "did:web:127.0.0.1%3A8088:institutions:ins-sugar";
  const statement = { id: "c", issuer: did, type: ["DigitalConformityCredential"], credentialSubject: {} };
  expect(trustGraph([statement, payload], [issuer]).issuers[0]).toEqual({
    did,
    identity: "anchored",
    through: [issuer],
  });
  expect((await app.inject("/institutions/ins-sugar/identity-anchor")).body).toBe(answer.body);
  for (const id of ["ins-caiq", "ins-none"])
    expect((await app.inject(`/institutions/${id}/identity-anchor`)).statusCode).toBe(404);
});
