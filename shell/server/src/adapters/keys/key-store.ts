import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { p256 } from "@noble/curves/nist.js";
import type { PolicyWitness } from "@quanheng/formats/log/policy.ts";
import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import { issueCertificate, publicKeyInfo, type Subject } from "@quanheng/formats/signature/certificate-write.ts";
import { sameBytes } from "@quanheng/formats/signature/der.ts";
import { pemOfCertificate } from "@quanheng/formats/signature/pem.ts";
import type { DocumentSigner, SigningAlgorithm } from "@quanheng/formats/signature/signer.ts";
import { sm2SignatureDer } from "@quanheng/formats/signature/sm2.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { certificateAt } from "./certificate-file.ts";
import { openFileVault } from "./file-vault.ts";
import { type FormerKeys, formerKeys } from "./former-keys.ts";
import { openKeyRing, type RotatingKey } from "./key-ring.ts";
import { type LogMarks, openLogMarks } from "./log-mark.ts";
import { revocationList } from "./revocation-list.ts";
import { signsWithSm2 } from "./sm2-file.ts";
import type { KeyName, Vault } from "./vault.ts";
import { readWitnesses } from "./witness-file.ts";

/** Signs with an Ed25519 key: 64 bytes over the message itself. */
export type EdSigner = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Promise<Uint8Array>;
};

export type KeyOwner = { readonly id: string; readonly name: Bilingual };

/** The signing keys of a platform: one authority, two keys per institution, one for the log; made when first needed. */
export type KeyStore = {
  /** Signs PDFs (P-256, with a certificate of the platform's authority). */
  signerOf(institution: KeyOwner): Promise<DocumentSigner>;
  /** Signs with SM2 and SM3 beside that, where domestic rules ask for it. */
  sm2SignerOf(institution: KeyOwner): Promise<DocumentSigner>;
  /** Whether an institution does, by the file `sm2.txt` of the folder; nobody while there is none. */
  signsWithSm2(institutionId: string): Promise<boolean>;
  /** Signs credentials (`EdDSA`). */
  credentialSignerOf(institutionId: string): Promise<EdSigner>;
  /** Keys that signed for an institution and no longer do: what they signed is verified for good. */
  formerKeysOf(institution: KeyOwner): Promise<FormerKeys>;
  /** The authority's list of certificates whose keys others may have had, DER; null while there is none. */
  revocationList(): Promise<Uint8Array | null>;
  /** The same list as of today, DER, also while it is empty: it is kept with documents that are signed for the long term. */
  listOfToday(): Promise<Uint8Array>;
  /** Which keys were ever changed, as one word: while it stays the same, so do all keys. */
  changes(): string;
  /** Signs checkpoints of the transparency log, and nothing else. */
  logSigner(): Promise<EdSigner>;
  /** Signs one fixed text, from which the key comes that seals subscribers' secrets. */
  webhookSigner(): Promise<EdSigner>;
  /** How far the log was signed, kept outside the database. */
  readonly logMarks: LogMarks;
  /** Who cosigns the log, by the file `witnesses.policy` of the folder; nobody while there is none. */
  witnesses(): Promise<readonly PolicyWitness[]>;
  /** Certificates of the authorities as PEM, for `TrustBundle.certificates`. */
  certificates(): Promise<readonly string[]>;
};

export type KeyStoreOptions = {
  /** Folder of the keys, e.g. `<data>/keys`. */
  readonly folder: string;
  /** Value of `QUANHENG_KEY`, or null. */
  readonly passphrase: string | null;
  /** Whether certificates say that they are for demonstration. */
  readonly demonstration: boolean;
  now(): Date;
  /** Keys in hardware; left out, they are files of the folder. */
  readonly vault?: Vault;
};

const AUTHORITY_YEARS = 20;
const SIGNER_YEARS = 5;
/** Characters of a common name or organisation (RFC 5280, appendix A.1, ub-common-name). */
const NAME_LIMIT = 64;

