import type { Line } from "@quanheng/flow/determination/picture.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { choice, quantity } from "../../../bench-inputs.ts";
import { type Basis, words } from "../../../bench-verdicts.ts";
import type { Detector, LimitSegment } from "../emission-limit.ts";
import { EMISSION } from "../tables.ts";

/** The class of the equipment. */
export const EMC_CLASS = choice(
  "emcClass",
  ["设备等级", "Class"],
  words([
    ["A", "A 级", "A"],
    ["B", "B 级", "B"],
  ]),
  { preset: "B", group: "conditions" },
);

/** What the laboratory states of its own uncertainty. */
export const LAB_UNCERTAINTY = quantity(
  "labExpandedDb",
  ["实验室的 U (k = 2)", "U of the laboratory (k = 2)"],
  "dB",
  ["0", "20"],
  {
    group: "instrument",
  },
);

/** Limits and assumed uncertainty stand behind a verdict; it is indicative as long as one of them is recalled. */
export function emissionBasis(kind: "mains" | "radiated", segments: readonly LimitSegment[]): Basis {
  const rows = [...segments, ...EMISSION.assumed.filter((row) => row.kind === kind)];
  const status = rows.every((row) => row.status === "published") ? "published" : "recalled";
  return { document: `${EMISSION.document}; CISPR 16-4-2`, status };
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
