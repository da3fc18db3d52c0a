import { readFile } from "node:fs/promises";
import { isBundle } from "@quanheng/formats/verify/trust.ts";
import type { Call } from "../command.ts";

/** Keys of logs: from a bundle that the reader chose, or, told as such, from the platform itself. @returns null when there is none */
export async function trustedKeys(
  { options, note, language }: Call,
  address: string,
): Promise<readonly string[] | null> {
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
