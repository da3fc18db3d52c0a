import { Readable } from "node:stream";
import { inflateSync } from "node:zlib";
import { readTrust } from "@quanheng/formats/verify/trust.ts";
import { verifyReport } from "@quanheng/formats/verify/verify-report.ts";
import { invariant } from "@quanheng/kernel/refusal.ts";
import { useNativeArithmetic } from "@quanheng/server/adapters/verifying/native-arithmetic.ts";
import { getDocument } from "@quanheng/server/services/attestation/attestations.ts";
import { signAndIssue } from "@quanheng/server/services/attestation/sign-and-issue.ts";
import { getStatement } from "@quanheng/server/services/attestation/statement.ts";
import { openStatusRegister } from "@quanheng/server/services/attestation/status-lists.ts";
import { openTrustDesk } from "@quanheng/server/services/attestation/trust.ts";
import { verifyDocument } from "@quanheng/server/services/attestation/verify-document.ts";
import { getSigning } from "@quanheng/server/services/decision/signing.ts";
import { approvedCommission } from "@quanheng/server/testing/demo-approved.ts";
import { HANDS } from "@quanheng/server/testing/demo-journey.ts";
import { presentFor } from "@quanheng/server/testing/issuing-desk.ts";
import { type Bench, cpuMs } from "../figure.ts";
import { openPlatform } from "../platform.ts";

const SECONDS = 3;
/** Visitors who ask at the same time; their questions about the present state go to the database together. */
const AT_ONCE = 16;

/** A whole document with every check, offline and through the service, and the look-up by the hash of a document. */
export const bench: Bench = async (tell) => {
  useNativeArithmetic();
  const platform = await openPlatform();
  try {
    const { id, laboratories } = await approvedCommission(platform);
    const [laboratory] = laboratories;
    invariant(laboratory, "the plan has a laboratory");
    const { context, token } = await presentFor(platform.as(HANDS[laboratory].signatory, "signatory"));
    const { shownSha256 } = await getSigning(context, id);
    const issued = await signAndIssue(context, platform.desk, id, {
      reauthentication: token,
      shownSha256,
      meaning: "authorise-issue",
      statement: null,
    });
    const pdf = (await getDocument(context, platform.desk, issued.id, "pdf")).bytes;
    const credential = Buffer.from(
      (await getDocument(context, platform.desk, issued.id, "credential")).bytes,
    ).toString();
    const proof = Buffer.from((await getDocument(context, platform.desk, issued.id, "proof")).bytes).toString();
    const trustDesk = openTrustDesk(
      platform.desk.keys,
      platform.desk.names,
      openStatusRegister(platform.desk.keys, platform.desk.names),
    );
    const trust = readTrust(await trustDesk.bundle(context));
    const now = context.now().toISOString();
    const sha256 = issued.documents.find(({ role }) => role === "pdf")?.sha256 ?? "";

    const inflate = (zlib: Uint8Array, limit: number) => inflateSync(zlib, { maxOutputLength: limit });
    tell(
      "PDF with proof, offline (core)",
      await perSecond(() => verifyReport({ pdf, proof, trust, now, inflate })),
      "1/s",
      { bytes: pdf.length },
    );
    tell(
      "credential with proof, offline (core)",
      await perSecond(() => verifyReport({ credential, proof, trust, now })),
      "1/s",
    );
    tell(
      "processor time of a PDF, offline",
      await cpuEach(() => verifyReport({ pdf, proof, trust, now, inflate })),
      "ms",
    );
    tell(
      "PDF handed in to the service",
      await perSecond(() =>
        verifyDocument(context, platform.desk, trustDesk, {
          name: "report.pdf",
          stream: Readable.from([Buffer.from(pdf)]),
        }),
      ),
      "1/s",
    );
    tell(
      "statement by the hash of its document, one after the other (service)",
      await perSecond(() => getStatement(context, platform.desk, sha256)),
      "1/s",
    );
    const atOnce = () =>
      Promise.all(Array.from({ length: AT_ONCE }, () => getStatement(context, platform.desk, sha256)));
    tell("statement by the hash of its document (service)", AT_ONCE * (await perSecond(atOnce)), "1/s", {
      atOnce: AT_ONCE,
      bar: 2000,
    });
    tell(
      "processor time of a look-up, without the database's",
      await cpuEach(() => getStatement(context, platform.desk, sha256)),
      "ms",
    );
  } finally {
    await platform.close();
  }
};

/** Processor time of one round. [ms] */
async function cpuEach(work: () => unknown): Promise<number> {
  const rounds = 40;
  const cpu = await cpuMs(async () => {
    for (let n = 0; n < rounds; n++) await work();
  });
  return cpu / rounds;
}

/** How often a piece of work is done in a second on one core, after a first round that warms it up. */
async function perSecond(work: () => unknown): Promise<number> {
  for (let n = 0; n < 3; n++) await work();
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < SECONDS * 1000) {
    await work();
    done++;
  }
  return (done * 1000) / (performance.now() - started);
}
