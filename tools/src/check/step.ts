import { spawn } from "node:child_process";

/** One part of the check: a name a reader knows and the command behind it. */
export type Step = { readonly name: string; readonly command: readonly string[] };
export type Outcome = { readonly step: Step; readonly ok: boolean; readonly seconds: number; readonly output: string };

/** Runs one step with the project's own binaries first on the path. */
export function runStep(step: Step, cwd: string, echo: boolean): Promise<Outcome> {
  const [file = "", ...rest] = step.command;
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, {
      cwd,
      env: process.env,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    const chunks: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        chunks.push(text);
        if (echo) process.stdout.write(text);
      });
    }
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ step, ok: code === 0, seconds: (performance.now() - began) / 1000, output: chunks.join("") }),
    );
  });
}
