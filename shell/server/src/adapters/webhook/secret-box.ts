import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { EdSigner } from "../keys/key-store.ts";

/** Seals the secrets of subscribers: what lies in the database opens only with the platform's key. */
export type SecretBox = {
  seal(name: string, secret: string): Promise<Buffer>;
  open(name: string, sealed: Uint8Array): Promise<string>;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A box whose key comes out of a signing key that never leaves its vault: AES-256-GCM, the name authenticated with it.
 *
 * @source RFC 5869 (HKDF) over an Ed25519 signature, which is the same for the same text (RFC 8032, 5.1.6)
 */
export function openSecretBox(signer: () => Promise<EdSigner>): SecretBox {
  let made: Promise<Uint8Array> | undefined;
  const key = () => {
    made ??= signer()
      .then(({ sign }) => sign(Buffer.from("quanheng webhook secrets v1")))
      .then((signature) => new Uint8Array(hkdfSync("sha256", signature, "", "quanheng webhook secrets", 32)))
      .catch((error: unknown) => {
        made = undefined;
        throw error;
      });
    return made;
  };
  return {
    async seal(name, secret) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", await key(), iv).setAAD(Buffer.from(name));
      return Buffer.concat([iv, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
    },
    async open(name, sealed) {
      const decipher = createDecipheriv("aes-256-gcm", await key(), sealed.subarray(0, IV_BYTES));
      decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      const body = sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
  };
}
