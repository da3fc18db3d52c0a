import { labelProblems } from "@quanheng/centres/article-numbering/label/check-label.ts";
import { zplLabel } from "@quanheng/centres/article-numbering/label/zpl.ts";
import { labelSentence } from "@quanheng/contract/messages/label.ts";
import type { previewLabel, printLabels, printLabelsZpl } from "@quanheng/contract/routes/label.ts";
import type { LabelPreview } from "@quanheng/contract/schemas/label.ts";
import type { z } from "zod";
import { type Drawing, drawLabel } from "../../adapters/label/draw-label.ts";
import { drawnPdf, drawnSvg } from "../../adapters/label/drawn-label.ts";
import type { Typesetter } from "../../adapters/typst/typesetter.ts";
import { refuse } from "../../refusals.ts";

/** A label as it would be printed, judged where it is going to be scanned. @param stem address of the resolver */
export function preview({ design, row, where }: z.output<(typeof previewLabel)["body"]>, stem: string): LabelPreview {
  const drawn = drawLabel(design, row, stem);
  if ("fault" in drawn) {
    const { element, fault, at } = drawn;
    return { svg: null, wrong: { element, fault, at }, problems: [] };
  }
  return { svg: drawnSvg(drawn), wrong: null, problems: [...labelProblems(design, drawn.boxes, where)] };
}

/** Labels of a list as PDF. @throws Refusal `label-wrong` with the first row whose data are wrong, `text-unprintable` */
export async function labelsAsPdf(
  typesetter: Typesetter,
  { design, rows }: z.output<(typeof printLabels)["body"]>,
  stem: string,
  madeAt: Date,
): Promise<Uint8Array> {
  const drawings = rows.map((row, n): Drawing => {
    const drawn = drawLabel(design, row, stem);
    return "fault" in drawn ? wrong(n, drawn.fault) : drawn;
  });
  return drawnPdf(typesetter, drawings, madeAt);
}

/** Labels of a list in ZPL II, one after the other. @throws Refusal `label-wrong` */
export function labelsAsZpl(
  { design, rows, dpi, copies, font }: z.output<(typeof printLabelsZpl)["body"]>,
  stem: string,
): Uint8Array {
  const printing = { dpi, copies, stem, ...(font !== null && { font }) };
  const labels = rows.map((row, n) => {
    const label = zplLabel(design, row, printing);
    return typeof label === "string" ? label : wrong(n, label.fault);
  });
  return Buffer.from(`${labels.join("\n")}\n`, "utf8");
}

function wrong(row: number, fault: string): never {
  const { zh, en } = labelSentence(fault);
  return refuse("label-wrong", { row: row + 1, fault, zh, en });
}
