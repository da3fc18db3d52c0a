import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse } from "./browser.ts";
import { openStage, type Stage } from "./harness.ts";

const browsing = canBrowse("events, a journey and a recall");
/** Pictures in two languages and sizes take their time on a busy machine. [ms] */
const SLOWLY = 120_000;
let stage: Stage;
beforeAll(async () => {
  if (browsing) stage = await openStage();
}, 120_000);
afterAll(async () => {
  await stage?.close();
});

const lot = (name: string) => `https://id.gs1.org/01/09521234000013/10/${name}`;
const goods = (...names: string[]) => names.map((name) => ({ epcClass: lot(name), quantity: 10, uom: "KGM" }));
const at = (day: number) => ({ eventTime: `2026-02-0${day}T08:00:00+08:00`, eventTimeZoneOffset: "+08:00" });
const REPORT = "https://id.gs1.org/253/9521234000013A1";

/** Invented: cane becomes sugar, sugar becomes sweets and is shipped to the holder of a GLN. */
function fileOf(gln: string, ...more: readonly object[]) {
  const eventList = [
    { type: "TransformationEvent", ...at(1), inputQuantityList: goods("CANE"), outputQuantityList: goods("SUGAR") },
    {
      ...{ type: "ObjectEvent", ...at(2), action: "OBSERVE", bizStep: "inspecting", quantityList: goods("SUGAR") },
      certificationInfo: REPORT,
    },
    { type: "TransformationEvent", ...at(3), inputQuantityList: goods("SUGAR"), outputQuantityList: goods("SWEETS") },
    {
      ...{ type: "ObjectEvent", ...at(4), action: "OBSERVE", bizStep: "shipping", quantityList: goods("SWEETS") },
      destinationList: [{ type: "possessing_party", destination: `https://id.gs1.org/417/${gln}` }],
    },
    ...more,
  ];
  const document = {
    "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
    ...{ type: "EPCISDocument", schemaVersion: "2.0", creationDate: "2026-03-01T00:00:00Z" },
    epcisBody: { eventList },
  };
  return { name: "events.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) };
}

test.runIf(browsing)(
  "a file with a fault is refused with its sentence, the right one is followed as a picture, and a recall tells the holder",
  async () => {
    const gln = "9520003000018";
    const reader = await stage.reader();
    const { page } = reader;
    await reader.signInAs("per-weixiaolan");
    await reader.open("/traceability");
    const file = page.locator("input[type=file]");
    const wrong = { type: "ObjectEvent", ...at(5), action: "OBSERVE", bizStep: "testing", quantityList: goods("X") };
    await file.setInputFiles(fileOf(gln, wrong));
    await page.getByText("没有保存：读取 5 个事件，其中 1 个有误。").waitFor();
    await page.getByText("不在 CBV 词汇表中").waitFor();
    await file.setInputFiles(fileOf(gln));
    await page.getByText("已登记：读取 4 个事件，新增 4 个，已有 0 个。").waitFor();

    await page.getByLabel("编码", { exact: true }).fill("(01)09521234000013(10)SUGAR");
    await page.getByRole("button", { name: "查看来龙去脉" }).click();
    await page.getByRole("img", { name: "3 项编码，2 条去向" }).waitFor();
    expect(await page.getByRole("link", { name: REPORT }).getAttribute("href")).toBe("/verify/9521234000013A1");
    expect(await reader.shot("traceability-journey")).toEqual([]);
    await page.getByLabel("原因", { exact: true }).fill("铅超标");
    await page.getByRole("button", { name: "召回此批次" }).click();
    await page.getByText(/已召回：涉及 2 项，已通知 1 个单位/).waitFor();
    expect(reader.errors).toEqual([]);
    await reader.close();

    const holder = await stage.reader({ language: "en" });
    await holder.signInAs("per-huanglixin");
    await holder.open("/notifications");
    await holder.page.getByText(`${lot("SUGAR")} is called back: 铅超标`).waitFor();
    await holder.open("/traceability");
    await holder.page.getByText("铅超标").waitFor();
    expect(await holder.shot("traceability-holder")).toEqual([]);
    await holder.close();
  },
  SLOWLY,
);
