import { basename, dirname, join } from "node:path";
import { objectOf } from "@quanheng/formats/credential/jws.ts";
import { recogniseUntp } from "@quanheng/formats/credential/untp/recognise.ts";
import type { CaseResult } from "../adapter.ts";
import { credentialCases } from "./untp/credential.ts";
import { envelopeCases } from "./untp/envelope.ts";
import { topicCases } from "./untp/topics.ts";

/**
 * Runs one file of the suite of UN transparency credentials. What a file is shows in its content; schemas, contexts
 * and DID documents hold no cases.
 */
export async function run(path: string, content: unknown): Promise<readonly CaseResult[]> {
  const folder = basename(dirname(path));
  if (basename(dirname(dirname(path))) === "schema" || folder === "context") return [];
  if (path.endsWith(".jsonld")) return folder === "vocabulary" ? topicCases(path) : [];
  if (!path.endsWith(".json")) return [];
  const found = recogniseUntp(content);
  switch (found?.kind) {
    case "enveloped":
      return await envelopeCases(path, found.jwt, suiteRoot(path));
    case "credential":
    case "part":
      return await credentialCases(path, objectOf(content), suiteRoot(path));
    case "did":
    case "linkset":
      return [];
    case undefined:
      return [{ id: basename(path), ok: false, message: "neither a credential nor a document that belongs to one" }];
  }
}

/** The nearest folder named like the suite. */
function suiteRoot(path: string): string {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (basename(folder) === "untp") return folder;
  }
  return join(dirname(path), "..");
}
