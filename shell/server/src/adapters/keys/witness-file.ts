import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type PolicyWitness, parsePolicy } from "@quanheng/formats/log/policy.ts";

/**
 * The witnesses that `witnesses.policy` names, in the spelling of tlog-policy; read anew each time, so that one can be
 * added while the platform runs.
 *
 * @throws Refusal `policy-unreadable`, `note-key-unreadable`
 * @source C2SP tlog-policy (draft)
 */
export async function readWitnesses(folder: string): Promise<readonly PolicyWitness[]> {
  try {
    return parsePolicy(await readFile(join(folder, "witnesses.policy"), "utf8")).witnesses;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
