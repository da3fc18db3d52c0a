import type { exportDraft as ExportContract } from "@quanheng/contract/routes/drafting.ts";
import type { DraftComment } from "@quanheng/contract/schemas/drafting.ts";
import { LIMIT_FIELDS } from "@quanheng/flow/selection/drafting/draft.ts";
import type { z } from "zod";
import type { Context } from "../../context.ts";
import { draftCommentPage } from "../../store/draft-comment.ts";
import { type Reference, readReference } from "../../store/reference.ts";
import { reading, type Transaction } from "../../store/transaction.ts";
import { csvOf } from "../compare/csv.ts";
import { commentViews, OUTCOME } from "./comments.ts";
import { type OpenDraft, openDraft } from "./open-draft.ts";

type Asked = z.output<(typeof ExportContract)["query"]>;
type ExportedFile = { readonly mediaType: string; readonly fileName: string; readonly bytes: Uint8Array };

const CSV = "text/csv; charset=utf-8";
const BATCH = 500;

/**
 * A draft as JSON, its limits as CSV, or its comments with their answers as CSV.
 *
 * @throws Refusal `not-found`
 */
export async function exportDraft(context: Context, id: string, asked: Asked): Promise<ExportedFile> {
  return reading(context, async (tx) => {
    const open = await openDraft(tx, context, id, asked.version);
    const name = `${open.version.content.number.replaceAll(/[^A-Za-z0-9.-]+/g, "-")}-v${open.version.number}`;
    switch (asked.what) {
      case "draft":
        return { mediaType: "application/json; charset=utf-8", fileName: `${name}.json`, bytes: jsonOf(open) };
      case "limits": {
        const rows = limitRows(open, await readReference(tx), asked.language);
        return { mediaType: CSV, fileName: `${name}-limits.csv`, bytes: csvOf(rows) };
      }
      case "comments": {
        const rows = await commentRows(tx, context, id, asked.language);
        return { mediaType: CSV, fileName: `${name}-comments.csv`, bytes: csvOf(rows) };
      }
    }
  });
}

function jsonOf({ draft, version }: OpenDraft): Uint8Array {
  const { id, state } = draft;
  const whole = {
    id,
    state,
    version: version.number,
    recordedAt: version.recorded_at.toISOString(),
    ...version.content,
  };
  return new TextEncoder().encode(`${JSON.stringify(whole, null, 2)}\n`);
}

/** The columns of the library's import, so that the file can be read back, with name and rationale after them. */
function limitRows({ version }: OpenDraft, reference: Reference, language: "zh" | "en"): string[][] {
  const head = [...LIMIT_FIELDS, "name", "rationale"];
  return [
    head,
    ...version.content.limits.map(({ texts, rationale }) => [
      ...LIMIT_FIELDS.map((field) => texts[field] ?? ""),
      reference.characteristics.has(texts.characteristic ?? "")
        ? reference.nameOf(texts.characteristic ?? "")[language]
        : "",
      rationale,
    ]),
  ];
}

const HEAD = {
  zh: ["轮次", "条款", "意见", "提出单位", "提出时间", "处理结果", "理由"],
  en: ["Round", "Clause", "Comment", "Organisation", "Said at", "Outcome", "Reason"],
} as const;
const UNNAMED = { zh: "（不公开）", en: "(not named)" } as const;

async function commentRows(
  tx: Transaction,
  context: Context,
  draftId: string,
  language: "zh" | "en",
): Promise<string[][]> {
  const rows: string[][] = [[...HEAD[language]]];
  let after: string | undefined;
  do {
    const page = await draftCommentPage(tx, { draftId, limit: BATCH, after }, (row) => row);
    for (const each of await commentViews(tx, context, page.items)) rows.push(commentRow(each, language));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

function commentRow({ round, clause, body, party, createdAt, answer }: DraftComment, language: "zh" | "en"): string[] {
  return [
    String(round),
    clause,
    body,
    party?.[language] ?? UNNAMED[language],
    createdAt,
    answer ? OUTCOME[answer.outcome][language] : "",
    answer?.reason ?? "",
  ];
}
