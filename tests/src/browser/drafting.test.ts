import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("a standard from its first line to the library");
/** Pictures at two widths in two languages, on a busy machine. [ms] */
const LONG = 240_000;
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, LONG);
afterAll(async () => {
  await stage?.close();
});

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
