import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { signAndIssue as contract } from "@quanheng/contract/routes/attestation.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { snapshotBytes } from "@quanheng/formats/report/snapshot-bytes.ts";
import { verifyPades } from "@quanheng/formats/signature/pades-verify.ts";
import { pemOfCertificate } from "@quanheng/formats/signature/pem.ts";
import { demoStamper } from "@quanheng/formats/signature/testing/demo-stamper.ts";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { openSignatureServices } from "../../adapters/signing/signature-services.ts";
import { listening } from "../../adapters/timestamp/testing/test-authority.ts";
import { approvedCommission } from "../../testing/demo-approved.ts";
import { type DemoBench, openDemoBench } from "../../testing/demo-bench.ts";
import { type DemoLaboratory, HANDS } from "../../testing/demo-journey.ts";
import { breakingAt } from "../../testing/faults.ts";
import { openIssuingDesk, presentFor } from "../../testing/issuing-desk.ts";
import { getSigning } from "../decision/signing.ts";
import { getCommission } from "../selection/commissions.ts";
import { getAttestation, getDocument, pageAttestations } from "./attestations.ts";
import { changeStatus } from "./change-status.ts";
import { issueSuccessor } from "./issue-successor.ts";
import { type IssuingDesk, makeDocuments } from "./make-documents.ts";
import { signAndIssue } from "./sign-and-issue.ts";
import { getStatement } from "./statement.ts";
import { openStatusRegister } from "./status-lists.ts";
import { openTrustDesk } from "./trust.ts";
import { verifyDocument } from "./verify-document.ts";

type Stage = {
  readonly bench: DemoBench;
  readonly desk: IssuingDesk;
  readonly id: string;
  readonly laboratories: readonly DemoLaboratory[];
};

async function openStage(owner: Parameters<typeof openIssuingDesk>[0]): Promise<Stage> {
  const bench = await openDemoBench();
  const desk = await openIssuingDesk(owner, () => new Date(bench.clock.now));
  owner.onTestFinished(bench.close);
  return { bench, desk, ...(await approvedCommission(bench)) };
}

async function sign({ bench, desk, id }: Stage, laboratory: DemoLaboratory) {
  const { context, token } = await presentFor(bench.as(HANDS[laboratory].signatory, "signatory"));
  const { shownSha256 } = await getSigning(context, id);
  return signAndIssue(context, desk, id, {
    reauthentication: token,
    shownSha256,
    meaning: "authorise-issue",
    statement: null,
  });
}

function trustDeskOf({ desk }: Stage) {
  return openTrustDesk(desk.keys, desk.names, openStatusRegister(desk.keys, desk.names));
}

