import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { coverage } from "@quanheng/flow/selection/planner/coverage.ts";
import { readInstance } from "@quanheng/flow/selection/planner/read-instance.ts";
import { solve } from "@quanheng/flow/selection/planner/solve.ts";
import { type Bench, quantile, timed } from "../figure.ts";

const SHARED = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const ROUNDS = 5;

/** The large published instance, until it is proven optimal. */
export const bench: Bench = async (tell) => {
  const file = join(SHARED, "vectors/planner/ex07-large.json");
  if (!existsSync(file)) {
    process.stderr.write(`planner: skipped, ${file} is not here (set QUANHENG_SHARED)\n`);
    return;
  }
  const instance = readInstance(JSON.parse(readFileSync(file, "utf8")));
  const times: number[] = [];
  let status = "";
  for (let round = 0; round < ROUNDS; round++)
    times.push(
      await timed(() => {
        status = solve(instance, { coverage: coverage(instance) }).status;
      }),
    );
  tell("ex07, proven", quantile(times, 0.5), "ms", { status, bar: 2000 });
};
