import { readFile, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { type NoteKey, parseVkey } from "@quanheng/formats/log/key.ts";
import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { checkLog, type LogAnswer, type LogSurroundings } from "../log/check-log.ts";
import { httpLog } from "../log/read-log.ts";
import { documentsAt, policyAt, viewsOf } from "../log/surroundings.ts";
import { trustedKeys } from "../log/trusted-keys.ts";
import { portFrom } from "../settings.ts";

/** Reads the whole transparency log of a running platform, like every stranger, and checks that it is what it signs. */
export const command: Command = {
  usage: "log check [FILE…] [--url ADDRESS] [--trust BUNDLE.json] [--seen FILE] [--policy FILE] [--every SECONDS]",
  summary: {
    zh: "通读透明日志并核对签名、条目、哈希树与历史；--seen 记住检查点，--policy 与见证人比对，FILE 须在日志中，--every 持续监视。",
    en: "Check the whole log; --seen keeps the checkpoint, --policy compares with witnesses, FILEs must be logged, --every watches.",
  },
  options: {
    url: { type: "string" },
    trust: { type: "string" },
    seen: { type: "string" },
    policy: { type: "string" },
    every: { type: "string" },
  },
  takes: [0, 1000],
  async run(call) {
    const { every, seen } = call.options;
    if (every === undefined) return look(call);
    const seconds = Number(every);
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400 || seen === undefined) {
      call.note(
        call.language === "zh"
          ? "--every 应为 1 至 86400 的整数秒，并须用 --seen 指定保存检查点的文件。"
          : "--every takes whole seconds from 1 to 86400, and --seen the file that keeps the checkpoint between looks.",
      );
      return 2;
    }
    // A log that is wrong once is not watched further: the alarm ends the command, and what started it hears of it.
    for (;;) {
      const code = await look(call);
      if (code !== 0) return code;
      await setTimeout(seconds * 1000);
    }
  },
};

async function look(call: Call): Promise<ExitCode> {
  const { options, env, json, out } = call;
  const address = String(options["url"] ?? `http://127.0.0.1:${portFrom(env) ?? 8088}`).replace(/\/$/, "");
  const seen = typeof options["seen"] === "string" ? options["seen"] : null;
  const bundle = await trustedKeys(call, address);
  if (bundle === null) return 2;
  const keys = bundle.map(parseVkey);
  const around = await surroundingsOf(call, keys);
  if (around === null) return 2;
  const answer = await checkLog(httpLog(address), keys, seen === null ? null : await readSeen(seen), around);
  if (json) out(JSON.stringify({ address, ...answer }));
  else for (const line of linesOf(answer)) out(line);
  if (answer.findings.length > 0) return 1;
  if (seen !== null && answer.note !== null) await writeFile(seen, answer.note);
  return 0;
}

/** @returns null, having said so, when a file that was named cannot be read */
async function surroundingsOf(
  { args, options, note, language }: Call,
  keys: readonly NoteKey[],
): Promise<LogSurroundings | null> {
  const path = options["policy"];
  try {
    const policy = typeof path === "string" ? await policyAt(path) : null;
    const views = policy ? await Promise.all(keys.map(({ name }) => viewsOf(policy, name))) : [];
    return { views: views.flat(), documents: await documentsAt(args) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const why = (error as Error).message;
    note(language === "zh" ? `文件无法读取：${why}` : `A file cannot be read: ${why}`);
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
