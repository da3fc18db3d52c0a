import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { laboratories } from "@quanheng/centres/registry.ts";
import { acceptContract, commission, determine, followed, issue } from "@quanheng/cli/demo/journey.ts";
import { type DemoCommission, demoCentres, readCommission } from "@quanheng/cli/demo/lot.ts";
import { openClient, openPeople } from "@quanheng/cli/demo/people.ts";
import { openProgress } from "@quanheng/cli/demo/progress.ts";
import { Visitor } from "@quanheng/cli/demo/visitor.ts";
import { dispatch } from "@quanheng/cli/dispatch.ts";
import { getTrust } from "@quanheng/contract/routes/attestation.ts";
import { listTasks } from "@quanheng/contract/routes/determination.ts";
import { type RunningServer, startServer } from "@quanheng/server/main.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

/** A whole commission on a busy machine. [ms] */
const LONG = 120_000;
const centres = await demoCentres();
let server: RunningServer;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "quanheng-centres-"));
  server = await startServer({
    port: 0,
    host: "127.0.0.1",
    dataDir: join(folder, "data"),
    demo: true,
    pages: false,
    limits: { signIn: null, account: null, publicApi: null },
    logLevel: "silent",
  });
}, LONG);
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test("every quality-inspection centre of the cluster has a commission", () => {
  expect(centres.toSorted()).toEqual(laboratories.map(({ id }) => id).toSorted());
});

test.each(centres)(
  "%s: from the question to a document that anyone verifies offline",
  async (centre) => {
    const lot = await readCommission(centre);
    const { state, decided, files } = await walk(lot);
    expect(state).toBe("reported");
    // Each result answers for the characteristic it is reported under, by a method of this centre.
    const own = new Set(laboratories.find(({ id }) => id === centre)?.methods.map(({ id }) => id));
    for (const { definition, characteristic, reported } of decided) {
      expect(own, `${characteristic} by ${definition}`).toContain(definition);
      expect(reported).not.toBeNull();
    }
    for (const file of files) {
      const said: string[] = [];
      const code = await dispatch(["verify", file], { env: {}, out: (line) => said.push(line), note: () => {} });
      expect(code, said.join(" ")).toBe(0);
    }
  },
  LONG,
);

/** The same calls as `quanheng demo`, and the issued documents in a folder of their own. */
async function walk(lot: DemoCommission) {
  const progress = openProgress(
    () => {},
    () => 0,
  );
  const [people, client] = await Promise.all([openPeople(server.url), openClient(server.url, lot.client)]);
  const question = { ...lot.draft, appliesOn: new Date().toISOString().slice(0, 10) };
  const { id, laboratories: chosen } = await commission(progress, client, question, lot.rule);
  expect(chosen.map((each) => each.id)).toContain(lot.laboratory);
  for (const laboratory of chosen) await acceptContract(people, laboratory, id);
  const out = await mkdtemp(join(folder, "issued-"));
  await writeFile(join(out, "trust.json"), JSON.stringify(await new Visitor(server.url).call(getTrust, {})));
  const decided = [];
  for (const laboratory of chosen) {
    await determine(progress, people, laboratory, id, lot);
    const analyst = await people.as("analyst", laboratory);
    decided.push(...(await analyst.call(listTasks, { query: { commissionId: id, limit: 100 } })).items);
    const { number, documents } = await issue(progress, people, laboratory, id);
    for (const { role, href } of documents)
      await writeFile(join(out, `${number}${ENDING[role]}`), await client.visitor.bytes(href));
  }
  await writeFile(join(out, "trust.json"), JSON.stringify(await new Visitor(server.url).call(getTrust, {})));
  const names = (await readdir(out)).filter((name) => name.endsWith(".pdf"));
  expect((await readFile(join(out, names[0]!))).subarray(0, 5).toString()).toBe("%PDF-");
  const { state } = await followed(client.visitor, id);
  return { state, decided, files: names.map((name) => join(out, name)) };
}
const ENDING: Readonly<Record<string, string>> = {
  pdf: ".pdf",
  credential: ".jwt",
  proof: ".tlog-proof",
  snapshot: ".json",
};
