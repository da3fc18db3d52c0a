import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { VerifyAnswer } from "@quanheng/contract/routes/attestation.ts";
import { credentialText, kindOfFile } from "@quanheng/formats/verify/recognise.ts";
import { checkSentence, outcomeSentence } from "@quanheng/formats/verify/sentences.ts";
import type { z } from "zod";
import { inTurn, verifyAside } from "../../adapters/verifying/verifier.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findPublic, type PublicRow } from "../../store/attestation.ts";
import { entriesOfAttestation } from "../../store/log.ts";
import { reading } from "../../store/transaction.ts";
import { logProof, proofAtHand } from "./log-proof.ts";
import { publicStatement, type StatementDesk } from "./statement.ts";
import type { TrustDesk } from "./trust.ts";

export type HandedIn = { readonly name: string; readonly stream: Readable };

/**
 * Verifies a document that somebody hands in, with the house's own trust, register and log; it is not kept.
 *
 * The same verifier runs in the browser and on the command line; here it also knows the state of this very moment.
 *
 * @throws Refusal `file-empty`, `not-a-pdf`, `too-large`, `too-many-requests`
 */
export function verifyDocument(
  context: Context,
  desk: StatementDesk,
  trustDesk: TrustDesk,
  file: HandedIn,
): Promise<z.infer<typeof VerifyAnswer>> {
  return inTurn(() => examined(context, desk, trustDesk, file));
}

async function examined(
  context: Context,
  desk: StatementDesk,
  trustDesk: TrustDesk,
  file: HandedIn,
): Promise<z.infer<typeof VerifyAnswer>> {
  const bytes = await bytesOf(file);
  const given = givenIn(bytes, file.name);
  const { row, proof } = await registered(context, desk, createHash("sha256").update(documentIn(given)).digest("hex"));
  const verification = await verifyAside({
    input: {
      ...given,
      ...(row && { online: { status: row.status, at: context.now().toISOString() } }),
      ...(proof !== null && { proof }),
      // A digital certificate travels inside its report, whose bytes are registered for both.
      ...(!("dcc" in given) && { registered: row !== undefined }),
      now: context.now().toISOString(),
    },
    bundle: await trustDesk.bundle(context),
  });
  const named = row ?? (await namedBy(context, verification.claims?.number));
  return {
    outcome: verification.outcome,
    sentence: outcomeSentence(verification.outcome, verification.checks),
    checks: verification.checks.map((check) => ({
      code: check.code,
      state: check.state,
      sentence: checkSentence(check),
    })),
    statement: named ? publicStatement(named) : null,
    stampedAt: verification.stampedAt,
    level: verification.level,
    signatures: verification.signatures.map(({ signedBy, reason, signer, intact, trusted, ...times }) => ({
      signedBy,
      reason,
      signer: signer?.subject ?? null,
      intact,
      trusted,
      signedAt: times.signedAt,
      stampedAt: times.stampedAt,
      level: times.level,
    })),
  };
}

async function bytesOf({ stream, name }: HandedIn): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return bytes.length === 0 ? refuse("file-empty", { name }) : bytes;
}

type Given = { readonly pdf: Uint8Array } | { readonly dcc: Uint8Array } | { readonly credential: string };

/** A report, a digital certificate or a credential; anything else is named for what it is not. */
function givenIn(bytes: Buffer, name: string): Given {
  const kind = kindOfFile(bytes);
  if (kind === "pdf") return { pdf: bytes };
  if (kind === "dcc") return { dcc: bytes };
  const credential = kind === "credential" ? credentialText(bytes.toString("utf8")) : undefined;
  return credential === undefined ? refuse("not-a-pdf", { name }) : { credential };
}

/** The bytes that the log names: the PDF, or the credential without any envelope; a certificate is named by its report. */
const documentIn = (given: Given) => ("pdf" in given ? given.pdf : "dcc" in given ? given.dcc : given.credential);

/** What the register knows of exactly these bytes, with the proof of their issue. */
async function registered(
  context: Context,
  { keys, names }: StatementDesk,
  sha256: string,
): Promise<{ readonly row: PublicRow | undefined; readonly proof: string | null }> {
  const { row, issue, proof } = await reading(context, async (tx) => {
    const row = await findPublic(tx, sha256);
    const [issue] = row ? await entriesOfAttestation(tx, row.id) : [];
    return { row, issue, proof: issue ? await proofAtHand(tx, issue.index) : null };
  });
  return { row, proof: proof ?? (issue ? await logProof(context, keys, names, issue.index) : null) };
}

/** What the register holds under the number that an unchanged document bears. */
async function namedBy(context: Context, number: string | undefined): Promise<PublicRow | undefined> {
  return number === undefined ? undefined : reading(context, (tx) => findPublic(tx, number));
}