/** Opens the key folder; nothing is made before it is asked for. */
export function openKeyStore(options: KeyStoreOptions): KeyStore {
  const vault = options.vault ?? openFileVault(options.folder, options.passphrase);
  const authority = once(() => authorityCertificate(options, vault));
  const ring = openKeyRing(options.folder);
  const signers = new Map<string, Promise<DocumentSigner>>();
  const signerNamed = (name: RotatingKey, institution: KeyOwner) => {
    const known = signers.get(name);
    if (known) return known;
    const made = authority().then(() => documentSigner(options, vault, name, institution));
    signers.set(name, made);
    made.catch(() => signers.delete(name));
    return made;
  };
  const list = async () => revocationList(options, ring, await authority(), signerFor(vault, "authority"));
  return {
    // Asked for each time: another process may have changed the key.
    signerOf: (institution) => signerNamed(ring.current(`document-${institution.id}`), institution),
    sm2SignerOf: (institution) => signerNamed(ring.current(`sm2-${institution.id}`), institution),
    signsWithSm2: (institutionId) => signsWithSm2(options.folder, institutionId),
    credentialSignerOf: (institutionId) => edSigner(vault, ring.current(`credential-${institutionId}`)),
    formerKeysOf: (institution) => formerKeys(vault, ring, institution.id, (name) => signerNamed(name, institution)),
    changes: () =>
      ring
        .rotated()
        .map((key) => ring.current(key))
        .join(" "),
    revocationList: async () => {
      const { der, isEmpty } = await list();
      return isEmpty ? null : der;
    },
    listOfToday: async () => (await list()).der,
    logSigner: () => edSigner(vault, "log"),
    webhookSigner: () => edSigner(vault, "webhook"),
    logMarks: openLogMarks(options.folder),
    witnesses: () => readWitnesses(options.folder),
    certificates: async () => [pemOfCertificate(await authority())],
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

async function edSigner(vault: Vault, name: KeyName): Promise<EdSigner> {
  const publicKey = await vault.publicKey(name, "ed25519");
  return { publicKey, sign: (message) => vault.sign(name, "ed25519", message) };
}

function authoritySubject(demonstration: boolean): Subject {
  return demonstration
    ? {
        country: "CN",
        organization: "Quanheng Demonstration",
        commonName: "Quanheng Demonstration Root CA · 权衡演示根证书",
      }
    : { country: "CN", organization: "Quanheng", commonName: "Quanheng Root CA · 权衡根证书" };
}

async function authorityCertificate(options: KeyStoreOptions, vault: Vault): Promise<Uint8Array> {
  const subject = authoritySubject(options.demonstration);
  const key = await keyInfo(vault, "authority");
  return certificateAt(join(options.folder, "authority.pem"), () =>
    issueCertificate(
      {
        serial: randomBytes(16),
        subject,
        issuer: subject,
        publicKey: key,
        issuerKey: key,
        role: "authority",
        ...validity(options.now(), AUTHORITY_YEARS),
      },
      signerFor(vault, "authority"),
    ),
  );
}

async function documentSigner(
  options: KeyStoreOptions,
  vault: Vault,
  name: RotatingKey,
  institution: KeyOwner,
): Promise<DocumentSigner> {
  const kind = name.startsWith("sm2-") ? "sm2-sm3" : "ecdsa-p256-sha256";
  const key = await keyInfo(vault, name, kind);
  const issuerKey = await keyInfo(vault, "authority");
  const subject: Subject = {
    country: "CN",
    organization: institution.name.zh.slice(0, NAME_LIMIT),
    unit: options.demonstration ? "DEMONSTRATION 演示" : "",
    commonName: institution.name.en.slice(0, NAME_LIMIT),
  };
  const certificate = await certificateAt(join(options.folder, `${name}.pem`), () =>
    issueCertificate(
      {
        serial: randomBytes(16),
        subject,
        issuer: authoritySubject(options.demonstration),
        publicKey: key,
        issuerKey,
        role: "signer",
        ...validity(options.now(), SIGNER_YEARS),
      },
      signerFor(vault, "authority"),
    ),
  );
  const read = readCertificate(certificate);
  if (!sameBytes(read.publicKey, key)) {
    throw new Error(
      `The certificate ${name}.pem in ${options.folder} belongs to another key. Restore both from one backup.`,
    );
  }
  const { sign, algorithm } = signerFor(vault, name, kind);
  return { certificate, intermediates: [], algorithm, sign: whileValid(options, name, read.notAfter, sign) };
}

type Sign = DocumentSigner["sign"];

/** What an expired certificate signs, nobody may believe: better not to sign. */
function whileValid(options: KeyStoreOptions, name: KeyName, notAfter: string, sign: Sign): Sign {
  return async (message) => {
    if (options.now().toISOString() <= notAfter) return sign(message);
    const remedy = "Move it aside and restart: a new certificate is made for the same key.";
    throw new Error(`The certificate ${name}.pem in ${options.folder} expired at ${notAfter}. ${remedy}`);
  };
}

type Kind = Exclude<SigningAlgorithm, "ed25519">;

async function keyInfo(vault: Vault, name: KeyName, kind: Kind = "ecdsa-p256-sha256"): Promise<Uint8Array> {
  return publicKeyInfo(kind, await vault.publicKey(name, kind));
}

/** Signs as X.509 and CMS want it: the two numbers of ECDSA or SM2 in DER. */
function signerFor(
  vault: Vault,
  name: KeyName,
  kind: Kind = "ecdsa-p256-sha256",
): Pick<DocumentSigner, "algorithm" | "sign"> {
  if (kind === "sm2-sm3") {
    return { algorithm: kind, sign: async (message) => sm2SignatureDer(await vault.sign(name, kind, message)) };
  }
  return {
    algorithm: "ecdsa-p256-sha256",
    sign: async (message) =>
      p256.Signature.fromBytes(await vault.sign(name, "ecdsa-p256-sha256", message)).toBytes("der"),
  };
}

/** From the start of the day, so that clocks which differ a little agree on the first report. */
function validity(now: Date, years: number): { notBefore: string; notAfter: string } {
  const day = now.toISOString().slice(0, 10);
  return {
    notBefore: `${day}T00:00:00Z`,
    notAfter: `${Number(day.slice(0, 4)) + years}${day.slice(4).replace("02-29", "02-28")}T23:59:59Z`,
  };
}
