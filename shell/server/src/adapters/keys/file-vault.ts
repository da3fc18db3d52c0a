import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import type { SigningAlgorithm } from "@quanheng/formats/signature/signer.ts";
import { sm2PublicKey, sm2SecretFrom, sm2Sign } from "./sm2-sign.ts";
import type { KeyName, Vault } from "./vault.ts";
import { openWrapping, type Wrapping } from "./wrapping.ts";
import { writeOnce } from "./write-once.ts";

type KeyPair = { readonly secret: Uint8Array; readonly publicKey: Uint8Array };

/**
 * Keys as encrypted files of one folder (0700, files 0600).
 *
 * Signatures are deterministic (RFC 6979, RFC 8032): no random number, however bad, can give a key away.
 *
 * @param passphrase value of `QUANHENG_KEY`, or null to keep a random wrapping key in the folder
 */
export function openFileVault(folder: string, passphrase: string | null): Vault {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const wrapping = openWrapping(folder, passphrase);
  const open = new Map<string, KeyPair>();

  const pairOf = (name: KeyName, algorithm: SigningAlgorithm): KeyPair => {
    const known = open.get(`${name}.${algorithm}`);
    if (known) return known;
    const pair = readOrMake(folder, wrapping, name, algorithm);
    open.set(`${name}.${algorithm}`, pair);
    return pair;
  };

  return {
    publicKey: async (name, algorithm) => pairOf(name, algorithm).publicKey,
    sign: async (name, algorithm, message) => CURVE[algorithm].sign(message, pairOf(name, algorithm).secret),
  };
}

const CURVE = {
  "ecdsa-p256-sha256": {
    generate: () => p256.utils.randomSecretKey(),
    publicKey: (secret: Uint8Array) => p256.getPublicKey(secret, false),
    sign: (message: Uint8Array, secret: Uint8Array) => p256.sign(message, secret, { lowS: false }),
  },
  ed25519: {
    generate: () => ed25519.utils.randomSecretKey(),
    publicKey: (secret: Uint8Array) => ed25519.getPublicKey(secret),
    sign: (message: Uint8Array, secret: Uint8Array) => ed25519.sign(message, secret),
  },
  "sm2-sm3": {
    generate: () => sm2SecretFrom(randomBytes(40)),
    publicKey: sm2PublicKey,
    sign: sm2Sign,
  },
} as const satisfies Record<SigningAlgorithm, unknown>;

function readOrMake(folder: string, wrapping: Wrapping, name: KeyName, algorithm: SigningAlgorithm): KeyPair {
  if (!/^[A-Za-z0-9-]{1,80}$/.test(name)) throw new Error(`invariant: a key name is plain, not ${name}`);
  const label = `${name}.${algorithm}`;
  const path = join(folder, `${label}.key`);
  if (!hasFile(path)) writeOnce(path, wrapping.wrap(label, CURVE[algorithm].generate()));
  const secret = Uint8Array.from(wrapping.unwrap(label, readFileSync(path)));
  return { secret, publicKey: CURVE[algorithm].publicKey(secret) };
}

function hasFile(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
