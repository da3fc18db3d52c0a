import { demonstrationMark } from "@quanheng/contract/messages/terms.ts";
import bwip from "bwip-js/node";
import { qrSvg } from "../pdf/qr.ts";
import type { Typesetter } from "../typst/typesetter.ts";
import type { LabelFacts } from "./label-facts.ts";
import { labelSvg } from "./label-svg.ts";

export type LabelFormat = "pdf" | "svg" | "png";

/** A sample's label of 70 mm by 40 mm; as PNG only the code with its number, for printers that set their own text. */
export async function sampleLabel(
  typesetter: Typesetter,
  facts: LabelFacts,
  format: LabelFormat,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array }> {
  switch (format) {
    case "pdf":
      return { mediaType: "application/pdf", bytes: await labelPdf(typesetter, facts) };
    case "svg":
      return { mediaType: "image/svg+xml", bytes: Buffer.from(labelSvg(facts), "utf8") };
    case "png":
      return { mediaType: "image/png", bytes: await codePng(facts) };
  }
}

async function labelPdf(typesetter: Typesetter, facts: LabelFacts): Promise<Uint8Array> {
  const { madeAt, digitalLink, ...shown } = facts;
  const { pdf } = await typesetter.typeset({
    template: "/label.typ",
    files: {
      "/data.json": JSON.stringify({ ...shown, mark: facts.demonstration ? demonstrationMark : null }),
      "/qr.svg": qrSvg(digitalLink),
    },
    timestampS: Math.floor(madeAt.getTime() / 1000),
  });
  return pdf;
}

/** Dots per module: 300 dpi printers set a module of 0.5 mm with six. */
const SCALE = 6;

function codePng({ digitalLink, number }: LabelFacts): Promise<Buffer> {
  return bwip.toBuffer({
    bcid: "qrcode",
    text: digitalLink,
    scale: SCALE,
    padding: 4,
    backgroundcolor: "FFFFFF",
    includetext: true,
    alttext: number,
    textsize: 6,
  });
}
