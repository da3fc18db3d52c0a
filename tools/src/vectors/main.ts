import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Adapter } from "./adapter.ts";
import { runVectors } from "./run-vectors.ts";
import type { Suite } from "./suite.ts";

/** `npm run vectors -- PATH…`: language-neutral case files through the real engines. */
process.exitCode = await runVectors(process.argv.slice(2), loadAdapter, (line) => process.stdout.write(`${line}\n`));

async function loadAdapter(suite: Suite): Promise<Adapter | undefined> {
  const url = new URL(`./adapters/${suite}.ts`, import.meta.url);
  if (!existsSync(fileURLToPath(url))) return undefined;
  const { run } = (await import(url.href)) as { run: Adapter };
  return run;
}
