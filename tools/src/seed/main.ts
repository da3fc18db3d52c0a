import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { openDatabase } from "@quanheng/server/adapters/postgres/open.ts";
import { seedSamples } from "./samples.ts";

/** Rows that fill a demonstration, to see how it bears them; a new kind is a line here. */
const KINDS = { samples: seedSamples } as const;
const USAGE = `npm run seed                            one commission of every centre, to its issued document, in var
npm run seed -- --url ADDRESS           the same on a platform that runs
npm run seed -- silk boilers            only these centres
npm run seed -- samples 1000000         invented rows; KIND is one of: ${Object.keys(KINDS).join(", ")}
`;

const dataDir = resolve(process.env["QUANHENG_DATA"] || "var");
const words = process.argv.slice(2);
const [kind = "", count = ""] = words;
if (words.includes("--help")) process.stdout.write(USAGE);
else if (Object.hasOwn(KINDS, kind)) await seedRows(kind as keyof typeof KINDS);
else process.exitCode = await seedCommissions();

async function seedRows(known: keyof typeof KINDS): Promise<void> {
  if (!/^[1-9]\d{0,7}$/.test(count)) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const database = await openDatabase({ dataDir, databaseUrl: process.env["DATABASE_URL"] || undefined });
  try {
    const started = performance.now();
    await KINDS[known](database, Number(count));
    process.stdout.write(`${count} ${known} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  } finally {
    await database.close();
  }
}

/** Commissions go through the platform as anybody's do: `quanheng demo` asks, measures, reviews and issues. */
async function seedCommissions(): Promise<number> {
  const console = join(import.meta.dirname, "..", "..", "..", "shell", "cli", "bin", "quanheng.mjs");
  const every = words.some((word) => !word.startsWith("-") && words[words.indexOf(word) - 1]?.startsWith("--") !== true)
    ? []
    : ["--all"];
  const place = words.includes("--url") ? [] : ["--data", dataDir];
  const child = spawn(process.execPath, [console, "demo", ...every, ...place, ...words], { stdio: "inherit" });
  return new Promise((settle, fail) => {
    child.on("error", fail);
    child.on("exit", (code) => settle(code ?? 1));
  });
}
