import { createCommission, getCommission, updateCommission } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail, CommissionDraft } from "@quanheng/contract/schemas/selection.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Reader, type Stage } from "./harness.ts";

const browsing = canBrowse("commissions from the first question to the agreement, and the library");
/** Pictures of long pages at two widths in two languages, on a busy machine. [ms] */
const LONG = 240_000;
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, LONG);
afterAll(async () => {
  await stage?.close();
});

const MILL = "per-weixiaolan";

/** The consignment of the demonstration, as a program of the mill would send it. */
const sugar: CommissionDraft = {
  product: "white-sugar",
  item: {
    name: { zh: "白砂糖", en: "White granulated sugar" },
    lotNumber: "YJ-1",
    lotQuantity: "500",
    lotUnit: "t",
    producedOn: null,
    gtin: null,
    brand: null,
    remarks: null,
  },
  markets: ["CN", "VN", "ID", "CODEX"],
  claims: { "CN.grade": "first", "VN.grade": "A", "ID.grade": "GKP-1", "CODEX.type": "plantation-or-mill-white" },
  appliesOn: "2026-11-25",
  neededBy: null,
  sampleAvailableG: 3000,
};

async function opened(reader: Reader): Promise<CommissionDetail> {
  const headers = { "x-quanheng-request": "test" };
  const answer = await reader.context.request.post(createCommission.path, { headers, data: sugar });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as CommissionDetail;
}

test.runIf(browsing)(
  "a mill states a lot, sees what applies while it types, and loses nothing to a reload or a lost connection",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs(MILL);
    await reader.open("/commissions");
    expect(await reader.shot("commissions-empty")).toEqual([]);
    await page.getByRole("link", { name: "New commission" }).first().click();
    await page.getByRole("heading", { level: 1, name: "New commission" }).waitFor();

    await page.getByRole("button", { name: "Save and see every requirement" }).click();
    await page.getByText("6 entries are still missing or wrong").waitFor();

    await page.getByRole("radio", { name: /White and refined sugar/ }).check();
    await page.getByLabel("Name in English").fill("White granulated sugar");
    await page.getByLabel("Lot number").fill("YJ-2026-1107");
    await page.getByLabel("Size of the lot", { exact: true }).fill("１，５");
    await page.getByText(/comma/i).first().waitFor();
    await page.getByLabel("Size of the lot", { exact: true }).fill("５００");
    await page.getByLabel("Article number (GTIN)").fill("6291041500212");
    await page.getByText("The check digit does not agree").waitFor();
    await page.getByLabel("Article number (GTIN)").fill("");
    for (const market of ["CN China", "VN Viet Nam", "ID Indonesia", "CODEX Codex"])
      await page.getByRole("checkbox", { name: market }).check();
    await page.getByText("State these as well").waitFor();
    await page.getByLabel("China: Grade").selectOption({ label: "First" });
    await page.getByLabel("Viet Nam: Grade").selectOption("A");
    await page.getByLabel("Indonesia: Grade").selectOption("GKP-1");
    await page.getByLabel("Codex: Type").selectOption({ label: "Plantation or mill white sugar" });
    await page.getByText("30 requirements from 8 documents").waitFor();
    expect(await reader.shot("commission-new")).toEqual([]);

    await page.reload();
    await page.getByText(/unsent draft of .* was restored/).waitFor();
    expect(await page.getByLabel("Lot number").inputValue()).toBe("YJ-2026-1107");

    await reader.context.setOffline(true);
    await page.getByLabel("Lot number").fill("YJ-2026-1108");
    await page.getByRole("button", { name: "Save and see every requirement" }).click();
    await page.getByText("The connection to the platform is lost").first().waitFor();
    await reader.context.setOffline(false);
    expect(await page.getByLabel("Lot number").inputValue()).toBe("YJ-2026-1108");
    await page.getByRole("button", { name: "Save and see every requirement" }).click();
    await page.getByRole("heading", { level: 1, name: "What applies" }).waitFor();
    await page.getByText("30 requirements on 12 characteristics in 4 markets").waitFor();

    await reader.open("/commissions/new");
    expect(await page.getByLabel("Lot number").inputValue(), "a draft that was sent is forgotten").toBe("");
    expect(reader.errors.filter((error) => !/ERR_INTERNET_DISCONNECTED/.test(error))).toEqual([]);
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "the mill compares plans, sees why and what it saves, chooses a rule and agrees",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs(MILL);
    const { id } = await opened(reader);
    await reader.open(`/commissions/${id}/plans`);
    await page.getByRole("radio", { name: /^Cheapest/ }).waitFor();
    await page.getByText(/You save ¥[\d,.]+, that is \d+ %/).waitFor();
    await page.getByText("Why it is accepted").first().click();
    await page
      .getByText(/is a named method; the laboratory is accredited/)
      .first()
      .waitFor();
    await page.locator("summary", { hasText: "Cheaper offers that were not taken" }).click();
    expect(await reader.shot("plans")).toEqual([]);
    await page.locator("summary", { hasText: "Cheaper offers that were not taken" }).click();

    await page.getByRole("radio", { name: /^Fastest/ }).check();
    await page.getByRole("radio", { name: /^With a margin/ }).check();
    await page.getByText("Fastest · With a margin").waitFor();
    await page.getByRole("button", { name: "Check and agree" }).click();
    const dialog = page.getByRole("dialog", { name: "Agree to plan and rule" });
    await dialog.getByText(/Binary statement with guard band/).waitFor();
    await dialog.getByText("30 requirements in 4 markets").waitFor();
    expect(await reader.shot("plans-agree")).toEqual([]);
    await dialog.getByRole("button", { name: "I agree, submit the commission" }).click();
    await page.waitForURL(`**/commissions/${id}`);
    await page.getByText("Submitted, awaiting contract review").first().waitFor();
    await page.getByText(/Binary statement with guard band/).waitFor();

    await reader.open(`/commissions/${id}/plans`);
    await page.getByText("A plan is agreed for this commission").waitFor();
    await reader.open("/commissions");
    expect(await reader.shot("commissions")).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "whoever saves over somebody else's change sees both and chooses",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs(MILL);
    const { id, version } = await opened(reader);
    await reader.open(`/commissions/${id}/edit`);
    await page.getByLabel("Lot number").fill("MINE-1");
    const colleague = await stage.reader();
    await colleague.signInAs("per-qinzhiyuan");
    const changed = await colleague.context.request.put(updateCommission.path.replace(":id", id), {
      headers: { "x-quanheng-request": "test" },
      data: { version, draft: { ...sugar, item: { ...sugar.item, lotNumber: "THEIRS-1" } } },
    });
    expect(changed.status()).toBe(200);

    await page.getByRole("button", { name: "Save the change" }).click();
    const dialog = page.getByRole("dialog", { name: "Somebody else changed this" });
    await dialog.getByText("THEIRS-1").waitFor();
    await dialog.getByText("MINE-1").waitFor();
    expect(await reader.shot("commission-conflict")).toEqual([]);
    await dialog.getByRole("button", { name: "Keep what I typed" }).click();
    await dialog.waitFor({ state: "hidden" });
    expect(await page.getByLabel("Lot number").inputValue()).toBe("MINE-1");
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByRole("heading", { level: 1, name: "What applies" }).waitFor();
    const now = await reader.context.request.get(getCommission.path.replace(":id", id));
    expect(((await now.json()) as CommissionDetail).lotNumber).toBe("MINE-1");
    expect(reader.errors).toEqual([]);
    await colleague.close();
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "a commission is cancelled with a reason, and says so afterwards",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs(MILL);
    const { id } = await opened(reader);
    await reader.open(`/commissions/${id}`);
    await page.getByRole("button", { name: "Cancel the commission" }).click();
    const dialog = page.getByRole("dialog", { name: "Cancel the commission" });
    await dialog.getByRole("button", { name: "Cancel this commission" }).click();
    await dialog.getByText("State the reason, at least 3 characters.").waitFor();
    await dialog.getByLabel("Reason").fill("The buyer withdrew");
    await dialog.getByRole("button", { name: "Cancel this commission" }).click();
    await page.getByText("It was cancelled: The buyer withdrew").waitFor();
    expect(await page.getByRole("button", { name: "Cancel the commission" }).isDisabled()).toBe(true);
    await page.getByText("It has ended.").waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "a plan that cannot be made says which claims are missing, and where to state them",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs(MILL);
    const answer = await reader.context.request.post(createCommission.path, {
      headers: { "x-quanheng-request": "test" },
      data: { ...sugar, claims: {} },
    });
    const { id } = (await answer.json()) as CommissionDetail;
    await reader.open(`/commissions/${id}/plans`);
    await page.getByRole("note").filter({ hasText: "Grade (First, Refined, Second, Superior)" }).waitFor();
    expect(await reader.shot("plans-refused")).toEqual([]);
    await page.getByRole("link", { name: "Change the commission" }).click();
    await page.getByText("State these as well").waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);