describe("a commission that every laboratory has measured and reviewed", () => {
  const ends: (() => Promise<void>)[] = [];
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ onTestFinished: (end) => ends.push(end) });
    return async () => {
      for (const end of ends.toReversed()) await end();
    };
  }, 60_000);

  test("who may not sign is refused with the reason, and nothing is left behind", async () => {
    const { bench, desk, id, laboratories } = stage;
    const [laboratory] = laboratories as [DemoLaboratory];
    const signatory = bench.as(HANDS[laboratory].signatory, "signatory");
    const { shownSha256 } = await getSigning(signatory, id);
    const signature = {
      reauthentication: "x".repeat(43),
      shownSha256,
      meaning: "authorise-issue",
      statement: null,
    } as const;

    await expect(signAndIssue(signatory, desk, id, signature)).rejects.toMatchObject({
      code: "reauthentication-needed",
    });
    const { context, token } = await presentFor(signatory);
    await expect(signAndIssue(context, desk, id, signature)).rejects.toMatchObject({
      code: "reauthentication-expired",
    });
    const outdated = { ...signature, reauthentication: token, shownSha256: "0".repeat(64) };
    await expect(signAndIssue(context, desk, id, outdated)).rejects.toMatchObject({ code: "shown-outdated" });
    const analyst = bench.as(HANDS[laboratory].analyst, "analyst");
    await expect(signAndIssue(analyst, desk, id, signature)).rejects.toMatchObject({ code: "not-permitted" });
    // The mill, a stranger and a regulator are no party of the work.
    for (const person of [HANDS.mill, "per-huanglixin", "per-luozheng"])
      await expect(signAndIssue(bench.as(person), desk, id, signature)).rejects.toMatchObject({ code: "not-found" });
    expect((await pageAttestations(signatory, { limit: 10 })).items).toEqual([]);
  });

  test("whichever statement fails, no part of the statement remains, and the proof of presence can be used again", async () => {
    const { bench, id, laboratories } = stage;
    // Each round would set the same pages again; what is tried here is the database.
    let pages: ReturnType<IssuingDesk["typesetter"]["typeset"]> | undefined;
    const typeset: IssuingDesk["typesetter"]["typeset"] = (job) => (pages ??= stage.desk.typesetter.typeset(job));
    const desk = { ...stage.desk, typesetter: { ...stage.desk.typesetter, typeset } };
    const [laboratory] = laboratories as [DemoLaboratory];
    const { context, token } = await presentFor(bench.as(HANDS[laboratory].signatory, "signatory"));
    const { shownSha256 } = await getSigning(context, id);
    const signature = { reauthentication: token, shownSha256, meaning: "authorise-issue", statement: null } as const;
    const { owner } = bench.database;
    const traces = async () =>
      Promise.all(
        (["decision", "attestation", "attestation_status", "document", "log_entry", "log_checkpoint"] as const).map(
          async (table) => (await owner.selectFrom(table).selectAll().execute()).length,
        ),
      );
    const audited = (await bench.trail()).length;
    let n = 1;
    for (; n < 120; n++) {
      const failed = await signAndIssue(breakingAt(n, context), desk, id, signature).then(
        () => null,
        (error: Error) => error,
      );
      if (failed === null) break;
      expect(failed.message).toContain("injected fault");
      const left = await traces();
      if (left[1] === 1) {
        // Past the commit only the proof can be missing; it is made when it is asked for.
        expect(left.slice(0, 3)).toEqual([1, 1, 1]);
        break;
      }
      expect(left, `after a fault in statement ${n}`).toEqual([0, 0, 0, 0, 0, 0]);
      expect((await bench.trail()).length).toBe(audited);
    }
    expect(n).toBeGreaterThan(25);
    const { items } = await pageAttestations(context, { limit: 10 });
    expect(items.length).toBe(1);
    // None of the broken attempts took a number of its own.
    expect(items[0]!.number).toMatch(/-000001$/);
    const proof = await getDocument(context, desk, items[0]!.id, "proof");
    expect(Buffer.from(proof.bytes).toString()).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);
    await expect(signAndIssue(context, desk, id, signature)).rejects.toMatchObject({ code: "already-issued" });
  }, 60_000);
});

