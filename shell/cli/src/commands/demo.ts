import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { listNotifications } from "@quanheng/contract/routes/surveillance.ts";
import { dayOf } from "@quanheng/server/china-time.ts";
import { type RunningServer, startServer } from "@quanheng/server/main.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { keepDocuments, verifyAll } from "../demo/evidence.ts";
import { acceptContract, commission, determine, followed, issue } from "../demo/journey.ts";
import { readLot } from "../demo/lot.ts";
import { findMill, openPeople } from "../demo/people.ts";
import { openProgress, type Progress } from "../demo/progress.ts";

/** The whole journey without a browser, through the same addresses that the pages use. */
export const command: Command = {
  usage: "demo [--url ADDRESS] [--out DIR]",
  summary: {
    zh: "走完整个流程：委托、方案、检测、审核、签发、核验；文件留在 ./out。",
    en: "Go the whole way: commission, plan, tests, review, report, verification; documents are left in ./out.",
  },
  options: { url: { type: "string" }, out: { type: "string" } },
  takes: [0, 0],
  async run(call) {
    const started = performance.now();
    const folder = resolve(String(call.options["out"] ?? "out"));
    const progress = openProgress(call.json ? call.note : call.out, () => performance.now());
    const platform = await openPlatform(call, progress);
    try {
      const answer = await travel(progress, platform.url, folder);
      const seconds = (performance.now() - started) / 1000;
      finish(call, { ...answer, folder, seconds }, progress);
      return answer.sound ? 0 : 1;
    } finally {
      await platform.close();
    }
  },
};

type Answer = { readonly sound: boolean; readonly commission: string; readonly statements: readonly string[] };

async function travel(progress: Progress, url: string, folder: string): Promise<Answer> {
  const [people, lot, { visitor: mill }] = await Promise.all([openPeople(url), readLot(), findMill(url)]);
  const today = dayOf(new Date());
  const { id, laboratories } = await commission(progress, mill, today);
  await progress.step(
    { zh: "实验室合同评审：能力、范围、人员、产能", en: "Contract review: capability, scope, people, capacity" },
    async (tell) => {
      for (const laboratory of laboratories) tell(await acceptContract(people, laboratory, id));
    },
  );
  for (const laboratory of laboratories) await determine(progress, people, laboratory, id, lot);
  const issued = [];
  for (const laboratory of laboratories) issued.push(await issue(progress, people, laboratory, id));
  const kept = await keepDocuments(progress, mill, issued, folder);
  const sound = await verifyAll(progress, url, kept, folder);
  const seen = await progress.step({ zh: "糖厂看到的进展", en: "What the mill saw all along" }, async (tell) => {
    const { items } = await mill.call(listNotifications, { query: { limit: 5 } });
    for (const { sentence } of items.toReversed()) tell(`${sentence.zh} ${sentence.en}`);
    const last = await followed(mill, id);
    tell(last.timeline.map(({ key, state }) => `${key} ${state}`).join(" → "));
    return last;
  });
  return {
    sound: sound && seen.state === "reported",
    commission: seen.number,
    statements: kept.map(({ number }) => number),
  };
}

/** The platform that is named, or one of its own that ends with the demonstration. */
async function openPlatform({ options }: Call, progress: Progress): Promise<Pick<RunningServer, "url" | "close">> {
  const named = options["url"];
  if (typeof named === "string") return { url: named.replace(/\/$/, ""), close: async () => {} };
  return progress.step(
    { zh: "启动平台（全新数据目录）", en: "The platform starts, with a fresh data folder" },
    async (tell) => {
      const dataDir = await mkdtemp(join(tmpdir(), "quanheng-demo-"));
      const server = await startServer({
        port: 0,
        host: "127.0.0.1",
        dataDir,
        demo: true,
        pages: false,
        limits: { signIn: null, account: null, publicApi: null },
      });
      tell(server.url);
      return {
        url: server.url,
        async close() {
          await server.close();
          await rm(dataDir, { recursive: true, force: true });
        },
      };
    },
  );
}

function finish(
  { json, out, language }: Call,
  answer: Answer & { readonly folder: string; readonly seconds: number },
  progress: Progress,
): ExitCode {
  const { folder, seconds, sound } = answer;
  if (json) out(JSON.stringify({ ...answer, steps: progress.steps }));
  else if (language === "zh")
    out(
      sound
        ? `完成：${seconds.toFixed(1)} 秒。文件在 ${folder}；试试：npx quanheng verify ${folder}/*.pdf`
        : "未通过：见上文标 ✘ 处。",
    );
  else
    out(
      sound
        ? `Done in ${seconds.toFixed(1)} s. Documents are in ${folder}; try: npx quanheng verify ${folder}/*.pdf`
        : "Not as expected: see the lines marked ✘.",
    );
  return sound ? 0 : 1;
}
