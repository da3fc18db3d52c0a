import { invariant } from "@quanheng/kernel/refusal.ts";
import { enterObservations } from "@quanheng/server/services/determination/enter-observations.ts";
import { getTask } from "@quanheng/server/services/determination/tasks.ts";
import { entryFor, HANDS, ROOT, runningCommission, tasksOf } from "@quanheng/server/testing/demo-journey.ts";
import { copyCommission } from "../copy-commission.ts";
import { type Bench, quantile, timed } from "../figure.ts";
import { type BenchPlatform, openPlatform } from "../platform.ts";

const TESTS = 200;
const ROUNDS = 7;
type Entry = Parameters<typeof enterObservations>[1][number];

/** A worksheet of calculated tests, checked, evaluated and written with its trail in one call; then corrected as a whole. */
export const bench: Bench = async (tell) => {
  const platform = await openPlatform();
  try {
    let entries = await worksheetOf(platform);
    const analyst = platform.as(HANDS["ins-sugar"].analyst, "analyst");
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      let versions = new Map<string, number | null>();
      const ms = await timed(async () => {
        const outcomes = await enterObservations(analyst, entries);
        invariant(
          outcomes.every(({ outcome }) => outcome === "kept"),
          "every entry is kept",
        );
        versions = new Map(outcomes.map(({ taskId, version }) => [taskId, version]));
      });
      times.push(ms);
      if (round === 0) tell("worksheet of new readings kept", ms, "ms", { tests: entries.length, bar: 500 });
      entries = entries.map((entry) => ({
        ...entry,
        version: versions.get(entry.taskId) ?? 0,
        reason: `round ${round}`,
      }));
    }
    tell("worksheet kept, median", quantile(times, 0.5), "ms", { tests: entries.length, rounds: ROUNDS, bar: 500 });
    const repeated = entries.map((entry) => ({ ...entry, version: entry.version - 1, reason: `round ${ROUNDS - 2}` }));
    tell("the same worksheet sent again", await timed(() => enterObservations(analyst, repeated)), "ms");
  } finally {
    await platform.close();
  }
};

/** The calculated tests of as many commissions as are needed, each with its readings. */
async function worksheetOf(platform: BenchPlatform): Promise<readonly Entry[]> {
  const { id } = await runningCommission(platform);
  const analyst = platform.as(HANDS["ins-sugar"].analyst, "analyst");
  const tasks = await tasksOf(platform, id, "ins-sugar");
  const entries: Entry[] = [];
  for (const task of tasks) {
    const { fileId: _, ...entry } = entryFor(await getTask(analyst, task.id, ROOT));
    entries.push({ ...entry, taskId: task.id });
  }
  const all = [...entries];
  for (let copy = 0; all.length < TESTS; copy++) {
    await copyCommission(platform.database, id, `w${copy}`);
    all.push(...entries.map((entry) => ({ ...entry, taskId: `${entry.taskId}w${copy}` as Entry["taskId"] })));
  }
  return all.slice(0, TESTS);
}
