import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type DidDocument, readDidDocument } from "@quanheng/formats/credential/did.ts";
import { judgeJwt } from "@quanheng/formats/credential/jws.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { CaseResult } from "../../adapter.ts";
import { findingsOn, verdicts } from "./credential.ts";

/** Signature by the DID documents beside the file, then the credential inside. */
export async function envelopeCases(path: string, jwt: string, root: string): Promise<CaseResult[]> {
  const name = basename(path);
  try {
    const { signature, payload, issuer } = judgeJwt(jwt, didsBeside(path));
    // The suite's own failing credential is well signed: its fault lies in schema and context.
    const meant = /signature|tampered|manipulated|wrong-key|unknown-key/i.test(name)
      ? signature !== "ok"
      : signature === "ok";
    const signed = { id: `${name} signature`, ok: meant, message: `${signature} by ${issuer}` };
    if (/signature|tampered|manipulated|wrong-key|unknown-key/i.test(name)) return [signed];
    return [signed, ...verdicts(path, await findingsOn(payload, root))];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [{ id: `${name} fails`, ok: /invalid|tampered|malformed|broken/i.test(name), message: error.code }];
  }
}

function didsBeside(path: string): ReadonlyMap<string, DidDocument> {
  const files = readdirSync(dirname(path)).filter((name) => name.endsWith(".json"));
  const documents = files.map((name) => readDidDocument(JSON.parse(readFileSync(join(dirname(path), name), "utf8"))));
  return new Map(documents.flatMap((document) => (document ? [[document.id, document] as const] : [])));
}