test("the last laboratory to issue completes the commission; the report verifies offline, for everyone, and a changed byte does not", async (t) => {
  const stage = await openStage(t);
  const { bench, desk, id, laboratories } = stage;
  const mill = bench.as(HANDS.mill);
  const issued = [];
  for (const [at, laboratory] of laboratories.entries()) {
    issued.push(contract.response.parse(await sign(stage, laboratory)));
    expect((await getCommission(mill, id)).state).toBe(at === laboratories.length - 1 ? "reported" : "in-progress");
  }
  const [first] = issued;
  expect(first!.documents.map(({ role }) => role)).toEqual(["pdf", "credential", "proof", "snapshot"]);
  expect(first!.logIndex).toBe(0);
  expect(issued.map(({ number }) => number)).toEqual([...new Set(issued.map(({ number }) => number))]);

  const trustDesk = trustDeskOf(stage);
  const visitor = {
    ...bench.as(HANDS.mill),
    actor: { personId: null, name: null, membershipId: null, role: "public", partyKind: null, partyId: null },
  } as const;
  const bundle = JSON.parse(JSON.stringify(await trustDesk.bundle(visitor))) as unknown;
  const now = bench.clock.now.toISOString();
  for (const statement of issued) {
    const pdf = (await getDocument(mill, desk, statement.id, "pdf")).bytes;
    const proof = Buffer.from((await getDocument(mill, desk, statement.id, "proof")).bytes).toString();
    const verified = verifyReport({ pdf, proof, trust: readTrust(bundle), now });
    expect(verified.checks.map(({ code, state }) => `${code} ${state}`)).toEqual([
      "signature ok",
      "integrity ok",
      "signer ok",
      "credential ok",
      "data ok",
      "issuer ok",
      "dcc ok",
      "status ok",
      "log ok",
    ]);
    expect(verified.outcome).toBe("valid");
    const forged = Uint8Array.from(pdf);
    forged[Math.floor(forged.length / 2)]! ^= 1;
    expect(verifyReport({ pdf: forged, proof, trust: readTrust(bundle), now }).outcome).toBe("altered");

    const handedIn = await verifyDocument(visitor, desk, trustDesk, {
      name: "report.pdf",
      stream: Readable.from([Buffer.from(pdf)]),
    });
    expect([handedIn.outcome, handedIn.statement?.number]).toEqual(["valid", statement.number]);
  }

  const known = await getStatement(visitor, desk, first!.number);
  expect([known.status, known.demonstration, known.credential]).toEqual(["issued", true, null]);
  expect(known.proof).toContain("tlog-proof");
  for (const secret of ["邕江", "Yongjiang", "QH-2026", "per-"])
    expect(JSON.stringify({ ...known, proof: "" })).not.toContain(secret);
  for (const { sha256 } of first!.documents) {
    const byHash = await getStatement(visitor, desk, sha256.toUpperCase());
    expect([byHash.number, byHash.credential]).toEqual([first!.number, null]);
  }
  await expect(getStatement(visitor, desk, "SUGAR-2020-000001")).rejects.toMatchObject({ code: "statement-unknown" });
  await expect(getAttestation(bench.as("per-huanglixin"), first!.id)).rejects.toMatchObject({ code: "not-found" });
}, 60_000);

