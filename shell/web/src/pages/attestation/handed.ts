import { gather, type NamedFile } from "@quanheng/formats/verify/gather.ts";
import { credentialText, kindOfFile } from "@quanheng/formats/verify/recognise.ts";
import { readTrust, type TrustBundle } from "@quanheng/formats/verify/trust.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";

/** What a reader has handed in so far: one document, what proves it, and whom the reader trusts instead of the platform. */
export type Handed = {
  /** Name of the document's file; null while there is none. */
  readonly name: string | null;
  readonly pdf?: Uint8Array;
  /** XML of a digital calibration certificate. */
  readonly dcc?: Uint8Array;
  /** Compact `vc+jwt`. */
  readonly credential?: string;
  readonly proof?: string;
  readonly trust?: { readonly name: string; readonly bundle: TrustBundle };
};

export const NOTHING_HANDED: Handed = { name: null };

/** Why a file was not taken; a key of the page's texts. */
export type HandedProblem = "verify.file.snapshot" | "verify.file.trust-bad" | "verify.file.several";

/**
 * Takes one more file, told apart by its content. A further document takes the place of the former one with its proof;
 * the reader's own trust stays. A file of an unknown kind counts as a document: the answer is then that it is none of ours.
 */
export function handIn(former: Handed, name: string, bytes: Uint8Array): Handed | HandedProblem {
  const text = () => new TextDecoder().decode(bytes);
  const kept = former.trust ? { trust: former.trust } : {};
  // A proof that came before its document waits for it.
  const waiting = former.name === null && former.proof ? { proof: former.proof } : {};
  switch (kindOfFile(bytes)) {
    case "snapshot":
      return "verify.file.snapshot";
    case "proof":
      return { ...former, proof: text() };
    case "credential":
      return { ...kept, ...waiting, name, credential: credentialText(text()) ?? "" };
    case "trust":
      return withTrust(former, name, text());
    case "dcc":
      return { ...kept, ...waiting, name, dcc: bytes };
    case "pdf":
    case "zip":
    case "other":
      return { ...kept, ...waiting, name, pdf: bytes };
  }
}

/**
 * Takes all files of one gesture: what belongs to one document is judged together, an archive is opened. A bundle of trust
 * among them counts for all.
 */
export function handInAll(former: Handed, files: readonly NamedFile[]): Handed | HandedProblem {
  const [only] = files;
  if (files.length === 1 && only && kindOfFile(only.bytes) !== "zip") return handIn(former, only.name, only.bytes);
  const bundle = files.find(({ bytes }) => kindOfFile(bytes) === "trust");
  const trusting = bundle ? handIn(former, bundle.name, bundle.bytes) : former;
  if (typeof trusting === "string") return trusting;
  const statements = gather(files.filter((file) => file !== bundle));
  const [statement] = statements;
  if (!statement) return trusting;
  if (statements.length > 1) return "verify.file.several";
  const kept = trusting.trust ? { trust: trusting.trust } : {};
  return { ...kept, name: statement.names.join(", "), ...statement.input };
}

function withTrust(former: Handed, name: string, json: string): Handed | HandedProblem {
  const bundle = JSON.parse(json) as TrustBundle;
  try {
    readTrust(bundle);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return "verify.file.trust-bad";
  }
  return { ...former, trust: { name, bundle } };
}

/** The same without the reader's own trust: the platform's bundle counts again. */
export function withoutTrust(handed: Handed): Handed {
  const { name, pdf, dcc, credential, proof } = handed;
  return {
    name,
    ...(pdf ? { pdf } : {}),
    ...(dcc ? { dcc } : {}),
    ...(credential === undefined ? {} : { credential }),
    ...(proof === undefined ? {} : { proof }),
  };
}
