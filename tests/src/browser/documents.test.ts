import { readParties } from "@quanheng/server/services/demo/parties.ts";
import { actorOf, type DemoBench } from "@quanheng/server/testing/demo-bench.ts";
import { approvedLot } from "@quanheng/server/testing/demo-lots.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("kinds, languages and looks of documents");
let stage: Stage;
let lot: Awaited<ReturnType<typeof approvedLot>>;
beforeAll(async () => {
  if (!browsing) return;
  stage = await openStage();
  const { people } = await readParties();
  const { db, now, newId } = stage.server.house;
  const as: DemoBench["as"] = (person, role) => ({ actor: actorOf(people, person, role), db, now, newId });
  lot = await approvedLot({ as }, "urban-energy");
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

test.runIf(browsing)(
  "a signatory gives the look of documents and issues a verification, which is then amended",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    page.setDefaultTimeout(8000);
    await reader.signInAs(lot.hands.signatory);
    await reader.open("/report-design");
    await page.getByLabel("Colour").fill("#ffee00");
    await page.getByText("small text could not be read").waitFor();
    await page.getByLabel("Colour").fill("#5a2a82");
    await page.getByLabel("Foot, English").fill("Phone 0771");
    await page.getByRole("button", { name: "Save the look" }).click();
    await page.getByText("Saved.").waitFor();
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path fill="#5a2a82" d="M0 0h8v4z"/></svg>';
    const logo = (text: string) => ({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from(text) });
    await page.locator("input[type=file]").setInputFiles(logo(svg.replace("<path", "<script/><path")));
    await page.getByText("This picture cannot be a logo").waitFor();
    await page.locator("input[type=file]").setInputFiles(logo(svg));
    await page.getByAltText("Present logo").waitFor();
    expect(await reader.shot("report-design")).toEqual([]);

    await reader.open(`/commissions/${lot.id}/signing`);
    await page.getByText("Give a day after the day of verification.").waitFor();
    await page.getByLabel("Verification holds until").fill("2028-11-22");
    await page.getByRole("button", { name: "Decide and issue" }).click();
    await page
      .getByRole("dialog")
      .getByLabel("Password")
      .fill(await demoPassword());
    await page.getByRole("dialog").getByRole("button", { name: "Decide and issue" }).click();
    await page.getByRole("link", { name: "Show the report" }).click();
    await page.getByRole("heading", { name: "Amend, replace or supplement" }).waitFor();
    await page.getByRole("button", { name: "Issue the new document" }).click();
    await page.getByText("Choose how it stands to this one.").waitFor();
    expect(await reader.shot("attestation-successor")).toEqual([]);
    await page.getByLabel("How it stands to this one").selectOption("amendment");
    await page.getByLabel("Reason (the public reads it, and it is printed)").fill("The serial number was misread.");
    await page.getByLabel("Corrected lot number").fill("LJ-WM-20-3318");
    await page.getByRole("button", { name: "Issue the new document" }).click();
    await page
      .getByRole("dialog")
      .getByLabel("Password")
      .fill(await demoPassword());
    await page.getByRole("dialog").getByRole("button", { name: "Issue the new document" }).click();
    await page.getByRole("link", { name: /^Amended by / }).waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
);

test.runIf(browsing)("a client chooses the language of its documents", async () => {
  const reader = await stage.reader({ width: "phone", language: "en" });
  await reader.signInAs(lot.client);
  await reader.open(`/commissions/${lot.id}`);
  await reader.page.getByLabel("Second language beside Chinese").selectOption("vi");
  await reader.page.getByText("Saved.").waitFor();
  expect(await reader.shot("report-language")).toEqual([]);
  expect(reader.errors).toEqual([]);
  await reader.close();
});

/** The one password of everybody in the demonstration. */
async function demoPassword(): Promise<string> {
  const answer = await fetch(`${stage.url}/api/demo/people`);
  return ((await answer.json()) as { password: string }).password;
}
