import { createHash } from "node:crypto";
import { type CredentialDraft, conformityCredential } from "@quanheng/formats/credential/conformity-credential.ts";
import { ed25519Jwk, keyUrl } from "@quanheng/formats/credential/did.ts";
import { signCredential } from "@quanheng/formats/credential/jws.ts";
import { signedDccOfSnapshot } from "@quanheng/formats/dcc/from-report.ts";
import type { ReportSnapshot } from "@quanheng/formats/report/snapshot.ts";
import { snapshotBytes } from "@quanheng/formats/report/snapshot-bytes.ts";
import { certificatesOfPem } from "@quanheng/formats/signature/pem.ts";
import type { DocumentSigner } from "@quanheng/formats/signature/signer.ts";
import type { SignatureLevel } from "@quanheng/formats/signature/verdict.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import type { KeyStore } from "../../adapters/keys/key-store.ts";
import type { ObjectStore, StoredObject } from "../../adapters/objects/object-store.ts";
import { type Attachment, renderReport } from "../../adapters/pdf/render-report.ts";
import type { LongTerm } from "../../adapters/signing/sign-in-turn.ts";
import { signReport } from "../../adapters/signing/sign-report.ts";
import type { SignatureServices } from "../../adapters/signing/signature-services.ts";
import type { Typesetter } from "../../adapters/typst/typesetter.ts";
import type { PublicNames } from "./names.ts";

/** What issuing needs beside the database. */
export type IssuingDesk = {
  readonly keys: KeyStore;
  readonly objects: ObjectStore;
  readonly typesetter: Typesetter;
  readonly names: PublicNames;
  /** Who stamps the time of signatures; left out, nobody does. */
  readonly signing?: SignatureServices;
  /** Whether documents say that they are a demonstration. */
  readonly demonstration: boolean;
};

export type DocumentsOrder = {
  readonly snapshot: ReportSnapshot;
  readonly statusIndex: number;
  readonly clientId: string;
  readonly signatory: Bilingual;
};

/** The documents of a report, stored: they survive a power cut before anyone is told of them. */
export type MadeDocuments = {
  readonly snapshotSha256: string;
  readonly pdf: StoredObject;
  readonly credential: StoredObject;
  readonly snapshot: StoredObject;
  /** How much the signatures carry for later years, and why not more; null where no service is set. */
  readonly signing: { readonly level: SignatureLevel; readonly without: string | null } | null;
};

const VERSION = "0.1.0";
const MAX_BYTES = 50 * 1024 * 1024;

/**
 * Sets, signs and stores the documents of a frozen report: credential, PDF with data and credential inside, data.
 *
 * The same snapshot gives the same bytes: nothing here asks for the time or for chance, and signatures are deterministic.
 * Where time stamps are set, the PDF holds the stamps besides, which differ each time; pages, data, certificate and
 * credential stay the same.
 *
 * @throws Refusal `text-unprintable`, `timestamp-unavailable`
 */
export async function makeDocuments(desk: IssuingDesk, order: DocumentsOrder): Promise<MadeDocuments> {
  const { objects, typesetter, keys } = desk;
  const { snapshot, signatory } = order;
  const frozen = snapshotBytes(snapshot);
  const pictures = await picturesOf(objects, snapshot);
  const { issuer, issuedAt } = snapshot;
  const signer = await keys.signerOf({ id: issuer.id, name: issuer.name });
  const further = await certificateFile(snapshot, signer);
  const [dcc] = further.map(({ content }) => createHash("sha256").update(content).digest("hex"));
  const credential = await issuedCredential(desk, order, {
    snapshotSha256: frozen.sha256,
    ...(dcc ? { dccSha256: dcc } : {}),
  });
  const rendered = await renderReport(typesetter, snapshot, {
    snapshotJson: frozen.json,
    credential,
    pictures,
    further,
  });
  const sm2 = (await keys.signsWithSm2(issuer.id))
    ? await keys.sm2SignerOf({ id: issuer.id, name: issuer.name })
    : null;
  const signature = { signer, sm2, signatory, institution: issuer.name, signedAt: issuedAt };
  const signed = await signReport(rendered, signature, desk.signing && (await forTheLongTerm(keys, desk.signing)));
  const [storedPdf, storedCredential, storedSnapshot] = await Promise.all([
    objects.put(signed.file, MAX_BYTES),
    objects.put(Buffer.from(credential, "utf8"), MAX_BYTES),
    objects.put(frozen.bytes, MAX_BYTES),
  ]);
  return {
    snapshotSha256: frozen.sha256,
    pdf: storedPdf,
    credential: storedCredential,
    snapshot: storedSnapshot,
    signing: desk.signing ? { level: signed.level, without: signed.without } : null,
  };
}

/** What the audit trail says of the signatures, where services are set. */
export function signingFacts({ signing }: MadeDocuments): Readonly<Record<string, string>> {
  if (!signing) return {};
  return { signatureLevel: signing.level, ...(signing.without === null ? {} : { withoutService: signing.without }) };
}

/** What the services and the platform's own authority know of the certificates that sign. */
async function forTheLongTerm(keys: KeyStore, services: SignatureServices): Promise<LongTerm> {
  const authorities = (await keys.certificates()).flatMap(certificatesOfPem);
  return services.longTerm(authorities, await keys.listOfToday());
}

/** The same results as a digital calibration certificate, for whoever reads those; a document without results has none. */
async function certificateFile(snapshot: ReportSnapshot, signer: DocumentSigner): Promise<readonly Attachment[]> {
  if (snapshot.results.length === 0) return [];
  const content = await signedDccOfSnapshot(snapshot, { softwareVersion: VERSION }, signer);
  return [{ name: "dcc.xml", mediaType: "application/xml", description: "PTB DCC 3.3.0, XAdES-B", content }];
}

/** The pictures that the snapshot names, from the store of exact bytes. */
async function picturesOf(
  objects: ObjectStore,
  { design, photos = [] }: ReportSnapshot,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const hashes = [...(design?.logo ? [design.logo] : []), ...photos].map(({ sha256 }) => sha256);
  return new Map(await Promise.all(hashes.map(async (sha256) => [sha256, await objects.read(sha256)] as const)));
}

async function issuedCredential(
  { keys, names }: IssuingDesk,
  { snapshot, statusIndex, clientId }: DocumentsOrder,
  digests: Pick<CredentialDraft, "snapshotSha256" | "dccSha256">,
): Promise<string> {
  const issuerDid = names.institutionDid(snapshot.issuer.id);
  const { publicKey, sign } = await keys.credentialSignerOf(snapshot.issuer.id);
  const credential = conformityCredential({
    snapshot,
    ...digests,
    origin: names.origin,
    issuerDid,
    clientUri: `${names.origin}/enterprises/${clientId}`,
    statusIndex,
    softwareVersion: VERSION,
  });
  return signCredential(credential, { kid: keyUrl(issuerDid, ed25519Jwk(publicKey)), sign });
}
