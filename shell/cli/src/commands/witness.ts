import { readFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { isKeyName, NOTE_TYPE, type NoteKey, vkey } from "@quanheng/formats/log/key.ts";
import { parsePolicy } from "@quanheng/formats/log/policy.ts";
import { openFileVault } from "@quanheng/server/adapters/keys/file-vault.ts";
import type { Call, Command } from "../command.ts";
import { witnessServer } from "../witness/serve.ts";
import { openWitnessState } from "../witness/state.ts";

/** Watches logs for their public: cosigns what continues the state it saw last, and nothing else. */
export const command: Command = {
  usage: "witness DIR --name NAME --policy FILE [--listen HOST:PORT]",
  summary: {
    zh: "运行见证人：DIR 保存密钥与已见状态，FILE 列出所见证的日志（log 行）。变量：QUANHENG_KEY 加密密钥。",
    en: "Run a witness: DIR keeps key and memory, FILE names its logs (log lines). QUANHENG_KEY encrypts the key.",
  },
  options: { name: { type: "string" }, policy: { type: "string" }, listen: { type: "string" } },
  takes: [1, 1],
  async run(call) {
    const { args, options, env } = call;
    const [folder = ""] = args;
    const name = String(options["name"] ?? "");
    const listen = listenOn(String(options["listen"] ?? "127.0.0.1:8089"));
    if (!isKeyName(name) || !listen) return wrongCall(call);
    const logs = await logsOf(call, String(options["policy"] ?? ""));
    if (logs === null) return 2;
    const vault = openFileVault(join(folder, "keys"), env["QUANHENG_KEY"] || null);
    const publicKey = await vault.publicKey("witness", "ed25519");
    const key: NoteKey = { name, type: NOTE_TYPE.cosignature, publicKey };
    const signer = { ...key, sign: (message: Uint8Array) => vault.sign("witness", "ed25519", message) };
    const state = openWitnessState(join(folder, "logs"), logs, key);
    try {
      const server = witnessServer({ logs, signer, state, now: () => new Date(), tell: call.note });
      await serveUntilStopped(call, server, listen, vkey(key));
    } finally {
      state.close();
    }
    return 0;
  },
};

type Listen = { readonly host: string; readonly port: number };

function listenOn(text: string): Listen | null {
  const [, host = "", port = ""] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  return host !== "" && Number(port) <= 65_535 ? { host: host.replace(/^\[|\]$/g, ""), port: Number(port) } : null;
}

function wrongCall({ note, language }: Call): 2 {
  note(
    language === "zh"
      ? "请用 --name 给出见证人名称（如 witness.example.org/w1，不含空格和 +），--listen 形如 127.0.0.1:8089。"
      : "Name the witness with --name, e.g. witness.example.org/w1 without blanks and +; --listen is like 127.0.0.1:8089.",
  );
  return 2;
}

/** @returns null, having said so, when there is no log to watch */
async function logsOf({ note, language }: Call, path: string): Promise<readonly NoteKey[] | null> {
  const text = path === "" ? undefined : await readFile(path, "utf8").catch(() => undefined);
  const logs = text === undefined ? [] : parsePolicy(text).logs.map(({ key }) => key);
  if (logs.length > 0) return logs;
  note(
    language === "zh"
      ? `策略文件“${path}”无法读取或没有 log 行。每个日志一行：log <vkey>，最后一行：quorum none。`
      : `The policy “${path}” cannot be read or names no log. Write a line “log <vkey>” for each, then “quorum none”.`,
  );
  return null;
}

async function serveUntilStopped({ json, out }: Call, server: Server, listen: Listen, key: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(listen.port, listen.host, resolve);
  });
  const { address, family, port } = server.address() as AddressInfo;
  const url = `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
  out(json ? JSON.stringify({ url, vkey: key, pid: process.pid }) : `${key}\n${url}`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
