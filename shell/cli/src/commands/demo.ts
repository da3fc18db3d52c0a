import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { listNotifications } from "@quanheng/contract/routes/surveillance.ts";
import { dayOf } from "@quanheng/server/china-time.ts";
import { type RunningServer, startServer } from "@quanheng/server/main.ts";
import type { Call, Command, ExitCode } from "../command.ts";
import { keepDocuments, verifyAll } from "../demo/evidence.ts";
import { acceptContract, commission, determine, followed, issue } from "../demo/journey.ts";
import { demoCentres, readCommission, SUGAR } from "../demo/lot.ts";
import { openClient, openPeople } from "../demo/people.ts";
import { openProgress, type Progress } from "../demo/progress.ts";

/** The whole journey without a browser, through the same addresses that the pages use. */
export const command: Command = {
  usage: "demo [CENTRE…] [--all] [--url ADDRESS] [--data DIR] [--out DIR]",
  summary: {
    zh: "走完整个流程：委托、方案、检测、审核、签发、核验；文件留在 ./out。--all 走遍十三个质检中心。",
    en: "Go the whole way: commission, plan, tests, review, report, verification; documents are left in ./out. --all does so for all thirteen centres.",
  },
  options: {
    all: { type: "boolean" },
    url: { type: "string" },
    data: { type: "string" },
    out: { type: "string" },
  },
  takes: [0, 13],
  async run(call) {
    const started = performance.now();
    const known = await demoCentres();
    const centres = call.options["all"] === true ? known : call.args.length > 0 ? call.args : [SUGAR];
    const unknown = centres.filter((centre) => !known.includes(centre));
    if (unknown.length > 0) return refuseCentres(call, unknown, known);
    const folder = resolve(String(call.options["out"] ?? "out"));
    const progress = openProgress(call.json ? call.note : call.out, () => performance.now());
    const platform = await openPlatform(call, progress);
    try {
      const answers: Answer[] = [];
      for (const centre of centres) answers.push(await travel(progress, platform.url, folder, centre));
      const seconds = (performance.now() - started) / 1000;
      const sound = answers.every((answer) => answer.sound);
      const statements = answers.flatMap((answer) => answer.statements);
      return finish(call, { sound, statements, commissions: answers, folder, seconds }, progress);
    } finally {
      await platform.close();
    }
  },
};

type Answer = {
  readonly centre: string;
  readonly sound: boolean;
  readonly commission: string;
  readonly statements: readonly string[];
};

function refuseCentres({ note, language }: Call, unknown: readonly string[], known: readonly string[]): ExitCode {
  const [given, list] = [unknown.join(", "), known.join(", ")];
  note(language === "zh" ? `没有这个中心：${given}。可选：${list}` : `No such centre: ${given}. Known: ${list}`);
  return 2;
}

async function travel(progress: Progress, url: string, folder: string, centre: string): Promise<Answer> {
  const lot = await readCommission(centre);
  const [people, client] = await Promise.all([openPeople(url), openClient(url, lot.client)]);
  const question = { ...lot.draft, appliesOn: dayOf(new Date()) };
  const { id, laboratories } = await commission(progress, client, question, lot.rule);
  await progress.step(
    { zh: "实验室合同评审：能力、范围、人员、产能", en: "Contract review: capability, scope, people, capacity" },
    async (tell) => {
      for (const laboratory of laboratories) tell(await acceptContract(people, laboratory, id));
    },
  );
  for (const laboratory of laboratories) await determine(progress, people, laboratory, id, lot);
  const issued = [];
  for (const laboratory of laboratories) issued.push(await issue(progress, people, laboratory, id));
  const kept = await keepDocuments(progress, client.visitor, issued, folder);
  const sound = await verifyAll(progress, url, kept, folder);
  const seen = await progress.step({ zh: "委托方看到的进展", en: "What the client saw all along" }, async (tell) => {
    const { items } = await client.visitor.call(listNotifications, { query: { limit: 5 } });
    for (const { sentence } of items.toReversed()) tell(`${sentence.zh} ${sentence.en}`);
    const last = await followed(client.visitor, id);
    tell(last.timeline.map(({ key, state }) => `${key} ${state}`).join(" → "));
    return last;
  });
  return {
    centre,
    sound: sound && seen.state === "reported",
    commission: seen.number,
    statements: kept.map(({ number }) => number),
  };
}

/** The platform that is named, or one of its own that ends with the demonstration. */
async function openPlatform({ options }: Call, progress: Progress): Promise<Pick<RunningServer, "url" | "close">> {
  const [named, kept] = [options["url"], options["data"]];
  if (typeof named === "string") return { url: named.replace(/\/$/, ""), close: async () => {} };
  return progress.step({ zh: "启动平台", en: "The platform starts" }, async (tell) => {
    const dataDir = typeof kept === "string" ? resolve(kept) : await mkdtemp(join(tmpdir(), "quanheng-demo-"));
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
        if (kept === undefined) await rm(dataDir, { recursive: true, force: true });
      },
    };
  });
}

function finish(
  { json, out, language }: Call,
  answer: Pick<Answer, "sound" | "statements"> & {
    readonly commissions: readonly Answer[];
    readonly folder: string;
    readonly seconds: number;
  },
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