describe("a report issued without services, and a supplement to it with time stamps", () => {
  const ends: (() => Promise<void>)[] = [];
  let stage: Stage;
  let first: string;
  beforeAll(async () => {
    stage = await openStage({ onTestFinished: (end) => ends.push(end) });
    return async () => {
      for (const end of ends.toReversed()) await end();
    };
  }, 60_000);

  test("the same snapshot gives the same bytes", async () => {
    const { bench, desk, laboratories } = stage;
    const [laboratory] = laboratories as [DemoLaboratory];
    const issued = await sign(stage, laboratory);
    first = issued.id;
    const row = await bench.database.owner
      .selectFrom("attestation")
      .selectAll()
      .where("id", "=", issued.id)
      .executeTakeFirstOrThrow();
    const snapshot = row.snapshot as ReportSnapshot;
    expect(snapshotBytes(snapshot).sha256).toBe(row.snapshot_sha256);
    const again = await makeDocuments(desk, {
      snapshot,
      statusIndex: row.status_index,
      clientId: row.enterprise_id,
      signatory: snapshot.persons.find(({ role }) => role === "signatory")!.name,
    });
    const sha256 = Object.fromEntries(issued.documents.map((document) => [document.role, document.sha256]));
    expect([again.pdf.sha256, again.credential.sha256, again.snapshot.sha256]).toEqual([
      sha256["pdf"],
      sha256["credential"],
      sha256["snapshot"],
    ]);
  }, 60_000);

  test("with a time-stamp service set, a document is issued at B-LT; while it is down at B-B, which is said, or not at all", async (t) => {
    const { bench, laboratories } = stage;
    const time = `${bench.clock.now.toISOString().slice(0, 19)}Z`;
    const stamper = await demoStamper({ time });
    const tsa = await listening({ type: "application/timestamp-reply", respond: stamper.respond });
    t.onTestFinished(() => tsa.close());
    const folder = await mkdtemp(join(tmpdir(), "quanheng-stamps-"));
    t.onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const timestampRoots = join(folder, "roots.pem");
    const crl = Buffer.from(await stamper.crl([], time)).toString("base64");
    const pem = `${pemOfCertificate(stamper.root)}-----BEGIN X509 CRL-----\n${crl}\n-----END X509 CRL-----\n`;
    await writeFile(timestampRoots, pem);
    const set = { timestampUrl: tsa.url, timestampPolicy: "1.2.3.4", timestampRoots, required: true };
    const signing = await openSignatureServices(set);
    const desk = { ...stage.desk, signing };
    const [laboratory] = laboratories as [DemoLaboratory];
    const { context, token } = await presentFor(bench.as(HANDS[laboratory].signatory, "signatory"));
    const order = {
      relation: "supplement",
      reason: "storage",
      statement: "The sample is kept until June.",
      fromRecords: false,
      itemName: null,
      lotNumber: null,
      reauthentication: token,
    } as const;
    const down = await openSignatureServices({ ...set, timestampUrl: "http://127.0.0.1:9/" });
    await expect(issueSuccessor(context, { ...desk, signing: down }, first, order)).rejects.toMatchObject({
      code: "timestamp-unavailable",
    });
    const issued = await issueSuccessor(context, desk, first, order);
    expect(issued.signing).toEqual({ level: "B-LT", without: null });
    const audited = await bench.database.owner
      .selectFrom("audit")
      .select("facts")
      .where("action", "=", "attestation.issue")
      .where("subject", "=", issued.id)
      .executeTakeFirstOrThrow();
    expect(audited.facts).toMatchObject({ signatureLevel: "B-LT" });

    const mill = bench.as(HANDS.mill);
    const pdf = (await getDocument(mill, desk, issued.id, "pdf")).bytes;
    const register = openStatusRegister(desk.keys, desk.names);
    const trust = await openTrustDesk(desk.keys, desk.names, register, signing.roots).trust(mill);
    const now = bench.clock.now.toISOString();
    expect(verifyReport({ pdf, trust, now })).toMatchObject({ outcome: "valid", level: "B-LT", stampedAt: time });
    expect(verifyPades(pdf, trust)).toMatchObject({
      trusted: true,
      coversWholeFile: true,
      level: "B-LT",
      stampedAt: time,
    });
    if (spawnSync("pdfsig", ["-v"]).error === undefined) {
      await writeFile(join(folder, "report.pdf"), pdf);
      const said = spawnSync("pdfsig", ["-nocert", join(folder, "report.pdf")], { encoding: "utf8" }).stdout;
      expect(said).toContain("Signature is Valid");
    } else console.info("pdfsig is not installed: its word on time-stamped reports was not asked for");

    const row = await bench.database.owner
      .selectFrom("attestation")
      .selectAll()
      .where("id", "=", issued.id)
      .executeTakeFirstOrThrow();
    // The institution is asked to sign by SM2 too: both signatures hold, and the one that everyone can check is the last.
    const keys = { ...desk.keys, signsWithSm2: async () => true };
    const twice = await makeDocuments(
      { ...desk, keys },
      {
        snapshot: row.snapshot as ReportSnapshot,
        statusIndex: row.status_index,
        clientId: row.enterprise_id,
        signatory: { zh: "韦明", en: "Wei Ming" },
      },
    );
    expect(twice.signing).toEqual({ level: "B-LT", without: null });
    const sm2Trust = await openTrustDesk(keys, desk.names, register, signing.roots).bundle(mill);
    expect(sm2Trust.sm2Certificates?.length).toBe(1);
    const verified = verifyReport({ pdf: await desk.objects.read(twice.pdf.sha256), trust: readTrust(sm2Trust), now });
    expect(verified.outcome).toBe("valid");
    expect(verified.signatures.map(({ reason, trusted }) => [reason.slice(0, 4), trusted])).toEqual([
      ["国密签名", true],
      ["授权签发", true],
    ]);

    const lenient = await openSignatureServices({ ...set, timestampUrl: "http://127.0.0.1:9/", required: false });
    const again = await makeDocuments(
      { ...desk, signing: lenient },
      {
        snapshot: row.snapshot as ReportSnapshot,
        statusIndex: row.status_index,
        clientId: row.enterprise_id,
        signatory: { zh: "", en: "" },
      },
    );
    expect(again.signing).toMatchObject({ level: "B-B", without: expect.stringMatching(/./) });
  }, 60_000);
});

