import { readCertificate } from "@quanheng/formats/signature/certificate.ts";
import type { DocumentSigner } from "@quanheng/formats/signature/signer.ts";
import type { KeyGeneration, KeyRing, RotatingKey } from "./key-ring.ts";
import type { Vault } from "./vault.ts";

/** A public key that no longer signs. */
export type FormerKey = {
  /** 32 bytes of Ed25519, or SubjectPublicKeyInfo of P-256, DER. */
  readonly key: Uint8Array;
  /** When its successor took over, ISO 8601 in UTC. */
  readonly until: string;
  /** Since when others may have had it; null when nobody had. */
  readonly compromisedAt: string | null;
};

export type FormerKeys = { readonly credential: readonly FormerKey[]; readonly document: readonly FormerKey[] };

export async function formerKeys(
  vault: Vault,
  ring: KeyRing,
  institutionId: string,
  signerNamed: (name: RotatingKey) => Promise<DocumentSigner>,
): Promise<FormerKeys> {
  const former = async (key: RotatingKey, publicKey: (name: RotatingKey) => Promise<Uint8Array>) =>
    Promise.all(
      ring.generations(key).flatMap(({ name, until, compromisedAt }: KeyGeneration) => {
        return until === null ? [] : [publicKey(name).then((bytes) => ({ key: bytes, until, compromisedAt }))];
      }),
    );
  return {
    credential: await former(`credential-${institutionId}`, (name) => vault.publicKey(name, "ed25519")),
    document: await former(`document-${institutionId}`, async (name) => {
      return readCertificate((await signerNamed(name)).certificate).publicKey;
    }),
  };
}
