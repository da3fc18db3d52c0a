import type { PublicStatement } from "@quanheng/contract/schemas/attestation.ts";
import type { PublicView } from "@quanheng/flow/attestation/public-view.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { findPublic, type PublicRow, statementStamps } from "../../store/attestation.ts";
import { entriesOfAttestation } from "../../store/log.ts";
import { reading } from "../../store/transaction.ts";
import { type KeptAnswers, keepAnswers } from "./kept-answers.ts";
import { logProof, proofAtHand } from "./log-proof.ts";
import type { PublicNames } from "./names.ts";

/** What answering the public needs. */
export type StatementDesk = { readonly keys: KeyStore; readonly names: PublicNames };

/**
 * What anyone may know of a statement, by its number, its GDTI or the SHA-256 of the report.
 *
 * The credential names the client, so nobody gets it here: the hash of a report stands in the public log and proves nothing
 * about holding the report, which has the credential inside.
 *
 * @throws Refusal `statement-unknown`
 */
export async function getStatement(context: Context, desk: StatementDesk, asked: string): Promise<PublicStatement> {
  const said = asked.trim();
  const needle = SHA256.test(said) ? said.toLowerCase() : said;
  const kept = answersOf(context.db);
  const known = await kept.find(needle);
  if (known) return known;
  const { row, issue, proof, stamp } = await reading(context, async (tx) => {
    const row = (await findPublic(tx, needle)) ?? refuse("statement-unknown", { needle: said });
    const [issue] = await entriesOfAttestation(tx, row.id);
    const stamp = (await statementStamps(tx, [row.id])).get(row.id);
    return { row, issue, stamp, proof: issue ? await proofAtHand(tx, issue.index) : null };
  });
  const answer = {
    ...publicStatement(row),
    // A state that changed later has entries of its own; the proof that goes with the report is that of its issue.
    proof: proof ?? (issue ? await logProof(context, desk.keys, desk.names, issue.index) : null),
  };
  if (stamp !== undefined) kept.keep(needle, { id: row.id, stamp, answer });
  return answer;
}

const answers = new WeakMap<Context["db"], KeptAnswers<PublicStatement>>();

/** The answers kept for one open database. */
function answersOf(db: Context["db"]): KeptAnswers<PublicStatement> {
  const known = answers.get(db) ?? keepAnswers<PublicStatement>((ids) => statementStamps(db, ids));
  answers.set(db, known);
  return known;
}

const SHA256 = /^[0-9a-f]{64}$/i;

/** The public view with the present state; contents that the database keeps from the public are not in it. */
export function publicStatement(row: PublicRow): PublicStatement {
  const view = row.public_view as PublicView;
  return {
    number: row.number,
    gdti: row.gdti,
    kind: row.kind,
    title: view.title,
    institutionName: view.institutionName,
    institutionAddress: view.institutionAddress,
    itemName: view.itemName,
    lotNumber: view.lotNumber,
    issuedOn: view.issuedOn,
    status: row.status,
    statusReason: row.status_reason,
    statusAt: row.status_at.toISOString(),
    replacedBy: row.replaced_by,
    supplementedBy: row.supplemented_by,
    demonstration: view.demonstration,
    results: view.results.map((result) => ({ ...result })),
    markets: view.markets.map((market) => ({ ...market })),
    ruleSentence: view.ruleSentence,
    pdfSha256: row.pdf_sha256,
    logIndex: row.log_index,
    credential: null,
    proof: null,
  };
}
