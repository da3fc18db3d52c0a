import { createHash } from "node:crypto";
import { readEntry } from "@quanheng/formats/log/entry.ts";
import { parseLogProof } from "@quanheng/formats/log/proof-file.ts";
import { credentialText } from "@quanheng/formats/verify/recognise.ts";
import type { VerifyInput } from "@quanheng/formats/verify/verify-report.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { ReadFile } from "./read-files.ts";

export type Statement = { readonly file: string; readonly input: Pick<VerifyInput, "pdf" | "credential" | "proof"> };

const text = ({ bytes }: ReadFile) => new TextDecoder().decode(bytes);
const compact = (file: ReadFile) => credentialText(text(file)) ?? "";

/**
 * Which files belong together: a proof to the document whose hash it carries, one credential to one PDF. Whatever belongs
 * to nothing is a statement of its own, so that nothing that was asked about is passed over.
 *
 * @param given what was named on the command line
 * @param beside proofs that merely lie in the same folder
 */
export function statementsOf(given: readonly ReadFile[], beside: readonly ReadFile[]): Statement[] {
  const of = (...kinds: readonly ReadFile["kind"][]) => given.filter(({ kind }) => kinds.includes(kind));
  const [pdfs, credentials, proofs] = [of("pdf"), of("credential"), of("proof")];
  const pair = pdfs.length === 1 && credentials.length === 1 ? credentials[0] : undefined;
  const documents = [
    ...pdfs.map((pdf) => ({
      file: pdf.path,
      input: { pdf: pdf.bytes, ...(pair ? { credential: compact(pair) } : {}) },
      bytes: pdf.bytes,
    })),
    ...credentials
      .filter((file) => file !== pair)
      .map((file) => ({
        file: file.path,
        input: { credential: compact(file) },
        bytes: new TextEncoder().encode(compact(file)),
      })),
  ];
  // A proof that was named for the only document is checked even if it is of another: then the answer says so.
  const named = documents.length === 1 ? proofs[0] : undefined;
  const strangers = of("other", "snapshot", ...(documents.length === 0 ? (["proof"] as const) : []));
  return [
    ...documents.map(({ file, input, bytes }) => {
      const proof = [...proofs, ...beside].find((candidate) => proves(candidate, bytes)) ?? named;
      return { file, input: { ...input, ...(proof ? { proof: text(proof) } : {}) } };
    }),
    ...strangers.map(({ path }) => ({ file: path, input: {} })),
  ];
}

function proves(file: ReadFile, document: Uint8Array): boolean {
  const hash = createHash("sha256").update(document).digest("hex");
  try {
    const { extra } = parseLogProof(text(file));
    return extra !== null && readEntry(extra)?.docs.some(({ sha256 }) => sha256 === hash) === true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}
