import { Readable } from "node:stream";
import { readEntry } from "@quanheng/formats/log/entry.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approvedCommission } from "../../testing/demo-approved.ts";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { type DemoLaboratory, HANDS } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { openIssuingDesk, presentFor } from "../../testing/issuing-desk.ts";
import { getSigning } from "../decision/signing.ts";
import { getAttestation, getDocument } from "./attestations.ts";
import { issueCertificate } from "./issue-certificate.ts";
import { issueSuccessor, type SuccessorOrder } from "./issue-successor.ts";
import type { IssuingDesk } from "./make-documents.ts";
import { signAndIssue } from "./sign-and-issue.ts";
import { getStatement } from "./statement.ts";
import { openStatusRegister } from "./status-lists.ts";
import { openTrustDesk } from "./trust.ts";
import { verifyDocument } from "./verify-document.ts";

const ends: (() => Promise<void>)[] = [];
let bench: DemoBench;
let desk: IssuingDesk;
let laboratory: DemoLaboratory;
let first: `att-${string}`;

beforeAll(async () => {
  bench = await openDemoBench();
  ends.push(bench.close);
  desk = await openIssuingDesk({ onTestFinished: (end) => ends.push(end) }, () => new Date(bench.clock.now));
  await verifyRequirements("CN");
  const { id, laboratories } = await approvedCommission(bench);
  for (const each of laboratories) {
    const { context, token } = await presentFor(bench.as(HANDS[each].signatory, "signatory"));
    const { shownSha256 } = await getSigning(context, id);
    const signature = { reauthentication: token, shownSha256, meaning: "authorise-issue", statement: null } as const;
    const issued = await signAndIssue(context, desk, id, signature);
    if (each === "ins-sugar") [first, laboratory] = [issued.id, each];
  }
}, 60_000);
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

/** As if a named person had compared every Chinese requirement with its source: only then a market can be certified. */
async function verifyRequirements(market: string) {
  const { owner } = bench.database;
  await sql`ALTER TABLE requirement DISABLE TRIGGER USER`.execute(owner);
  await sql`UPDATE requirement SET status = 'verified', verified_by = 'per-ganyu', verified_on = '2026-11-01' WHERE market = ${market}`.execute(
    owner,
  );
  await sql`ALTER TABLE requirement ENABLE TRIGGER USER`.execute(owner);
}

const NOTHING: Omit<SuccessorOrder, "reauthentication" | "relation"> = {
  reason: "The lot number was misread.",
  fromRecords: false,
  itemName: null,
  lotNumber: null,
  statement: null,
};

const signatory = () => presentFor(bench.as(HANDS[laboratory].signatory, "signatory"));

async function after(id: string, order: Partial<SuccessorOrder> & Pick<SuccessorOrder, "relation">) {
  const { context, token } = await signatory();
  return issueSuccessor(context, desk, id, { ...NOTHING, reauthentication: token, ...order });
}

const visitor = () =>
  ({
    ...bench.as(HANDS.mill),
    actor: { personId: null, name: null, membershipId: null, role: "public", partyKind: null, partyId: null },
  }) as const;

const fileOf = async (id: string, role: "pdf" | "proof" | "snapshot") =>
  (await getDocument(bench.as(HANDS.mill), desk, id, role)).bytes;
const snapshotOf = async (id: string) =>
  JSON.parse(Buffer.from(await fileOf(id, "snapshot")).toString()) as ReportSnapshot;
const hashOf = async (id: string) =>
  (await getAttestation(bench.as(HANDS.mill), id)).documents.find(({ role }) => role === "pdf")!.sha256;

async function verified(id: string) {
  const trustDesk = openTrustDesk(desk.keys, desk.names, openStatusRegister(desk.keys, desk.names));
  const bundle = JSON.parse(JSON.stringify(await trustDesk.bundle(visitor()))) as unknown;
  const proof = Buffer.from(await fileOf(id, "proof")).toString();
  const pdf = await fileOf(id, "pdf");
  const offline = verifyReport({ pdf, proof, trust: readTrust(bundle), now: bench.clock.now.toISOString() });
  const stream = Readable.from([Buffer.from(pdf)]);
  const online = await verifyDocument(visitor(), desk, trustDesk, { name: "report.pdf", stream });
  return { offline: offline.outcome, online };
}

test("who may not sign, a stranger, and an order that changes nothing are refused, and nothing is left behind", async () => {
  const order = { ...NOTHING, relation: "amendment", lotNumber: "X-1", reauthentication: "x".repeat(43) } as const;
  for (const [person, role, code] of [
    [HANDS[laboratory].analyst, "analyst", "not-permitted"],
    [HANDS["ins-caiq"].signatory, "signatory", "not-found"],
    [HANDS.mill, "enterprise-user", "not-found"],
    ["per-huanglixin", "enterprise-user", "not-found"],
  ] as const)
    await expect(issueSuccessor(bench.as(person, role), desk, first, order)).rejects.toMatchObject({ code });
  const { context } = await signatory();
  await expect(issueSuccessor(context, desk, first, order)).rejects.toMatchObject({ code: "reauthentication-expired" });
  await expect(after(first, { relation: "amendment" })).rejects.toMatchObject({ code: "nothing-changed" });
  await expect(after(first, { relation: "amendment", fromRecords: true })).rejects.toMatchObject({
    code: "nothing-changed",
  });
  await expect(after(first, { relation: "amendment", statement: "糖\u{1F36C}" })).rejects.toMatchObject({
    code: "not-printable",
  });
  expect(await getAttestation(context, first)).toMatchObject({ status: "issued", related: [] });
});

