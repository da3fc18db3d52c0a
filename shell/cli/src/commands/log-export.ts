import { parseVkey } from "@quanheng/formats/log/key.ts";
import type { Command } from "../command.ts";
import { type Exported, exportLog } from "../log/export-log.ts";
import { logFiles } from "../log/read-log.ts";
import { trustedKeys } from "../log/trusted-keys.ts";
import { portFrom } from "../settings.ts";

/** Copies the transparency log of a running platform into plain files, checked before they are shown. */
export const command: Command = {
  usage: "log export DIR [--url ADDRESS] [--trust BUNDLE.json]",
  summary: {
    zh: "将透明日志导出为静态文件，任何网站服务器都能提供；核对签名、条目与哈希树后才放上检查点，可重复执行以增量更新。",
    en: "Write the log as static files for any web server; checked before its checkpoint is put there, run again to add.",
  },
  options: { url: { type: "string" }, trust: { type: "string" } },
  takes: [1, 1],
  async run(call) {
    const { args, options, env, json, out, language } = call;
    const [folder = ""] = args;
    const address = String(options["url"] ?? `http://127.0.0.1:${portFrom(env) ?? 8088}`).replace(/\/$/, "");
    const keys = await trustedKeys(call, address);
    if (keys === null) return 2;
    const done = await exportLog(logFiles(address), keys.map(parseVkey), folder);
    if (json) out(JSON.stringify({ address, folder, ...done }));
    else out(sentenceOf(done)[language]);
    return done.ok ? 0 : 1;
  },
};

const WHY = {
  empty: { zh: "日志还没有条目。", en: "The log has no entries yet." },
  "not-trusted": {
    zh: "检查点的签名不可信，未导出。",
    en: "The checkpoint's signature is not trusted: nothing was shown.",
  },
  "entries-differ": {
    zh: "条目与哈希不符，检查点未放上。",
    en: "Entries differ from their hashes: the checkpoint was left out.",
  },
  "root-differs": {
    zh: "哈希树与签名的根不符，检查点未放上。",
    en: "The tree differs from the signed root: the checkpoint was left out.",
  },
} as const;

function sentenceOf(done: Exported): { readonly zh: string; readonly en: string } {
  if (!done.ok) return WHY[done.why];
  const { size, fetched, kept } = done;
  return {
    zh: `已导出 ${size} 条；新取 ${fetched} 个文件，沿用 ${kept} 个。`,
    en: `${size} entries; ${fetched} files fetched, ${kept} kept.`,
  };
}
