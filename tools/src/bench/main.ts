import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Bench, Figure } from "./figure.ts";

// Left to itself a signal ends this process without a word to the database that a bench has started.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)
  process.once(signal, () => process.exit(code));

const folder = new URL("./benches/", import.meta.url);
const known = readdirSync(fileURLToPath(folder)).map((file) => file.replace(/\.ts$/, ""));
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : known;

/** `npm run bench -- NAME…`: measures and prints a line of JSON per figure. */
const unknown = names.filter(
  (name) => !/^[a-z0-9-]+$/.test(name) || !existsSync(fileURLToPath(new URL(`${name}.ts`, folder))),
);
if (unknown.length > 0) {
  process.stderr.write(`No bench named ${unknown.join(", ")}. There are: ${known.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  process.stderr.write(`${availableParallelism()} cores, Node ${process.versions.node}\n`);
  for (const name of names) {
    const { bench } = (await import(new URL(`${name}.ts`, folder).href)) as { bench: Bench };
    await bench((metric, value, unit, facts) => {
      const figure: Figure = {
        bench: name,
        metric,
        value: Number(value.toPrecision(4)),
        unit,
        ...(facts && { facts }),
      };
      process.stdout.write(`${JSON.stringify(figure)}\n`);
    });
  }
}
