import type { Context } from "../../context.ts";
import { insertDocumentOnce } from "../../store/document.ts";
import { inTransaction } from "../../store/transaction.ts";
import { logProof } from "./log-proof.ts";
import type { IssuingDesk } from "./make-documents.ts";
import { documentRow, type Parties } from "./record-issue.ts";

/** The proof of the log can only be made after the commit; should it fail here, it is made when it is asked for. */
export async function keepProof(
  context: Context,
  desk: IssuingDesk,
  issued: { readonly id: string; readonly logIndex: number; readonly parties: Parties },
): Promise<void> {
  const proof = await logProof(context, desk.keys, desk.names, issued.logIndex);
  if (proof === null) return;
  const stored = await desk.objects.put(Buffer.from(proof, "utf8"), Number.POSITIVE_INFINITY);
  await inTransaction(context, (tx) =>
    insertDocumentOnce(tx, documentRow(context, issued.id, issued.parties, "proof", stored)),
  );
}
