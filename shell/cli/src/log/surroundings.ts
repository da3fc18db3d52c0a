import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type LogPolicy, parsePolicy } from "@quanheng/formats/log/policy.ts";
import { logPath } from "../witness/log-path.ts";
import type { LogSurroundings, WitnessView } from "./check-log.ts";

const TIMEOUT_MS = 10_000;

/** The documents at hand, by hash. @throws Error for a file that cannot be read */
export async function documentsAt(paths: readonly string[]): Promise<LogSurroundings["documents"]> {
  return Promise.all(
    paths.map(async (path) => ({
      path,
      sha256: createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    })),
  );
}

/** What the witnesses of a policy show of a log; one that does not answer is in the list without a checkpoint. */
export async function viewsOf({ witnesses }: LogPolicy, origin: string): Promise<readonly WitnessView[]> {
  return Promise.all(
    witnesses.flatMap(({ name, url }) => (url === null ? [] : [viewOf(name, url.replace(/\/$/, ""), origin)])),
  );
}

async function viewOf(witness: string, url: string, origin: string): Promise<WitnessView> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`${url}/${logPath(origin)}/checkpoint`, { signal, redirect: "error" });
    if (response.status === 404) return { witness, note: "" };
    return { witness, note: response.ok ? await response.text() : null };
  } catch {
    // Whatever kept the answer away, the finding says that there was none.
    return { witness, note: null };
  }
}

/** @throws Error for a file that cannot be read @throws Refusal `policy-unreadable`, `note-key-unreadable` */
export async function policyAt(path: string): Promise<LogPolicy> {
  return parsePolicy(await readFile(path, "utf8"));
}
