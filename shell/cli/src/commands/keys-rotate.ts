import { existsSync } from "node:fs";
import { join } from "node:path";
import { openKeyRing, type RotatingKey } from "@quanheng/server/adapters/keys/key-ring.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { settingsFrom } from "../settings.ts";

/** Lets a new key sign from now on; what the old one signed is verified for good. */
export const command: Command = {
  usage: "keys rotate KEY [--compromised INSTANT]",
  summary: {
    zh: "为 KEY（如 document-ins-…）换用新密钥，平台可继续运行；旧文件长期可验。--compromised 说明自何时起旧密钥可能泄露，此后无时间戳的签名不再可信。",
    en: "Let a new key take over from KEY (e.g. document-ins-…), also while the platform runs; --compromised says since when others may have had the old one.",
  },
  options: { compromised: { type: "string" } },
  takes: [1, 1],
  async run(call) {
    const { args, options, env, json, language, out } = call;
    const folder = join(settingsFrom(env).dataDir, "keys");
    const key = args[0] ?? "";
    if (!isRotating(key) || !hasKey(folder, key)) return unknownKey(call, key);
    const compromised = options["compromised"];
    const since = typeof compromised === "string" ? new Date(compromised) : null;
    if (since && (Number.isNaN(since.getTime()) || since > new Date())) return wrongInstant(call);
    const next = openKeyRing(folder).rotate(key, new Date(), since);
    if (json) out(JSON.stringify({ folder, ...next }));
    else if (language === "zh") out(`自此由 ${next.name} 签名；密钥在首次使用时生成，请在此后重新备份。`);
    else out(`${next.name} signs from now on. The key is made when it is first used; make a new backup after that.`);
    return 0;
  },
};

function isRotating(key: string): key is RotatingKey {
  return /^(document|credential|sm2)-(?!.*--)[A-Za-z0-9-]{1,60}$/.test(key);
}

const ALGORITHMS = { document: "ecdsa-p256-sha256", credential: "ed25519", sm2: "sm2-sm3" } as const;

function hasKey(folder: string, key: RotatingKey): boolean {
  const kind = key.slice(0, key.indexOf("-")) as keyof typeof ALGORITHMS;
  return existsSync(join(folder, `${key}.${ALGORITHMS[kind]}.key`));
}

function unknownKey({ language, note }: Call, key: string): ExitCode {
  note(
    language === "zh"
      ? `没有可更换的密钥“${key}”。请用 quanheng keys list 查看；日志、证书机构的密钥不在此更换。`
      : `There is no key "${key}" to change. See quanheng keys list; the keys of the log and of the authority are not changed here.`,
  );
  return 2;
}

function wrongInstant({ language, note }: Call): ExitCode {
  note(
    language === "zh"
      ? "--compromised 应为已过去的时刻，如 2026-11-25T08:00:00Z。"
      : "--compromised takes an instant that has passed, e.g. 2026-11-25T08:00:00Z.",
  );
  return 2;
}
