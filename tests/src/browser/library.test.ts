import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("the library: browsing, proposing, verifying by a second person, importing");
/** Pictures of long pages at two widths in two languages, on a busy machine. [ms] */
const LONG = 240_000;
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, LONG);
afterAll(async () => {
  await stage?.close();
});

const ROW = "vn.tcvn-6959-2001.polarisation.a";

test.runIf(browsing)(
  "a visitor browses requirements and documents without signing in",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.open("/library/requirements?product=white-sugar&text=do%20pol");
    await page
      .getByRole("cell", { name: /TCVN 6959:2001/ })
      .first()
      .waitFor();
    expect(await reader.shot("library-search")).toEqual([]);
    await reader.open("/library/documents?text=62560");
    await page.getByRole("link", { name: "PNS IEC 62560:2012" }).click();
    await page
      .getByText(/adopts IEC 62560:2011\+A1:2015/)
      .first()
      .waitFor();
    expect(await reader.shot("library-document")).toEqual([]);
    await reader.open("/library/documents");
    await page.getByRole("link", { name: "GB/T 317-2018" }).waitFor();
    expect(await reader.shot("library-documents")).toEqual([]);
    await reader.open("/library/flags");
    await page.getByRole("heading", { name: "Standards watch" }).waitFor();
    expect(await reader.shot("library-flags")).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "one engineer proposes, the platform names what is wrong, and another engineer verifies",
  async () => {
    const proposer = await stage.reader({ language: "en" });
    await proposer.signInAs("per-ganyu");
    await proposer.open(`/library/requirements/${ROW}`);
    await proposer.page.getByRole("link", { name: "Propose a change" }).click();
    await proposer.page.getByLabel("Upper limit").fill("12");
    await proposer.page.getByRole("button", { name: "Check" }).click();
    await proposer.page.getByText(/contradict each other/).waitFor();
    expect(await proposer.shot("library-propose")).toEqual([]);
    await proposer.page.getByLabel("Upper limit").fill("");
    await proposer.page.getByLabel("Note", { exact: true }).fill("As amended in 2026");
    await proposer.page.getByLabel("Reason").fill("Amendment read in the gazette");
    await proposer.page.getByRole("button", { name: "Check" }).click();
    await proposer.page.getByText("Differences from the newest version").waitFor();
    await proposer.page.getByRole("button", { name: "Propose", exact: true }).click();
    await proposer.page.getByText(/Another engineer has to verify it/).waitFor();
    await proposer.page.getByRole("link", { name: ROW, exact: true }).last().click();
    await proposer.page
      .getByText(/someone else must verify it/)
      .first()
      .waitFor();
    expect(proposer.errors).toEqual([]);
    await proposer.close();

    const second = await stage.reader({ language: "en" });
    await second.signInAs("per-dengsiyuan");
    await second.open("/library/queue");
    await second.page.getByText("Amendment read in the gazette").waitFor();
    expect(await second.shot("library-queue")).toEqual([]);
    await second.open(`/library/requirements/${ROW}`);
    await second.page.getByLabel("The text you compared with").fill("TCVN 6959:2001, amendment 1:2026");
    await second.page.getByLabel("Clause or table of it").fill("Table 1");
    await second.page.getByLabel("What you compared").fill("Limit, unit and grade");
    await second.page.getByRole("button", { name: "I compared it, and it agrees" }).click();
    await second.page.getByText(/amendment 1:2026, Table 1/).waitFor();
    expect(second.errors).toEqual([]);
    await second.close();
  },
  LONG,
);

const HEAD = "id,product,market,document,clause,characteristic,min,unit,from,variant";
const ROWS = [
  'x.one,white-sugar,VN,TCVN 6959:2001,9.1,polarisation,99,degZ,2026-01-01,"grade=A"',
  'x.two,white-sugar,VN,TCVN 6959:2001,9.2,polarisation,99,mg/kg,2026-02-30,"grade=A"',
];

test.runIf(browsing)(
  "an import shows what is new and what is wrong before anything is proposed",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs("per-ganyu");
    await reader.open("/library/imports");
    const file = { name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from([HEAD, ...ROWS].join("\n")) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByText("awaits confirmation").waitFor();
    await page.getByText(/measures something else than polarisation/).waitFor();
    await page.getByText(/is not a day that exists/).waitFor();
    expect(await reader.shot("library-import")).toEqual([]);
    await page.getByLabel("Reason").fill("Two rows for a try");
    await page.getByRole("button", { name: "Propose 1 rows" }).click();
    await page.getByText("proposed", { exact: true }).waitFor();
    await reader.open("/library/imports");
    await page.getByRole("link", { name: "rows.csv" }).waitFor();
    expect(await reader.shot("library-imports")).toEqual([]);
    await reader.open("/library/requirements/x.one");
    await page.getByText("Two rows for a try").first().waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);