test.runIf(browsing)(
  "others do not see a draft, and a role without the right is told so",
  async () => {
    const mill = await stage.reader();
    await mill.signInAs(MILL);
    const { id } = await opened(mill);
    const reader = await stage.reader({ language: "en" });
    await reader.signInAs("per-moxiaoyan");
    await reader.open(`/commissions/${id}`);
    await reader.page.getByText("Not found, or not yours to see").waitFor();
    await reader.open("/commissions/new");
    await reader.page.getByRole("heading", { name: "Your present role may not see this page" }).waitFor();
    await reader.open("/commissions/com-nonsense");
    expect(await reader.page.locator("main h1").count()).toBe(1);
    expect(reader.errors).toEqual([]);
    await reader.close();
    await mill.close();
  },
  LONG,
);

test.runIf(browsing)(
  "the library shows what applies with its source, and a standards engineer vouches for a requirement",
  async () => {
    const reader = await stage.reader({ language: "en" });
    const { page } = reader;
    await reader.signInAs("per-ganyu");
    await reader.open("/library/requirements");
    expect(await reader.shot("library-products")).toEqual([]);
    await page.getByRole("button", { name: /White and refined sugar/ }).click();
    await page.getByLabel("Market").selectOption("VN");
    await page
      .getByRole("cell", { name: /TCVN 6959:2001/ })
      .first()
      .waitFor();
    await page.getByRole("searchbox").fill("polarisation");
    await page.getByText("All shown: 2").waitFor();
    expect(await reader.shot("library-requirements")).toEqual([]);

    await reader.open("/library/requirements/vn.tcvn-6959-2001.polarisation.a");
    await page.getByRole("button", { name: "I compared it, and it agrees" }).click();
    expect(await page.getByText("Write at least 5 characters.").count()).toBe(2);
    await page.getByLabel("The text you compared with").fill("TCVN 6959:2001, printed edition, page 6");
    await page.getByLabel("What you compared").fill("Limit, unit and grade of clause 5.2");
    await page.getByRole("button", { name: "I compared it, and it agrees" }).click();
    await page.getByText(/Verified by Gan Yu/).waitFor();
    expect(await reader.shot("library-requirement")).toEqual([]);

    await reader.open("/library/institutions");
    expect(await reader.shot("library-institutions")).toEqual([]);
    await page.getByRole("link", { name: /Sugar and Processed Food/ }).click();
    await page.getByText("CNAS L95201").waitFor();
    expect(await reader.shot("library-institution")).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  },
  LONG,
);
