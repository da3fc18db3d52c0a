import type { AttestationDetail, AttestationSummary } from "@quanheng/contract/schemas/attestation.ts";
import type { AttestationEvent } from "@quanheng/flow/attestation/status.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { ObjectStore } from "../../adapters/objects/object-store.ts";
import type { Context } from "../../context.ts";
import { refuse } from "../../refusals.ts";
import { attestationPage, findAttestation } from "../../store/attestation.ts";
import { type DocumentRole, findDocument } from "../../store/document.ts";
import { entriesOfAttestation } from "../../store/log.ts";
import { personNames } from "../../store/names.ts";
import type { PageAsk, PageOf } from "../../store/page.ts";
import { reading } from "../../store/transaction.ts";
import { attestationView, summaryView } from "./attestation-view.ts";
import { logProof } from "./log-proof.ts";
import type { PublicNames } from "./names.ts";

export type AttestationQuery = PageAsk & {
  readonly status?: AttestationEvent | undefined;
  readonly text?: string | undefined;
  readonly commissionId?: string | undefined;
};

/** Statements the reader may see, newest first. */
export async function pageAttestations(context: Context, query: AttestationQuery): Promise<PageOf<AttestationSummary>> {
  return reading(context, async (tx) => {
    const page = await attestationPage(tx, query, (row) => row);
    const people = await personNames(
      tx,
      page.items.map(({ issued_by }) => issued_by),
    );
    return { items: page.items.map((row) => summaryView(row, people)), next: page.next };
  });
}

/** @throws Refusal `not-found` */
export async function getAttestation(context: Context, id: string): Promise<AttestationDetail> {
  return reading(context, (tx) => attestationView(tx, context, id));
}

export type DocumentFile = { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string };

/**
 * The exact bytes of a document. A proof that a crash kept from being stored is made from the log.
 *
 * @throws Refusal `not-found`
 */
export async function getDocument(
  context: Context,
  desk: { readonly objects: ObjectStore; readonly keys: KeyStore; readonly names: PublicNames },
  id: string,
  role: DocumentRole,
): Promise<DocumentFile> {
  const found = await reading(context, async (tx) => {
    const statement = (await findAttestation(tx, id)) ?? refuse("not-found");
    const document = await findDocument(tx, id, role);
    const [issue] = role === "proof" && !document ? await entriesOfAttestation(tx, id) : [];
    return { number: statement.number, document, issue };
  });
  const { document, issue } = found;
  const fileName = `${found.number}${EXTENSION[role]}`;
  if (document) return { bytes: await desk.objects.read(document.sha256), mediaType: document.media_type, fileName };
  const proof = issue && (await logProof(context, desk.keys, desk.names, issue.index));
  return proof ? { bytes: Buffer.from(proof, "utf8"), mediaType: MEDIA_TYPE.proof, fileName } : refuse("not-found");
}

export const MEDIA_TYPE = {
  pdf: "application/pdf",
  credential: "application/vc+jwt",
  proof: "text/plain; charset=utf-8",
  snapshot: "application/json",
} as const satisfies Record<DocumentRole, string>;

const EXTENSION = {
  pdf: ".pdf",
  credential: ".jwt",
  proof: ".tlog-proof",
  snapshot: ".json",
} as const satisfies Record<DocumentRole, string>;
