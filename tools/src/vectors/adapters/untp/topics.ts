import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { USED_TOPICS } from "@quanheng/formats/credential/untp/topics.ts";
import type { CaseResult } from "../../adapter.ts";

/** Every topic that our credentials name has to be in the published vocabulary; other vocabularies hold no cases. */
export function topicCases(path: string): CaseResult[] {
  const vocabulary = JSON.parse(readFileSync(path, "utf8")) as { "@graph": { "@id": string }[] };
  const known = new Set(vocabulary["@graph"].map((concept) => concept["@id"].replace(/^.*[/:]/, "")));
  if (!basename(path).includes("topic")) return [];
  return USED_TOPICS.map((topic) => ({
    id: `${basename(path)} ${topic}`,
    ok: known.has(topic),
    message: "is not there",
  }));
}
