import { csvRows } from "../csv-cells.ts";
import { isCalculated } from "./enter-results.ts";
import { type LabWork, liveTests, type TestRecord, withTests } from "./records.ts";
import { isAtWork, partsOf } from "./states.ts";

/** What became of a file: cells that were not taken, each with why. `line` counts from 1. */
export type ImportReport = {
  readonly work: LabWork;
  readonly ignored: readonly {
    readonly line: number;
    readonly column: string;
    readonly text: string;
    readonly reason: "calculated" | "no-open-test" | "unknown-sample";
  }[];
};

/**
 * Takes the results of an instrument's file, one line per sample, one column per test, the sample first. Texts are kept
 * digit by digit; an empty cell is absent. A line for a whole sample fills its parts. Figures of calculated tests are
 * not taken, and it is said. The file stays with each result it gave, and is not printed on a report.
 *
 * @param file name and text
 * @example importResults({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", result: null, interims: {}, verifiers: [], worksheet: null, duplicateOf: null, files: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { name: "icp.csv", text: "sample,Cu,Pb\nS,0.5,0.1" }).work.tests[0] // → { result: "0.5", files: [{ name: "icp.csv", printed: false }] } (the cell of its column)
 * @example importResults({ samples: [{ id: "S", stage: "received", parent: null, ranges: {}, applied: [] }], tests: [{ id: "t", sample: "S", keyword: "Cu", stage: "open", result: null, interims: {}, verifiers: [], worksheet: null, duplicateOf: null, files: [] }], formulas: {}, verification: { required: 1, self: false, sameUser: "never" } }, { name: "icp.csv", text: "sample,Pb\nS,0.1" }).ignored // → [{ line: 2, column: "Pb", text: "0.1", reason: "no-open-test" }] (said, not dropped)
 * @source ISO/IEC 17025:2017, 7.5.1 and 7.11.6
 */
export function importResults(work: LabWork, file: { readonly name: string; readonly text: string }): ImportReport {
  const [header, ...rows] = csvRows(file.text).rows;
  const columns = header?.cells ?? [];
  const ignored: ImportReport["ignored"][number][] = [];
  let filled = work;
  for (const { line, cells } of rows) {
    for (const [position, column] of columns.entries()) {
      const text = cells[position] ?? "";
      if (position === 0 || text === "" || text === column) continue;
      const target = targetOf(filled, cells[0] ?? "", column);
      if (typeof target === "string") ignored.push({ line, column, text, reason: target });
      else
        filled = withTests(filled, [target.id], (test) => ({
          ...test,
          result: text,
          files: withFile(test, file.name),
        }));
    }
  }
  return { work: filled, ignored };
}

function withFile({ files }: TestRecord, name: string): TestRecord["files"] {
  return files.some((file) => file.name === name) ? files : [...files, { name, printed: false }];
}

function targetOf(
  work: LabWork,
  sample: string,
  keyword: string,
): TestRecord | ImportReport["ignored"][number]["reason"] {
  if (!work.samples.some(({ id }) => id === sample)) return "unknown-sample";
  const places = [sample, ...partsOf(work, sample).map(({ id }) => id)];
  const test = places.flatMap((place) => liveTests(work, place)).find((each) => each.keyword === keyword);
  if (test === undefined || !isAtWork(work, test)) return "no-open-test";
  return isCalculated(work, test) ? "calculated" : test;
}
