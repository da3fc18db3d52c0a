import { basename, dirname } from "node:path";
import type { CaseResult } from "../adapter.ts";
import { quantityCases } from "./dcc/quantities.ts";
import { sampleCases } from "./dcc/samples.ts";

/** Runs one file of the suite of digital calibration certificates; certificates and schemas hold no cases. */
export function run(path: string): readonly CaseResult[] {
  if (!path.endsWith(".xml")) return [];
  const folder = basename(dirname(path));
  if (folder === "samples") return sampleCases(path);
  return folder === "dsi" ? quantityCases(path) : [];
}
