import { readdirSync } from "node:fs";
import { join } from "node:path";
import { openKeyRing, type RotatingKey } from "@quanheng/server/adapters/keys/key-ring.ts";
import type { Command } from "../command.ts";
import { settingsFrom } from "../settings.ts";

/** Tells which keys there are, which of them sign, and which did; no key is opened. */
export const command: Command = {
  usage: "keys list",
  summary: {
    zh: "列出签名密钥：哪些正在使用，哪些已停用及其时间。不读取任何私钥。",
    en: "List the signing keys: which sign, which did and until when. No private key is read.",
  },
  takes: [0, 0],
  async run({ env, json, language, out }) {
    const folder = join(settingsFrom(env).dataDir, "keys");
    const ring = openKeyRing(folder);
    const rows = rotatingKeys(folder).flatMap((key) => ring.generations(key));
    if (json) out(JSON.stringify({ folder, keys: rows }));
    else if (rows.length === 0)
      out(language === "zh" ? `${folder} 中还没有密钥。` : `There are no keys in ${folder} yet.`);
    else for (const row of rows) out([row.name, stateOf(row, language)].join("\t"));
    return 0;
  },
};

type Row = { readonly until: string | null; readonly compromisedAt: string | null };

function stateOf({ until, compromisedAt }: Row, language: "zh" | "en"): string {
  const zh = language === "zh";
  if (until === null) return zh ? "使用中" : "signs";
  if (compromisedAt === null) return zh ? `已停用，截至 ${until}` : `signed until ${until}`;
  return zh ? `已撤销，自 ${compromisedAt} 起可能泄露` : `revoked; others may have had it since ${compromisedAt}`;
}

/** Keys by the names of their files; those that others succeeded are listed with their first. */
function rotatingKeys(folder: string): readonly RotatingKey[] {
  const names = filesOf(folder).flatMap(
    (file) => /^((?:document|credential|sm2)-.+?)(?:--\d+)?\.[a-z0-9-]+\.key$/.exec(file)?.[1] ?? [],
  );
  return [...new Set(names)].sort() as RotatingKey[];
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
