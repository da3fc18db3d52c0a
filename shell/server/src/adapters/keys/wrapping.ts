import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeOnce } from "./write-once.ts";

/** Encrypts what lies on disk under one key that lies elsewhere. */
export type Wrapping = {
  wrap(name: string, secret: Uint8Array): Uint8Array;
  unwrap(name: string, wrapped: Uint8Array): Uint8Array;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Opens the wrapping of a key folder: from a passphrase (`QUANHENG_KEY`), or from a random file in the folder, which
 * only protects copies that leave it out.
 *
 * AES-256-GCM; the name of the key is authenticated with it, so that wrapped keys cannot be swapped.
 *
 * @throws Error when the passphrase is not the one the folder was made with
 */
export function openWrapping(folder: string, passphrase: string | null): Wrapping {
  const wrapping = wrappingWith(passphrase === null ? keyFromFile(folder) : keyFromPassphrase(folder, passphrase));
  const probe = join(folder, "probe");
  if (writeOnce(probe, wrapping.wrap("probe", Buffer.from("quanheng")))) return wrapping;
  try {
    wrapping.unwrap("probe", readFileSync(probe));
    return wrapping;
  } catch {
    throw new Error(
      `The signing keys in ${folder} were made under another QUANHENG_KEY. Start again with the value used then ` +
        "(or without it, if there was none); the keys cannot be read otherwise.",
    );
  }
}

/** A fresh key beside the others, readable by this user only. */
function keyFromFile(folder: string): Buffer {
  const path = join(folder, "master.key");
  writeOnce(path, randomBytes(32));
  chmodSync(path, 0o600);
  const key = readFileSync(path);
  if (key.length !== 32)
    throw new Error(`${path} is damaged: it must hold exactly 32 bytes. Restore it from a backup.`);
  return key;
}

/** @source RFC 7914, 2: scrypt with N = 2¹⁷, r = 8, p = 1 */
function keyFromPassphrase(folder: string, passphrase: string): Buffer {
  if (passphrase.length < 16) throw new Error("QUANHENG_KEY is too short: use at least 16 characters.");
  const path = join(folder, "salt");
  writeOnce(path, randomBytes(16));
  return scryptSync(passphrase, readFileSync(path), 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 });
}

function wrappingWith(key: Buffer): Wrapping {
  return {
    wrap(name, secret) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(name));
      return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap(name, wrapped) {
      const decipher = createDecipheriv("aes-256-gcm", key, wrapped.subarray(0, IV_BYTES)).setAAD(Buffer.from(name));
      decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
      return Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, wrapped.length - TAG_BYTES)), decipher.final()]);
    },
  };
}
