import { LABEL_FAULTS } from "@quanheng/centres/article-numbering/label/check-label.ts";
import { ENVIRONMENTS, SYMBOLOGIES } from "@quanheng/centres/article-numbering/label/symbol-rule.ts";
import { RESOLUTIONS } from "@quanheng/centres/article-numbering/label/zpl.ts";
import type { LabelDesign } from "@quanheng/contract/schemas/label.ts";
import * as shapes from "@quanheng/contract/schemas/label.ts";
import { expect, test } from "vitest";
import { openWorkbench } from "../../testing/workbench.ts";
import { pageDesigns, recordDesign } from "./label-designs.ts";
import { labelsAsZpl, preview } from "./labels.ts";

const STEM = "https://qi.example.org";
const design: LabelDesign = {
  width: 100,
  height: 60,
  elements: [
    {
      kind: "symbol",
      x: 10,
      y: 5,
      symbology: "gs1-128",
      content: "(00){sscc}",
      xDimension: 0.5,
      height: 32,
      readable: true,
    },
    { kind: "text", x: 10, y: 48, text: "{name}", width: 80, size: 3, lines: 1, bold: false },
  ],
};

test("contract and core know the same symbols, places, faults and resolutions", () => {
  expect([shapes.SYMBOLOGIES, shapes.ENVIRONMENTS, shapes.LABEL_FAULTS, shapes.LABEL_RESOLUTIONS]).toEqual([
    SYMBOLOGIES,
    ENVIRONMENTS,
    LABEL_FAULTS,
    RESOLUTIONS,
  ]);
});

test("a preview shows the label, or which symbol cannot be printed", () => {
  const row = { sscc: "395209990000000017", name: "糖" };
  const good = preview({ design, row, where: "distribution" }, STEM);
  expect([good.problems, good.wrong]).toEqual([[], null]);
  expect(good.svg).toContain(">(00)395209990000000017</text>");
  const wrong = preview({ design, row: { ...row, sscc: "395209990000000018" }, where: "retail" }, STEM);
  expect(wrong).toMatchObject({ svg: null, wrong: { element: 0, fault: "incorrect-check-digit" } });
  const rows = [row, { name: "x" }];
  expect(() => labelsAsZpl({ design, rows, dpi: 300, copies: 2, font: "E:SIMSUN.TTF" }, STEM)).toThrow(
    expect.objectContaining({ code: "label-wrong", facts: expect.objectContaining({ row: 2 }) }) as Error,
  );
  const zpl = Buffer.from(labelsAsZpl({ design, rows: [row, row], dpi: 300, copies: 2, font: "E:SIMSUN.TTF" }, STEM));
  expect(zpl.toString().match(/\^XA/g)).toHaveLength(2);
  expect(zpl.toString()).toContain("^A@N,35,35,E:SIMSUN.TTF");
});

test("a party's designs are its own, and a change is a version", async (t) => {
  const bench = await openWorkbench(t);
  const mill = bench.as("enterprise-user");
  const kept = await recordDesign(mill, { id: null, version: 0, name: "Pallet", design });
  const second = { ...kept, name: "Pallet 2", design: { ...design, width: 110 } };
  expect(await recordDesign(mill, second)).toMatchObject({ id: kept.id, version: 2 });
  await expect(recordDesign(mill, second)).rejects.toMatchObject({ code: "record-newer", facts: { version: 2 } });
  expect((await pageDesigns(mill, { limit: 10 })).items).toMatchObject([{ version: 2, name: "Pallet 2" }]);

  const other = bench.as("enterprise-user", "ent-smelter");
  expect((await pageDesigns(other, { limit: 10 })).items).toEqual([]);
  await expect(recordDesign(other, second)).rejects.toMatchObject({ code: "not-found" });
  await expect(recordDesign(other, { ...second, version: 0 })).rejects.toMatchObject({ code: "not-found" });
});