test("settings of time stamps that cannot be used stop the start and say which", async () => {
  const url = "https://tsa.example/";
  const missing = join(tmpdir(), "quanheng-no-such.pem");
  for (const [given, name] of [
    [{ ocspUrl: url }, "QUANHENG_TIMESTAMP_URL"],
    [{ timestampUrl: "ftp://tsa.example" }, "QUANHENG_TIMESTAMP_URL"],
    [{ timestampUrl: url, ocspUrl: "here" }, "QUANHENG_OCSP_URL"],
    [{ timestampUrl: url, timestampPolicy: "1..2" }, "QUANHENG_TIMESTAMP_POLICY"],
    [{}, "QUANHENG_TIMESTAMP_URL"],
    [{ timestampUrl: url }, "QUANHENG_TIMESTAMP_ROOTS"],
    [{ timestampUrl: url, timestampRoots: missing }, "QUANHENG_TIMESTAMP_ROOTS"],
  ] as const) {
    await expect(openSignatureServices({ ...given, required: false })).rejects.toMatchObject({
      code: "signing-settings-wrong",
      facts: { name },
    });
  }
});

test("a statement is suspended, reinstated and withdrawn by its issuer only, and everyone who verifies it sees it", async (t) => {
  const stage = await openStage(t);
  const { bench, desk, laboratories } = stage;
  const [laboratory] = laboratories as [DemoLaboratory];
  const issued = await sign(stage, laboratory);
  const trustDesk = trustDeskOf(stage);
  const pdf = (await getDocument(bench.as(HANDS.mill), desk, issued.id, "pdf")).bytes;
  const offline = async () =>
    verifyReport({ pdf, trust: await trustDesk.trust(bench.as(HANDS.mill)), now: bench.clock.now.toISOString() })
      .outcome;
  const online = async () =>
    (
      await verifyDocument(bench.as(HANDS.mill), desk, trustDesk, {
        name: "r.pdf",
        stream: Readable.from([Buffer.from(pdf)]),
      })
    ).outcome;
  const change = async (status: "suspended" | "reinstated" | "withdrawn", by: string = HANDS[laboratory].signatory) => {
    const { context, token } = await presentFor(bench.as(by, "signatory"));
    return changeStatus(context, desk, issued.id, { status, reason: `because of ${status}`, reauthentication: token });
  };
  const known = async () => (await getStatement(bench.as(HANDS.mill), desk, issued.number)).status;
  expect([await offline(), await online(), await known()]).toEqual(["valid", "valid", "issued"]);

  const other = (["ins-sugar", "ins-gxquality", "ins-caiq"] as const).find((each) => each !== laboratory)!;
  await expect(change("withdrawn", HANDS[other].signatory)).rejects.toMatchObject({ code: "not-found" });
  await expect(change("reinstated")).rejects.toMatchObject({ code: "status-not-possible" });
  const { context } = await presentFor(bench.as(HANDS[laboratory].signatory, "signatory"));
  await expect(
    changeStatus(context, desk, issued.id, {
      status: "withdrawn",
      reason: "no token",
      reauthentication: "x".repeat(43),
    }),
  ).rejects.toMatchObject({ code: "reauthentication-expired" });

  expect((await change("suspended")).status).toBe("suspended");
  expect([await offline(), await online(), await known()]).toEqual(["suspended", "suspended", "suspended"]);
  await change("reinstated");
  expect([await offline(), await online(), await known()]).toEqual(["valid", "valid", "reinstated"]);
  const withdrawn = await change("withdrawn");
  expect([await offline(), await online(), await known()]).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
  expect(withdrawn.statusHistory.map(({ status }) => status)).toEqual([
    "withdrawn",
    "reinstated",
    "suspended",
    "issued",
  ]);
  expect(withdrawn.mayChangeStatus.allowed).toBe(false);
  await expect(change("reinstated")).rejects.toMatchObject({ code: "status-ended" });

  const entries = await bench.database.owner.selectFrom("log_entry").select("entry").orderBy("index").execute();
  expect(entries.map(({ entry }) => (JSON.parse(entry.toString()) as { event: string }).event)).toEqual([
    "issue",
    "anchor",
    "suspend",
    "reinstate",
    "withdraw",
  ]);
  expect((await bench.announced()).map(({ topic }) => topic).slice(-3)).toEqual([
    "attestation.suspended",
    "attestation.reinstated",
    "attestation.withdrawn",
  ]);
}, 60_000);
