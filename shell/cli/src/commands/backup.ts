import { resolve } from "node:path";
import { backUp } from "@quanheng/server/adapters/postgres/backup/back-up.ts";
import type { Command } from "../command.ts";
import { settingsFrom } from "../settings.ts";

/** Writes everything the platform must not lose into an empty folder, also while it runs. */
export const command: Command = {
  usage: "backup DIR",
  summary: {
    zh: "把平台的全部数据备份到空目录 DIR（平台可继续运行）。其中含有密钥，请妥善保管。",
    en: "Back everything up into the empty folder DIR; the platform may go on working. It holds keys: keep it safe.",
  },
  takes: [1, 1],
  async run({ args, env, json, language, out }) {
    const folder = resolve(args[0]!);
    const { tables, files, createdAt } = await backUp(settingsFrom(env), folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    if (json) out(JSON.stringify({ folder, createdAt, tables: tables.length, rows, files: files.length }));
    else if (language === "zh") out(`已备份到 ${folder}：${tables.length} 张表，${rows} 行，${files.length} 个文件。`);
    else out(`Backed up into ${folder}: ${tables.length} tables, ${rows} rows, ${files.length} files.`);
    return 0;
  },
};
