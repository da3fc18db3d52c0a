import { readFile, writeFile } from "node:fs/promises";
import { parseVkey } from "@quanheng/formats/log/key.ts";
import { isBundle } from "@quanheng/formats/verify/trust.ts";
import type { Call, Command } from "../command.ts";
import { checkLog, type LogAnswer } from "../log/check-log.ts";
import { httpLog } from "../log/read-log.ts";
import { portFrom } from "../settings.ts";

/** Reads the whole transparency log of a running platform, like every stranger, and checks that it is what it signs. */
export const command: Command = {
  usage: "log check [--url ADDRESS] [--trust BUNDLE.json] [--seen FILE]",
  summary: {
    zh: "通读透明日志并核对签名、条目、哈希树与历史。--seen 记住本次检查点，下次核对日志未被改写。",
    en: "Read the whole log and check signature, entries, tree and history. --seen keeps the checkpoint for the next look.",
  },
  options: { url: { type: "string" }, trust: { type: "string" }, seen: { type: "string" } },
  takes: [0, 0],
  async run(call) {
    const { options, env, json, out } = call;
    const address = String(options["url"] ?? `http://127.0.0.1:${portFrom(env) ?? 8088}`).replace(/\/$/, "");
    const seen = typeof options["seen"] === "string" ? options["seen"] : null;
    const bundle = await trustOf(call, address);
    if (bundle === null) return 2;
    const answer = await checkLog(httpLog(address), bundle.map(parseVkey), seen === null ? null : await readSeen(seen));
    if (json) out(JSON.stringify({ address, ...answer }));
    else for (const line of linesOf(answer)) out(line);
    if (answer.findings.length > 0) return 1;
    if (seen !== null && answer.note !== null) await writeFile(seen, answer.note);
    return 0;
  },
};

/** Keys of logs: from a bundle that the reader chose, or, told as such, from the platform itself. @returns null when there is none */
async function trustOf({ options, note, language }: Call, address: string): Promise<readonly string[] | null> {
  const file = options["trust"];
  try {
    const text =
      typeof file === "string"
        ? await readFile(file, "utf8")
        : await (await fetch(`${address}/api/public/trust`)).text();
    const bundle: unknown = JSON.parse(text);
    if (!isBundle(bundle)) throw new Error("no bundle of trust");
    if (typeof file !== "string")
      note(
        language === "zh"
          ? `日志公钥取自平台本身：${address}`
          : `The log's key was taken from the platform itself: ${address}`,
      );
    return bundle.logs;
  } catch (error) {
    const from = typeof file === "string" ? file : address;
    note(
      language === "zh"
        ? `无法读取 ${from} 的信任包（${(error as Error).message}）。平台是否在运行？`
        : `No bundle of trust can be read from ${from} (${(error as Error).message}). Is the platform running?`,
    );
    return null;
  }
}

/** The first look has nothing to compare with. */
async function readSeen(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function linesOf({ origin, size, root, statements, findings }: LogAnswer): string[] {
  if (origin === null && findings.length === 0) return ["日志还没有条目。The log has no entries yet."];
  return [
    `${origin ?? "—"}`,
    `  ${size} 条 entries, ${statements} 份文件 statements, root ${root ?? "—"}`,
    ...findings.map((finding) => `  ✘ ${JSON.stringify(finding)}`),
    findings.length === 0
      ? "  ✔ 签名、条目、哈希树与历史一致。Signature, entries, tree and history agree."
      : "  ✘ 日志与其签名不符，请勿采信。The log is not what it signs: do not rely on it.",
  ];
}
