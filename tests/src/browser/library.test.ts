import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse(
  "the library: browsing, proposing, verifying by a second person, importing, scopes, drafting a standard",
);
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

test.runIf(browsing)(
  "a reviewer hands in the scope of a laboratory, which says what it would change, and a signatory puts it in force",
  async () => {
    const reviewer = await stage.reader({ language: "en" });
    await reviewer.signInAs("per-luwenjing");
    await reviewer.open("/library/scope-imports");
    const head = "method,characteristic,objectZh,objectEn,rangeMin,rangeMax,unit,cmc,validFrom,validTo";
    const rows = [
      "GB/T 35887-2018,colour-icumsa,白砂糖,White sugar,10,400,[IU],3,2026-01-01,2030-12-31",
      "GB/T 35887-2018,colour-icumsa,绵白糖,Soft sugar,400,10,[IU],3,2026-01-01,2030-12-31",
    ];
    const file = { name: "scope.csv", mimeType: "text/csv", buffer: Buffer.from([head, ...rows].join("\n")) };
    await reviewer.page.locator("input[type=file]").setInputFiles(file);
    await reviewer.page.waitForURL(/scope-imports\/./);
    await reviewer.page
      .getByText(/awaits a second person/)
      .first()
      .waitFor();
    const address = new URL(reviewer.page.url()).pathname;
    expect(reviewer.errors).toEqual([]);
    await reviewer.close();

    const signatory = await stage.reader({ language: "en" });
    await signatory.signInAs("per-nongxiuying");
    await signatory.open(address);
    await signatory.page.getByText(/with faults stay out/).waitFor();
    expect(await signatory.shot("library-scope-import")).toEqual([]);
    await signatory.page.getByLabel("Reason").fill("Decision 118 of November");
    await signatory.page.getByRole("button", { name: /lines into force/ }).click();
    await signatory.page.getByText(/Decision 118 of November/).waitFor();
    expect(signatory.errors).toEqual([]);
    await signatory.close();
  },
  LONG,
);

test.runIf(browsing)(
  "an engineer drafts a limit, the mill comments, the engineer answers, a colleague approves, the row waits in the queue",
  async () => {
    const author = await stage.reader({ language: "en" });
    const { page } = author;
    await author.signInAs("per-ganyu");
    await author.open("/library/drafts");
    await page.getByRole("link", { name: "Draft a new standard" }).click();
    await page.getByLabel("Proposed number").fill("T/GXTY 901-2026");
    await page.getByLabel("Title in Chinese").fill("低硫白砂糖（虚构）");
    await page.getByLabel("Title in English").fill("White sugar low in sulphur (invented)");
    await page.getByLabel("White and refined sugar").check();
    await page.getByRole("button", { name: "Add a limit" }).click();
    await page.getByLabel("Clause").fill("4.1");
    await page.getByLabel("Characteristic").fill("sulphur-dioxide");
    await page.getByLabel("Upper limit").fill("8");
    await page.getByLabel("Unit (UCUM)").fill("mg/kg");
    await page.getByLabel("Basis and rationale").fill("Buyers abroad ask for it.");
    await page.getByRole("button", { name: "Keep the draft" }).click();
    await page.getByText("stricter", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: /Show what issued results say/ }).click();
    await page.getByText(/Withheld: nothing is shown below 5 enterprises and 10 results/).waitFor();
    const address = new URL(page.url()).pathname;
    await page.getByLabel("Last day").fill(dayFromNow(30));
    await page.getByRole("button", { name: "Open for comments" }).click();
    await page.getByLabel("Why the round ends early").waitFor();

    const mill = await stage.reader({ language: "en" });
    await mill.signInAs("per-weixiaolan");
    await mill.open(address);
    await mill.page.getByLabel("About").selectOption({ index: 1 });
    await mill.page.getByLabel("What you say").fill("Our process reaches 9 mg/kg only.");
    await mill.page.getByLabel("Name my organisation to everybody").uncheck();
    await mill.page.getByRole("button", { name: "Send the comment" }).click();
    await mill.page.getByText("Our process reaches 9 mg/kg only.").first().waitFor();
    expect(mill.errors).toEqual([]);
    await mill.close();

    const visitor = await stage.reader({ language: "en" });
    await visitor.open(address);
    await visitor.page.getByText("not named", { exact: true }).waitFor();
    await visitor.close();

    await author.open(address);
    await page.getByLabel("Why the round ends early").fill("Every member has answered.");
    await page.getByRole("button", { name: "End the round" }).click();
    await page.getByRole("button", { name: "Answer to 4.1" }).click();
    await page.getByLabel("Outcome").selectOption({ label: "Accepted in part" });
    await page.getByLabel("Why", { exact: true }).fill("A transition of a year is added.");
    await page.getByRole("button", { name: "Answer", exact: true }).click();
    await page.getByText("A transition of a year is added.").first().waitFor();
    await page.getByRole("button", { name: "Hand in for approval" }).click();
    await page
      .getByText(/You wrote part of this draft/)
      .first()
      .waitFor();

    const colleague = await stage.reader({ language: "en" });
    await colleague.signInAs("per-dengsiyuan");
    await colleague.open(address);
    await colleague.page.getByRole("button", { name: "Approve", exact: true }).click();
    await colleague.page.getByLabel("Published on").waitFor();
    expect(await colleague.shot("drafting-approved")).toEqual([]);

    await author.open(address);
    await page.getByLabel("Published on").fill(dayFromNow(1));
    await page.getByLabel("In force from").fill(dayFromNow(60));
    await page.getByRole("button", { name: "Publish into the library" }).click();
    await page.getByText(/In the library now/).waitFor();
    expect(author.errors).toEqual([]);
    await author.close();

    await colleague.open("/library/queue");
    await colleague.page
      .getByText(/T\/GXTY 901-2026/)
      .first()
      .waitFor();
    await colleague.open("/library/drafts");
    await colleague.page.getByRole("link", { name: /T\/GXTY 901-2026/ }).waitFor();
    expect(colleague.errors).toEqual([]);
    await colleague.close();
  },
  LONG,
);

/** A day as a date field takes it. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
