import { pageSamples } from "@quanheng/server/services/determination/samples.ts";
import { pageCommissions } from "@quanheng/server/services/selection/commissions.ts";
import { clusterDashboard } from "@quanheng/server/services/surveillance/dashboards.ts";
import { getNextSteps } from "@quanheng/server/services/surveillance/next-steps.ts";
import { HANDS, ROOT } from "@quanheng/server/testing/demo-journey.ts";
import { seedSamples } from "../../seed/samples.ts";
import { type Bench, quantile, timed } from "../figure.ts";
import { openPlatform } from "../platform.ts";

const SAMPLES = 1_000_000;
const ROUNDS = 40;

/** Filtered pages of lists over a million samples, as a laboratory, a client and the operator read them. */
export const bench: Bench = async (tell) => {
  const platform = await openPlatform();
  try {
    const seconds = (await timed(() => seedSamples(platform.database, SAMPLES))) / 1000;
    tell("seeding", seconds, "s", { samples: SAMPLES });
    const analyst = platform.as(HANDS["ins-sugar"].analyst, "analyst");
    const mill = platform.as(HANDS.mill);
    const operator = platform.as("per-mengjia", "operator");
    const facts = { samples: SAMPLES, rounds: ROUNDS, bar: 150 };
    let after: string | undefined;
    const lists: Readonly<Record<string, (round: number) => Promise<unknown>>> = {
      "samples, newest": () => pageSamples(analyst, { limit: 50 }, ROOT),
      "samples, by state": () => pageSamples(analyst, { limit: 50, state: "stored" }, ROOT),
      "samples, page after page": async () => {
        const page = await pageSamples(analyst, { limit: 50, state: "disposed", after }, ROOT);
        after = page.next ?? undefined;
      },
      "samples, by text": (round) =>
        pageSamples(analyst, { limit: 50, text: `L${String(round * 9973).padStart(7, "0")}` }, ROOT),
      "samples, as the client": () => pageSamples(mill, { limit: 50, state: "expected" }, ROOT),
      "commissions, late": () => pageCommissions(mill, { limit: 50, late: true }),
      "next steps of an analyst": () => getNextSteps(analyst),
      "dashboard of the cluster": () => clusterDashboard(operator),
    };
    for (const [name, read] of Object.entries(lists)) {
      await read(0);
      const times: number[] = [];
      for (let round = 1; round <= ROUNDS; round++) times.push(await timed(() => read(round)));
      tell(`${name}, p95`, quantile(times, 0.95), "ms", facts);
    }
  } finally {
    await platform.close();
  }
};
