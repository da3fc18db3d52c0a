import type { DescribedInput } from "@quanheng/flow/determination/description.ts";
import type { Readings } from "@quanheng/flow/determination/method.ts";
import type { Line } from "@quanheng/flow/determination/picture.ts";
import { series, single } from "@quanheng/flow/determination/readings.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { column, quantity } from "../../../bench-inputs.ts";
import type { Detector, EmissionTable, LimitSegment } from "../emission-limit.ts";

/** The class under which limits that came with the readings stand in the table of the model. */
export const ORDERED = "ordered";

const ROWS = [1, 20] as const;

/** Columns of a table of limits: a range of frequency and the limit at its two ends for each detector. */
export function limitColumns(detectors: readonly Detector[]): readonly DescribedInput[] {
  const ends = detectors.flatMap((detector) => [
    column(
      "limits",
      `limit${detector}Start`,
      [`${detector} 限值（起）`, `${detector} limit at the start`],
      "dB",
      ["-50", "200"],
      ROWS,
    ),
    column(
      "limits",
      `limit${detector}End`,
      [`${detector} 限值（止）`, `${detector} limit at the end`],
      "dB",
      ["-50", "200"],
      ROWS,
    ),
  ]);
  return [
    column("limits", "limitFromMhz", ["频率起", "From"], "MHz", ["0.009", "40000"], ROWS),
    column("limits", "limitToMhz", ["频率止", "To"], "MHz", ["0.009", "40000"], ROWS),
    ...ends,
  ];
}

export const LIMITS_TABLE = {
  name: "limits",
  label: { zh: "限值线", en: "Limit line" },
  hint: {
    zh: "按适用标准逐段填写，两端之间按对数频率线性。",
    en: "Range by range as the standard has it; between the ends the limit is linear in the logarithm of the frequency.",
  },
} as const;

/** What the laboratory's uncertainty is and what the standard assumes of it. */
export const UNCERTAINTIES: readonly DescribedInput[] = [
  quantity("labExpandedDb", ["实验室的 U (k = 2)", "U of the laboratory (k = 2)"], "dB", ["0", "20"], {
    group: "instrument",
  }),
  quantity("assumedDb", ["标准假定的 U_CISPR", "U_CISPR, which the standard assumes"], "dB", ["0", "20"], {
    group: "instrument",
  }),
];

/** Ranges with the limits of the detectors that were entered. */
export function segmentsOf(
  readings: Readings,
  detectors: readonly { readonly column: string; readonly detector: Detector }[],
) {
  const [from, to] = [series(readings, "limitFromMhz"), series(readings, "limitToMhz")];
  return from.map((fromMhz, i): LimitSegment => {
    const ends = detectors.map(({ column: of, detector }) => [
      detector,
      [series(readings, `limit${of}Start`)[i]!, series(readings, `limit${of}End`)[i]!] as const,
    ]);
    return { fromMhz, toMhz: to[i]!, status: "recalled", limits: Object.fromEntries(ends) };
  });
}

/** A table of the model that holds the limits and the assumed uncertainty of the order. */
export function orderedTable(
  readings: Readings,
  kind: "mains" | "radiated",
  segments: readonly LimitSegment[],
  distance = "",
): EmissionTable {
  const everywhere = { kind, fromMhz: 0, toMhz: Infinity, dB: String(single(readings, "assumedDb")) };
  return {
    document: "limits of the order",
    mains: kind === "mains" ? { [ORDERED]: segments } : {},
    radiated: kind === "radiated" ? { [ORDERED]: { [distance]: segments } } : {},
    assumed: [everywhere],
    bandwidths: [],
  };
}

/** The limit line of a detector; a range that falls is straight over the logarithm of the frequency. */
export function limitLine(segments: readonly LimitSegment[], detector: Detector, name: Bilingual): Line {
  return {
    name,
    role: "limit",
    points: segments.flatMap(({ fromMhz, toMhz, limits }) => {
      const ends = limits[detector];
      return ends ? [[fromMhz, ends[0]] as const, [toMhz, ends[1]] as const, [toMhz, null] as const] : [];
    }),
  };
}
