import { resolve } from "node:path";
import { restore } from "@quanheng/server/adapters/postgres/backup/restore.ts";
import type { Command } from "../command.ts";
import { settingsFrom } from "../settings.ts";

/** Restores a backup into a new data folder or an empty database, after checking every byte of it. */
export const command: Command = {
  usage: "restore DIR",
  summary: {
    zh: "核对 DIR 中的备份并恢复到新的数据目录（QUANHENG_DATA）或空的数据库（DATABASE_URL）。",
    en: "Check the backup in DIR and restore it into a new data folder (QUANHENG_DATA) or an empty database (DATABASE_URL).",
  },
  takes: [1, 1],
  async run({ args, env, json, language, out }) {
    const { tables, files, createdAt } = await restore(settingsFrom(env), resolve(args[0]!));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    if (json) out(JSON.stringify({ createdAt, tables: tables.length, rows, files: files.length }));
    else if (language === "zh") out(`已恢复 ${createdAt} 的备份：${rows} 行，${files.length} 个文件。`);
    else out(`Restored the backup of ${createdAt}: ${rows} rows, ${files.length} files.`);
    return 0;
  },
};
