import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Identifies a running process across the reuse of its number: when it started, within which boot.
 *
 * @returns null when no such process runs
 */
export function fingerprint(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") return linuxFingerprint(pid);
  if (process.platform === "win32") return "alive";
  return attempt(() => execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim()) || null;
}

/** Whether a process of this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The command line of a process, to recognise what it is; empty when it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform === "linux")
    return attempt(() => readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")) ?? "";
  if (process.platform === "win32")
    return attempt(() => execFileSync("tasklist", ["/FI", `PID eq ${pid}`, "/NH"], { encoding: "utf8" })) ?? "";
  return attempt(() => execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })) ?? "";
}

/** A zombie has ended already and only waits for its parent to notice. */
function linuxFingerprint(pid: number): string | null {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  if (stat === null) return null;
  // The name in parentheses may hold spaces; after it follow state (field 3) … start time in ticks since boot (field 22).
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  const boot = attempt(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()) ?? "";
  return `${boot}/${fields[19]}`;
}

function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
