import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { reportSnapshot } from "@quanheng/flow/attestation/build-snapshot.ts";
import { sampleFacts } from "@quanheng/flow/attestation/testing/sample-facts.ts";
import { conformityCredential } from "../../credential/conformity-credential.ts";
import { crc32 } from "../../credential/crc32.ts";
import { didDocument, didWeb, ed25519Jwk, hostDid, keyUrl } from "../../credential/did.ts";
import { signCredential } from "../../credential/jws.ts";
import {
  STATUS_PURPOSES,
  type StatusPurpose,
  statusListCredential,
  statusListUrl,
} from "../../credential/status-list.ts";
import { checkpointText } from "../../log/checkpoint.ts";
import { entryBytes } from "../../log/entry.ts";
import { leafHash } from "../../log/hash.ts";
import { NOTE_TYPE, vkey } from "../../log/key.ts";
import { signNote } from "../../log/note.ts";
import { formatLogProof } from "../../log/proof-file.ts";
import { memoryTiles } from "../../log/testing/memory-tiles.ts";
import { grow, inclusionProof } from "../../log/tree.ts";
import { tinyPdf } from "../../pdf/testing/tiny-pdf.ts";
import type { ReportSnapshot } from "../../report/snapshot.ts";
import { snapshotBytes } from "../../report/snapshot-bytes.ts";
import { readCertificate } from "../../signature/certificate.ts";
import { signPdf } from "../../signature/pades-sign.ts";
import { pemOfCertificate } from "../../signature/pem.ts";
import type { DocumentSigner } from "../../signature/signer.ts";
import { demoSigner } from "../../signature/testing/demo-signer.ts";
import type { TrustBundle } from "../trust.ts";

export const ORIGIN = "https://qi.example";
export const ISSUED_AT = "2026-11-25T08:00:00Z";
export const ISSUER = didWeb(ORIGIN, ["institutions", "ins-sugar"]);
const STATUS_INDEX = 42;

/** An Ed25519 key made of one byte: what it signs can be made again. */
export function key(seed: number) {
  const secret = new Uint8Array(32).fill(seed);
  return { publicKey: ed25519.getPublicKey(secret), sign: async (m: Uint8Array) => ed25519.sign(m, secret) };
}

export const jwtSigner = (did: string, seed: number) => {
  const { publicKey, sign } = key(seed);
  return { kid: keyUrl(did, ed25519Jwk(publicKey)), sign };
};

/** Gzip that only wraps, for at most 65 535 bytes. @source RFC 1951, 3.2.4; RFC 1952, 2.3 */
function storedGzip(bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(bytes.length + 23);
  const view = new DataView(frame.buffer);
  frame.set([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1]);
  view.setUint16(11, bytes.length, true);
  view.setUint16(13, bytes.length ^ 0xffff, true);
  frame.set(bytes, 15);
  view.setUint32(15 + bytes.length, crc32(bytes), true);
  view.setUint32(19 + bytes.length, bytes.length, true);
  return frame;
}

type ListOptions = {
  readonly set?: readonly StatusPurpose[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly by?: string;
};

/** The three signed lists, with the statement's bit set for some purposes. */
export async function statusLists({
  set = [],
  validFrom = ISSUED_AT,
  validUntil = "2026-12-02T08:00:00Z",
  by = hostDid(ISSUER),
}: ListOptions = {}) {
  const lists = STATUS_PURPOSES.map(async (purpose) => {
    const url = statusListUrl(ORIGIN, purpose, 0);
    const draft = { url, purpose, issuer: { id: by, name: "House" }, validFrom, validUntil };
    const bits = set.includes(purpose) ? [STATUS_INDEX] : [STATUS_INDEX + 1];
    const list = await statusListCredential({ ...draft, set: bits }, storedGzip);
    return [url, await signCredential(list, jwtSigner(by, by === ISSUER ? 11 : 12))] as const;
  });
  return Object.fromEntries(await Promise.all(lists));
}

/** A credential for a snapshot, signed with the institution's key or another. */
export function credentialFor(snapshot: ReportSnapshot, seed = 11, issuerDid = ISSUER, change = {}): Promise<string> {
  const draft = {
    snapshot,
    snapshotSha256: snapshotBytes(snapshot).sha256,
    origin: ORIGIN,
    issuerDid,
    clientUri: `${ORIGIN}/enterprises/ent-1`,
    statusIndex: STATUS_INDEX,
    softwareVersion: "0.1.0",
  };
  return signCredential({ ...conformityCredential(draft), ...change }, jwtSigner(issuerDid, seed));
}

type Made = { readonly json: string; readonly credential: string; readonly signer: DocumentSigner };
type MakePdf = (made: Made) => Promise<Uint8Array>;

/** How the tiny PDF of the house is signed. */
export const REQUEST = { signedAt: ISSUED_AT, signedBy: "Wei Ming", reason: "Issue", location: "Nanning" };

/** The unsigned PDF: one grey square, with the snapshot inside. */
export function barePdf(json: string): Uint8Array {
  const content = Array.from(new TextEncoder().encode(json), (byte) => String.fromCharCode(byte)).join("");
  return tinyPdf({ attachment: { name: "snapshot.json", mediaType: "application/json", content } });
}

const tiny: MakePdf = ({ json, signer }) => signPdf(barePdf(json), { ...REQUEST, signer });

/** A report as the house issues it, by default small enough to tamper with, and a bundle that trusts the house. */
export async function issued(snapshot = reportSnapshot(sampleFacts), make = tiny) {
  const { root, signer } = await demoSigner();
  const { json } = snapshotBytes(snapshot);
  const credential = await credentialFor(snapshot);
  const pdf = await make({ json, credential, signer });
  const documentKey = readCertificate(signer.certificate).publicKey;
  const log = { name: "qi.example/log", type: NOTE_TYPE.ed25519, ...key(13) };
  const trust: TrustBundle = {
    certificates: [pemOfCertificate(root)],
    logs: [vkey(log)],
    witnesses: [],
    dids: {
      [ISSUER]: didDocument(ISSUER, { credential: [key(11).publicKey], document: [documentKey] }),
      [hostDid(ISSUER)]: didDocument(hostDid(ISSUER), { credential: [key(12).publicKey], document: [] }),
    },
    statusLists: await statusLists(),
    madeAt: ISSUED_AT,
  };
  return { pdf, bare: barePdf(json), credential, proof: await proofOf(pdf, log), trust, snapshot, log };
}

/** The proof that the log holds the issue of a document, between other entries. */
export async function proofOf(
  document: Uint8Array,
  log: Parameters<typeof signNote>[1],
  event: "issue" | "withdraw" = "issue",
) {
  const docs = [{ mt: "application/pdf", sha256: bytesToHex(sha256(document)) }];
  const entry = entryBytes({ v: 1, event, id: ORIGIN, type: "testing", issuer: ISSUER, issued: ISSUED_AT, docs });
  const tiles = memoryTiles();
  const leaves = [1, 2, 3].map((byte) => leafHash(Uint8Array.of(byte)));
  const growth = await grow(tiles.read, 0, [...leaves, leafHash(entry), ...leaves]);
  tiles.keep(growth.tiles);
  const hashes = await inclusionProof(tiles.read, 3, growth.size);
  const checkpoint = await signNote(checkpointText({ origin: log.name, size: growth.size, root: growth.root }), log);
  return formatLogProof({ index: 3, hashes, checkpoint, extra: entry });
}
