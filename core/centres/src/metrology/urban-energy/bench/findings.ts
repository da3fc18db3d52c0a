import type { Finding } from "@quanheng/flow/determination/method.ts";

type Table = { readonly document: string; readonly status: "recalled" | "published" };

/** Whether a meter keeps what a procedure asks for. */
export function keptFinding(name: string, [zh, en]: readonly [string, string], kept: boolean, table: Table): Finding {
  return {
    name,
    label: { zh, en },
    outcome: kept ? { zh: "合格", en: "kept" } : { zh: "不合格", en: "not kept" },
    kept,
    basis: table.status,
    source: table.document,
  };
}

export const MPE = ["最大允许误差", "Maximum permissible error"] as const;