test("a supplement adds to a report that stays in force; there may be several", async () => {
  const one = await after(first, { relation: "supplement", statement: "The sample is kept until June." });
  const two = await after(first, { relation: "supplement", statement: "And until July." });
  expect((await snapshotOf(one.id)).replaces).toMatchObject({ relation: "supplement", sha256: await hashOf(first) });
  const seen = await getAttestation(bench.as(HANDS.mill), first);
  expect([seen.status, seen.related.map(({ number }) => number)]).toEqual(["issued", [one.number, two.number]]);
  expect(await getStatement(visitor(), desk, seen.number)).toMatchObject({
    replacedBy: null,
    supplementedBy: two.number,
  });
  expect(await verified(first)).toMatchObject({ offline: "valid", online: { outcome: "valid" } });
  expect((await verified(one.id)).offline).toBe("valid");
});

test("a certificate of conformity names the markets that were met, rests on the report's hash, and is issued once", async () => {
  const report = await getAttestation(bench.as(HANDS[laboratory].signatory, "signatory"), first);
  const all = report.markets.map(({ market }) => market);
  const { context, token } = await signatory();
  const barred = all.filter((market) => !report.certifiable.includes(market));
  expect(barred.length).toBeGreaterThan(0);
  await expect(
    issueCertificate(context, desk, first, { markets: barred, reauthentication: token }),
  ).rejects.toMatchObject({ code: "certificate-not-possible" });
  expect(report.certifiable.length).toBeGreaterThan(0);
  const issued = await issueCertificate(context, desk, first, { markets: report.certifiable, reauthentication: token });
  expect([issued.kind, issued.status]).toEqual(["certificate-of-conformity", "issued"]);
  const snapshot = await snapshotOf(issued.id);
  expect(snapshot.basis).toMatchObject([{ number: report.number, sha256: await hashOf(first) }]);
  expect(snapshot.markets.map(({ market }) => market)).toEqual(report.certifiable);
  expect((await verified(issued.id)).offline).toBe("valid");
  const again = await signatory();
  await expect(
    issueCertificate(again.context, desk, first, { markets: report.certifiable, reauthentication: again.token }),
  ).rejects.toMatchObject({ code: "already-issued" });
});

test("whichever statement fails, no part of a successor remains and the old report stays as it was", async () => {
  let pages: ReturnType<IssuingDesk["typesetter"]["typeset"]> | undefined;
  const typeset: IssuingDesk["typesetter"]["typeset"] = (job) => (pages ??= desk.typesetter.typeset(job));
  const once = { ...desk, typesetter: { ...desk.typesetter, typeset } };
  const { context, token } = await signatory();
  const order = { ...NOTHING, relation: "amendment", lotNumber: "YJ-2026-1102", reauthentication: token } as const;
  const { owner } = bench.database;
  const counts = () =>
    Promise.all(
      (["decision", "attestation", "attestation_status", "log_entry"] as const).map(
        async (table) => (await owner.selectFrom(table).selectAll().execute()).length,
      ),
    );
  const before = await counts();
  let n = 1;
  for (; n < 150; n++) {
    const failed = await issueSuccessor(breakingAt(n, context), once, first, order).then(
      () => null,
      (error: Error) => error,
    );
    const now = await counts();
    if (failed === null || now[1] !== before[1]) {
      // Past the commit everything is there; only the proof may be missing, which is made when it is asked for.
      expect(now).toEqual([before[0]! + 1, before[1]! + 1, before[2]! + 2, before[3]! + 2]);
      break;
    }
    expect(failed.message).toContain("injected fault");
    expect(now, `after a fault in statement ${n}`).toEqual(before);
  }
  expect(n).toBeGreaterThan(25);
}, 30_000);

test("the old report says by which number it was amended, everywhere, and is not amended twice", async () => {
  const seen = await getAttestation(bench.as(HANDS.mill), first);
  const [newer] = seen.related.filter(({ relation }) => relation === "amendment");
  expect(seen.status).toBe("amended");
  const snapshot = await snapshotOf(newer!.id);
  expect(snapshot.item.lotNumber).toBe("YJ-2026-1102");
  expect(snapshot.replaces).toEqual({
    number: seen.number,
    sha256: await hashOf(first),
    relation: "amendment",
    reason: { zh: NOTHING.reason, en: NOTHING.reason },
  });
  const statement = await getStatement(visitor(), desk, seen.number);
  expect(statement).toMatchObject({ status: "amended", replacedBy: newer!.number, statusReason: NOTHING.reason });
  const old = await verified(first);
  expect([old.offline, old.online.outcome, old.online.statement?.replacedBy]).toEqual([
    "valid-but-amended",
    "valid-but-amended",
    newer!.number,
  ]);
  expect((await verified(newer!.id)).offline).toBe("valid");
  await expect(after(first, { relation: "replacement", lotNumber: "Z" })).rejects.toMatchObject({
    code: "status-ended",
  });

  const entries = await bench.database.owner.selectFrom("log_entry").selectAll().orderBy("index").execute();
  const events = entries.map(({ entry }) => readEntry(new Uint8Array(entry))?.event);
  expect(events.slice(-2)).toEqual(["issue", "amend"]);
});

test("a replacement withdraws what was wrong", async () => {
  const [newer] = (await getAttestation(bench.as(HANDS.mill), first)).related.filter(
    ({ relation }) => relation === "amendment",
  );
  const issued = await after(newer!.id, {
    relation: "replacement",
    itemName: { zh: "白砂糖一级", en: "White sugar, first grade" },
  });
  const old = await getAttestation(bench.as(HANDS.mill), newer!.id);
  expect([old.status, issued.related.map(({ number, later }) => [number, later])]).toEqual([
    "withdrawn",
    [[old.number, false]],
  ]);
  expect((await verified(old.id)).offline).toBe("withdrawn");
  expect((await snapshotOf(issued.id)).item.name.en).toBe("White sugar, first grade");
});
