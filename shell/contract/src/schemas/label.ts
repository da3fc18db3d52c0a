import { z } from "zod";
import { IsoTime, idOf } from "./common.ts";

/** Bar codes that a label may carry. */
export const SYMBOLOGIES = [
  "qr-link",
  "datamatrix-link",
  "gs1-datamatrix",
  "gs1-128",
  "ean-13",
  "itf-14",
  "databar-omni",
  "databar-stacked-omni",
  "databar-limited",
  "databar-expanded",
  "databar-expanded-stacked",
] as const;
/** Where a label is scanned. */
export const ENVIRONMENTS = ["retail", "distribution"] as const;
export const LABEL_RESOLUTIONS = [203, 300, 600] as const;
export const LABEL_FAULTS = ["outside", "x-small", "x-large", "not-scanned-there", "bars-low", "quiet-zone"] as const;

/** Labels of one document; a longer list is printed in parts. */
export const MOST_LABELS = 200;

/** Larger is no label any more. [mm] */
const Length = z.number().min(0).max(500);
const Side = z.number().min(0.05).max(500);
const Words = z.string().max(500);
const place = { x: Length, y: Length };

const TextElement = z.object({
  ...{ kind: z.literal("text"), ...place, text: Words, width: Side },
  ...{ size: z.number().min(1).max(100), lines: z.number().int().min(1).max(20), bold: z.boolean() },
});
const SymbolElement = z.object({
  ...{ kind: z.literal("symbol"), ...place, symbology: z.enum(SYMBOLOGIES), content: Words },
  ...{ xDimension: z.number().min(0.1).max(3), height: Side, readable: z.boolean() },
});
const LineElement = z.object({ kind: z.literal("line"), ...place, width: Side, height: Side });
const MOST_DOTS = 600;
const ImageElement = z
  .object({
    ...{ kind: z.literal("image"), ...place, width: Side, height: Side },
    columns: z.number().int().min(1).max(MOST_DOTS),
    rows: z.number().int().min(1).max(MOST_DOTS),
    bits: z.string().regex(/^[0-9A-Fa-f]{2,100000}$/),
  })
  .refine(({ columns, rows, bits }) => bits.length === Math.ceil(columns / 8) * 2 * rows);
export const LabelElement = z.discriminatedUnion("kind", [TextElement, SymbolElement, LineElement, ImageElement]);
export type LabelElement = z.infer<typeof LabelElement>;

export const LabelDesign = z.object({
  width: z.number().min(10).max(300),
  height: z.number().min(10).max(500),
  elements: z.array(LabelElement).max(40),
});
export type LabelDesign = z.infer<typeof LabelDesign>;
export const LabelRow = z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/), z.string().max(400));

/** A design that a party keeps. */
export const KeptDesign = z.object({
  id: idOf("lbd"),
  version: z.number().int(),
  name: z.string(),
  design: LabelDesign,
  recordedAt: IsoTime,
});
export type KeptDesign = z.infer<typeof KeptDesign>;
export const DesignChange = z.object({
  /** Null for a new design. */
  id: idOf("lbd").nullable(),
  /** The version the reader saw; 0 for a new design. */
  version: z.number().int().min(0),
  name: z.string().trim().min(1).max(100),
  design: LabelDesign,
});

export const LabelPreview = z.object({
  /** Null while the data of a symbol are wrong. */
  svg: z.string().nullable(),
  /** The symbol whose data are wrong: its element from 0, the engine's code, the place in the data. */
  wrong: z.object({ element: z.number().int(), fault: z.string(), at: z.number().int() }).nullable(),
  problems: z.array(
    z.object({
      element: z.number().int(),
      fault: z.enum(LABEL_FAULTS),
      needed: z.number().optional(),
      by: z.number().int().optional(),
    }),
  ),
});
export type LabelPreview = z.infer<typeof LabelPreview>;

const Rows = z.array(LabelRow).min(1).max(MOST_LABELS);
export const LabelPdf = z.object({ design: LabelDesign, rows: Rows });
export const LabelZpl = z.object({
  design: LabelDesign,
  rows: Rows,
  dpi: z.union(LABEL_RESOLUTIONS.map((dpi) => z.literal(dpi))),
  copies: z.number().int().min(1).max(999),
  /** File of a font in the printer, such as `E:SIMSUN.TTF`; null takes the printer's own. */
  font: z
    .string()
    .regex(/^[REBAZ]:[A-Za-z0-9_]{1,16}\.(?:TTF|TTE|FNT|OTF)$/)
    .nullable(),
});
