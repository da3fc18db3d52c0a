import { resolve } from "node:path";
import { openDatabase } from "@quanheng/server/adapters/postgres/open.ts";
import { seedSamples } from "./samples.ts";

/** What can be seeded; a new kind is a line here. */
const KINDS = { samples: seedSamples } as const;

/** `npm run seed -- samples 1000000`: fills a demonstration with invented rows, to see how it bears them. */
const [kind = "", count = ""] = process.argv.slice(2);
if (!Object.hasOwn(KINDS, kind) || !/^[1-9]\d{0,7}$/.test(count)) {
  process.stderr.write(`seed KIND COUNT, with KIND one of: ${Object.keys(KINDS).join(", ")}\n`);
  process.exitCode = 2;
} else {
  const dataDir = resolve(process.env["QUANHENG_DATA"] || "var");
  const database = await openDatabase({ dataDir, databaseUrl: process.env["DATABASE_URL"] || undefined });
  try {
    const started = performance.now();
    await KINDS[kind as keyof typeof KINDS](database, Number(count));
    process.stdout.write(`${count} ${kind} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  } finally {
    await database.close();
  }
}
