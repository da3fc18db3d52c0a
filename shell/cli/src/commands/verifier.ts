import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isBundle, readTrust } from "@quanheng/formats/verify/trust.ts";
import { builtPages } from "@quanheng/server/adapters/web/build.ts";
import { VERIFIER_PATH, verifierFile } from "@quanheng/server/adapters/web/verifier-file.ts";
import type { Call, Command } from "../command.ts";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url)).replace(/\/$/, "");

/** Writes the verifier as one HTML file that opens from a disk, with or without a bundle of trust inside. */
export const command: Command = {
  usage: "verifier FILE.html [--trust BUNDLE.json]",
  summary: {
    zh: "生成单文件核验器：一个 HTML，不需要服务器和网络；--trust 内置信任包。",
    en: "Write the verifier as one HTML file that needs no server and no network; --trust builds a bundle in.",
  },
  options: { trust: { type: "string" } },
  takes: [1, 1],
  async run(call) {
    const [path = ""] = call.args;
    const named = call.options["trust"];
    const bundle = typeof named === "string" ? await bundleAt(named) : null;
    if (bundle === undefined) return cannotRead(call, String(named));
    const { bytes, sha256 } = verifierFile(await readFile(`${await builtPages(ROOT)}${VERIFIER_PATH}`), bundle);
    await writeFile(path, bytes);
    call.out(call.json ? JSON.stringify({ path, sha256, bytes: bytes.length }) : `${sha256}  ${path}`);
    return 0;
  },
};

/** @returns undefined for a file that cannot be read or is no bundle */
async function bundleAt(path: string) {
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!isBundle(value)) return undefined;
    readTrust(value);
    return value;
  } catch {
    // Whatever the reason, there is no bundle to build in.
    return undefined;
  }
}

function cannotRead({ note, language }: Call, path: string): 2 {
  note(language === "zh" ? `${path} 不是可读的信任包。` : `${path} is not a readable bundle of trust.`);
  return 2;
}
