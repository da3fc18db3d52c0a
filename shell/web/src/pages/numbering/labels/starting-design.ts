import type { LabelDesign, LabelElement } from "@quanheng/contract/schemas/label.ts";

/** What a new label begins with: a pallet label of 100 mm by 70 mm. */
export const STARTING_DESIGN: LabelDesign = {
  width: 100,
  height: 70,
  elements: [
    { kind: "text", x: 6, y: 4, text: "{purpose}", width: 88, size: 4, lines: 2, bold: true },
    {
      ...{ kind: "symbol", x: 8, y: 20, symbology: "gs1-128", content: "(00){sscc}" },
      ...{ xDimension: 0.5, height: 32, readable: true },
    },
  ],
};

/** What is added when a kind is asked for. */
export const NEW_ELEMENTS: Readonly<Record<"text" | "symbol" | "line", LabelElement>> = {
  text: { kind: "text", x: 5, y: 5, text: "{lot}", width: 60, size: 3, lines: 1, bold: false },
  symbol: {
    ...{ kind: "symbol", x: 10, y: 10, symbology: "qr-link", content: "(01){gtin}(10){lot}" },
    ...{ xDimension: 0.5, height: 32, readable: false },
  },
  line: { kind: "line", x: 5, y: 5, width: 60, height: 0.4 },
};
