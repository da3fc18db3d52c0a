import { attachedFiles } from "@quanheng/formats/pdf/attachments.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { approvedLot } from "../../testing/demo-lots.ts";
import { openIssuingDesk, presentFor } from "../../testing/issuing-desk.ts";
import { getSigning } from "../decision/signing.ts";
import { getDocument } from "./attestations.ts";
import type { IssuingDesk } from "./make-documents.ts";
import { samplePhotos } from "./sample-photo.ts";
import { type Signature, signAndIssue } from "./sign-and-issue.ts";
import { openStatusRegister } from "./status-lists.ts";
import { openTrustDesk } from "./trust.ts";

const ends: (() => Promise<void>)[] = [];
let bench: DemoBench;
let desk: IssuingDesk;
beforeAll(async () => {
  bench = await openDemoBench();
  ends.push(bench.close);
  desk = await openIssuingDesk({ onTestFinished: (end) => ends.push(end) }, () => new Date(bench.clock.now));
}, 60_000);
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

type Lot = Awaited<ReturnType<typeof approvedLot>>;

async function sign(lot: Lot, document?: Signature["document"]) {
  const { context, token } = await presentFor(bench.as(lot.hands.signatory, "signatory"));
  const { shownSha256 } = await getSigning(context, lot.id);
  const signature = { reauthentication: token, shownSha256, meaning: "authorise-issue", statement: null } as const;
  return signAndIssue(context, desk, lot.id, { ...signature, ...(document ? { document } : {}) });
}

async function issuedSnapshot(lot: Lot, id: string): Promise<ReportSnapshot> {
  const client = bench.as(lot.client);
  const pdf = (await getDocument(client, desk, id, "pdf")).bytes;
  const dcc = attachedFiles(pdf).find(({ name }) => name === "dcc.xml");
  expect(Buffer.from(dcc!.bytes).toString()).toMatch(/digitalCalibrationCertificate[\s\S]+<ds:SignatureValue/);
  const proof = Buffer.from((await getDocument(client, desk, id, "proof")).bytes).toString();
  const trustDesk = openTrustDesk(desk.keys, desk.names, openStatusRegister(desk.keys, desk.names));
  const bundle = JSON.parse(JSON.stringify(await trustDesk.bundle(client))) as unknown;
  const verified = verifyReport({ pdf, proof, trust: readTrust(bundle), now: bench.clock.now.toISOString() });
  expect([verified.outcome, verified.checks.filter(({ state }) => state !== "ok")]).toEqual(["valid", []]);
  return JSON.parse(Buffer.from((await getDocument(client, desk, id, "snapshot")).bytes).toString()) as ReportSnapshot;
}

const CHOICE = { validUntil: null, accuracyClass: "", nextOn: null, findings: "" } as const;

test("a water meter is verified: the certificate names regulation, class and until when it holds, and expires then", async () => {
  const lot = await approvedLot(bench, "urban-energy");
  const signatory = bench.as(lot.hands.signatory, "signatory");
  const { kinds } = await getSigning(signatory, lot.id);
  expect(kinds.map(({ kind, missing }) => [kind, missing])).toEqual([
    ["verification-certificate", []],
    ["calibration-certificate", []],
  ]);
  const verification = { ...CHOICE, kind: "verification-certificate", accuracyClass: "2" } as const;
  await expect(sign(lot, verification)).rejects.toMatchObject({ code: "report-incomplete" });
  await expect(sign(lot, { ...CHOICE, kind: "test-report" })).rejects.toMatchObject({
    code: "document-kind-not-possible",
  });
  const issued = await sign(lot, { ...verification, validUntil: "2028-11-22" });
  expect(issued.kind).toBe("verification-certificate");
  const snapshot = await issuedSnapshot(lot, issued.id);
  expect(snapshot.verification).toMatchObject({ accuracyClass: "2", validUntil: "2028-11-22" });
  expect(snapshot.calibration?.references.length).toBeGreaterThan(0);
  expect(snapshot.calibration?.conditions.map(({ value }) => value)).toEqual(["21.6 °C", "62 %"]);
}, 30_000);

test("a gauge block is calibrated: every result has U and k, its sources, and the standards it is traceable to", async () => {
  const lot = await approvedLot(bench, "measuring-tools");
  const issued = await sign(lot, { ...CHOICE, kind: "calibration-certificate" });
  const snapshot = await issuedSnapshot(lot, issued.id);
  expect([issued.kind, snapshot.title.zh]).toEqual(["calibration-certificate", "校准证书"]);
  expect(snapshot.results.every(({ k, expanded, budget }) => k && expanded && (budget?.length ?? 0) > 1)).toBe(true);
  expect(snapshot.statements.map(({ kind }) => kind)).toContain("no-interval");
}, 30_000);

test("the photo of the sample goes with the report where it can be set, and a broken one does not stop it", async () => {
  const lot = await approvedLot(bench, "silk");
  const signatory = bench.as(lot.hands.signatory, "signatory");
  expect(await samplePhotos(signatory, desk, lot.id)).toEqual([]);
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  await photograph(lot, png.subarray(0, 40));
  expect(await samplePhotos(signatory, desk, lot.id)).toEqual([]);
  await photograph(lot, png);
  const snapshot = await issuedSnapshot(lot, (await sign(lot)).id);
  expect(snapshot.photos).toMatchObject([{ mediaType: "image/png" }]);
}, 30_000);

/** A further receipt of the lot's sample, with a photo. */
async function photograph(lot: Lot, bytes: Uint8Array) {
  const { owner } = bench.database;
  const [id, receiptId] = [bench.as(lot.hands.analyst).newId("fil"), bench.as(lot.hands.analyst).newId("evt")];
  const { sha256, size } = await desk.objects.put(bytes, 1_000_000);
  await owner
    .insertInto("file")
    .values({
      id,
      owner_party_id: lot.laboratory,
      commission_id: lot.id,
      purpose: "sample-photo",
      name: "sample.png",
      media_type: "image/png",
      size,
      sha256,
      uploaded_by: lot.hands.analyst,
      uploaded_at: bench.clock.now,
    })
    .execute();
  const receipt = await owner
    .selectFrom("sample_receipt")
    .selectAll()
    .where("commission_id", "=", lot.id)
    .orderBy("received_at", "desc")
    .executeTakeFirstOrThrow();
  const later = new Date(receipt.received_at.getTime() + 1000);
  await owner
    .insertInto("sample_receipt")
    .values({ ...receipt, id: receiptId, received_at: later, photo_file_id: id, supersedes: receipt.id })
    .execute();
}

test("a boiler is inspected: the report says when it is due again and what the inspector found", async () => {
  const lot = await approvedLot(bench, "boilers");
  const issued = await sign(lot, {
    ...CHOICE,
    kind: "inspection-report",
    nextOn: "2028-11-22",
    findings: "安全阀铅封缺失 Seal of the safety valve missing\n\n",
  });
  const snapshot = await issuedSnapshot(lot, issued.id);
  expect(issued.kind).toBe("inspection-report");
  expect(snapshot.inspection).toMatchObject({ nextOn: "2028-11-22", object: snapshot.item.lotNumber });
  expect(snapshot.inspection?.findings).toHaveLength(1);
}, 30_000);
