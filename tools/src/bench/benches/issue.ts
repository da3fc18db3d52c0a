import { invariant } from "@quanheng/kernel/refusal.ts";
import type { IssuingDesk } from "@quanheng/server/services/attestation/make-documents.ts";
import { signAndIssue } from "@quanheng/server/services/attestation/sign-and-issue.ts";
import { getSigning } from "@quanheng/server/services/decision/signing.ts";
import { approvedCommission } from "@quanheng/server/testing/demo-approved.ts";
import { type DemoLaboratory, HANDS } from "@quanheng/server/testing/demo-journey.ts";
import { presentFor } from "@quanheng/server/testing/issuing-desk.ts";
import { copyCommission } from "../copy-commission.ts";
import { type Bench, cpuMs, quantile, timed } from "../figure.ts";
import { type BenchPlatform, openPlatform } from "../platform.ts";

const REPORTS = 120;
const AT_ONCE = 6;
const ONE_BY_ONE = 12;

/** From an approved commission to a signed PDF/A-3a with credential and log entry, committed and proved. */
export const bench: Bench = async (tell) => {
  const platform = await openPlatform();
  try {
    const { id, laboratories } = await approvedCommission(platform);
    const [laboratory] = laboratories;
    invariant(laboratory, "the plan has a laboratory");
    const orders = [];
    for (let n = 0; n < REPORTS + ONE_BY_ONE + 2; n++)
      orders.push(await copyCommission(platform.database, id, `x${n}`));
    const ready = await Promise.all(orders.map((order) => prepared(platform, laboratory, order)));
    const take = (count: number) => ready.splice(0, count);
    for (const each of take(2)) await each(platform.desk);

    const clock = stopwatch(platform.desk);
    const alone: number[] = [];
    const cpu = await cpuMs(async () => {
      for (const each of take(ONE_BY_ONE)) alone.push(await timed(() => each(clock.desk)));
    });
    const total = alone.reduce((sum, ms) => sum + ms, 0);
    tell("one report, median", quantile(alone, 0.5), "ms");
    tell("processor time of a report, without the database's", cpu / ONE_BY_ONE, "ms");
    for (const [part, ms] of Object.entries(clock.spent)) tell(`share of ${part}`, (100 * ms) / total, "%");
    const rest = total - Object.values(clock.spent).reduce((sum, ms) => sum + ms, 0);
    tell("share of checking, commit and proof", (100 * rest) / total, "%");

    const queue = take(REPORTS);
    const latencies: number[] = [];
    const ms = await timed(() =>
      Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let next = queue.shift(); next; next = queue.shift()) {
            const one = next;
            latencies.push(await timed(() => one(platform.desk)));
          }
        }),
      ),
    );
    tell("reports per second", (REPORTS * 1000) / ms, "1/s", { reports: REPORTS, atOnce: AT_ONCE, bar: 20 });
    tell("report, p95 under load", quantile(latencies, 0.95), "ms");
  } finally {
    await platform.close();
  }
};

type Issue = (desk: IssuingDesk) => Promise<unknown>;

async function prepared(platform: BenchPlatform, laboratory: DemoLaboratory, order: string): Promise<Issue> {
  const { context, token } = await presentFor(platform.as(HANDS[laboratory].signatory, "signatory"));
  const { shownSha256 } = await getSigning(context, order);
  return (desk) =>
    signAndIssue(context, desk, order, {
      reauthentication: token,
      shownSha256,
      meaning: "authorise-issue",
      statement: null,
    });
}

/** The same desk, with the time that each of its parts takes. */
function stopwatch(desk: IssuingDesk) {
  const spent = { typesetting: 0, signing: 0, storing: 0 };
  const counting =
    <Given extends unknown[], Outcome>(part: keyof typeof spent, work: (...given: Given) => Promise<Outcome>) =>
    async (...given: Given) => {
      const started = performance.now();
      const outcome = await work(...given);
      spent[part] += performance.now() - started;
      return outcome;
    };
  const { keys, objects, typesetter } = desk;
  return {
    spent,
    desk: {
      ...desk,
      typesetter: { ...typesetter, typeset: counting("typesetting", typesetter.typeset) },
      // Several are stored at once; what counts is how long the report waits, so one of them is measured.
      objects: { ...objects, put: counting("storing", objects.put) },
      keys: {
        ...keys,
        signerOf: async (institution) => {
          const signer = await keys.signerOf(institution);
          return { ...signer, sign: counting("signing", signer.sign) };
        },
        credentialSignerOf: async (id) => {
          const signer = await keys.credentialSignerOf(id);
          return { ...signer, sign: counting("signing", signer.sign) };
        },
        logSigner: async () => {
          const signer = await keys.logSigner();
          return { ...signer, sign: counting("signing", signer.sign) };
        },
      },
    } satisfies IssuingDesk,
  };
}
