import type { LabelFacts } from "@quanheng/server/adapters/label/label-facts.ts";
import { labelSvg } from "@quanheng/server/adapters/label/label-svg.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canBrowse, openBrowser } from "./browser.ts";

const browsing = canBrowse("the printed label of a sample");
let browser: Browser;
beforeAll(async () => {
  if (browsing) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const USUAL: LabelFacts = {
  digitalLink: "https://qi.example.org/8004/9520001SUGAR-S26-000017",
  elementString: "(8004)9520001SUGAR-S26-000017",
  number: "SUGAR-S26-000017",
  commissionNumber: "QH-2026-000042",
  laboratory: {
    zh: "国家食糖及加工食品质量监督检验中心",
    en: "National Quality Inspection and Testing Centre for Sugar and Processed Food",
  },
  description: { zh: "白砂糖", en: "White granulated sugar" },
  lot: "YJ-2026-1101",
  quantity: "1550 g",
  madeAt: new Date("2026-11-23T01:00:00Z"),
  demonstration: true,
};
const LONGEST: LabelFacts = {
  ...USUAL,
  elementString: `(8004)${"W".repeat(30)}`,
  number: "MACHINERY-S26-000017-02-01",
  laboratory: { zh: "质量监督检验中心".repeat(6), en: "Wholesome Merchandise Measurement ".repeat(6) },
  description: { zh: "精制白砂糖".repeat(8), en: "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW" },
  lot: "批".repeat(60),
  quantity: "1234567.890 kg",
};

test.runIf(browsing).each([
  ["the usual label", USUAL],
  ["the longest names", LONGEST],
])("nothing leaves the paper, the place beside the code, or lies on another line: %s", async (_, facts) => {
  const page = await browser.newPage({ viewport: { width: 700, height: 400 } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block}body>svg{width:700px;height:400px}</style>${labelSvg(facts)}`,
  );
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll("text")]
      .filter(({ textContent }) => textContent !== "")
      .map((text) => {
        const { x, width } = text.getBBox();
        return { said: text.textContent, right: x + width, y: Number(text.getAttribute("y")) };
      }),
  );
  expect(boxes.length).toBeGreaterThan(6);
  expect(boxes.filter(({ right }) => right > 69)).toEqual([]);
  const lines = boxes.map(({ y }) => y);
  expect(lines.every((y, at) => y - (lines[at - 1] ?? 0) > 1.6 && y < 39.5)).toBe(true);
  expect(lines.at(-3)).toBeLessThanOrEqual(32);
  await page.close();
});
