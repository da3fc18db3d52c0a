import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { coverage } from "@quanheng/flow/selection/planner/coverage.ts";
import { readInstance } from "@quanheng/flow/selection/planner/read-instance.ts";
import { type PlanResult, solve } from "@quanheng/flow/selection/planner/solve.ts";
import { CLUSTER_SIZE, largeInstance } from "@quanheng/flow/selection/testing/large-instance.ts";
import { type Bench, quantile, type Tell, timed } from "../figure.ts";

const SHARED = process.env["QUANHENG_SHARED"] ?? fileURLToPath(new URL("../../../../../shared", import.meta.url));
const ROUNDS = 5;
/** Made-up questions of a whole cluster, by seed. */
const SEEDS = [1, 2, 3, 5, 8] as const;
/** What a question of the cluster's size may take. [ms] */
const CLUSTER_MS = 30_000;

/** The large published instance until it is proven optimal, and questions of a whole cluster with what is proven in time. */
export const bench: Bench = async (tell) => {
  await published(tell);
  for (const seed of SEEDS) await cluster(seed, tell);
};

async function cluster(seed: number, tell: Tell): Promise<void> {
  const instance = readInstance(largeInstance(seed));
  let result: PlanResult | undefined;
  const took = await timed(() => {
    const end = performance.now() + CLUSTER_MS;
    result = solve(instance, { coverage: coverage(instance), onTick: () => performance.now() > end });
  });
  const gap = result && "selection" in result ? (result.gapPercent ?? 0) : 100;
  const { requirements, offers, labs, markets } = CLUSTER_SIZE;
  tell(`${requirements} requirements, ${offers} offers, ${labs} laboratories, ${markets} markets`, took, "ms", {
    seed,
    status: result?.status ?? "none",
    gapPercent: gap,
    bar: CLUSTER_MS,
  });
}

async function published(tell: Tell): Promise<void> {
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
}
