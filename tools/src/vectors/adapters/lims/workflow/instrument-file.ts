import { submitTest } from "@quanheng/flow/determination/work/enter-results.ts";
import { importResults } from "@quanheng/flow/determination/work/import-results.ts";
import { divideSample } from "@quanheng/flow/determination/work/sample-steps.ts";
import { differs, type Members, members, texts } from "../case.ts";
import { ANALYST, Bench } from "./bench.ts";

/** An instrument's file as the case writes it in one line. */
export function instrumentFile(given: Members, expect: Members): string | undefined {
  const file = String(given["file"]);
  if (file.endsWith(".csv")) return attachment(file, expect);
  const parts = members(given["parts"]) as Readonly<Record<string, readonly string[]>>;
  const keywords = Object.keys(parts).length > 0 ? Object.values(parts).flat() : undefined;
  const { bench, text } = prepared(file, keywords, given);
  if (keywords) bench.work = divideSample(bench.work, bench.firstSample(), parts);
  const { work, ignored } = importResults(bench.work, { name: "run.csv", text });
  bench.work = work;
  const [calculated] = Object.keys(work.formulas);
  if (calculated !== undefined) {
    const taken = ignored.some(({ column, reason }) => column === calculated && reason === "calculated");
    if (!taken) return `the figure of ${calculated} was not reported as ignored`;
    bench.work = submitTest(work, bench.find(calculated)?.id ?? "", ANALYST, "2026-03-16T09:00:00Z");
  }
  return differs(Object.fromEntries(Object.keys(expect).map((name) => [name, bench.resultOf(name)])), expect);
}

/** The bench with the tests of the file, and the file with a header and one line per sample. */
function prepared(file: string, keywords: readonly string[] | undefined, given: Members) {
  const pairs = [...file.matchAll(/(\w+) (\d[\d.]*)(?:,|$)/g)];
  if (pairs.length > 0) {
    const names = pairs.map(([, name = ""]) => name);
    const bench = benchOf(names, given);
    return {
      bench,
      text: `ID,${names.join(",")}\n${bench.firstSample()},${pairs.map(([, , value]) => value).join(",")}\n`,
    };
  }
  const lines = file.split(" / ");
  const header = keywords ? `ID,${keywords.join(",")}` : (lines.shift() ?? "");
  const names = header
    .split(",")
    .slice(1)
    .filter((name) => name !== "end");
  const bench = benchOf(names, given);
  const body = lines.map((line) => line.replace(/^[^,]+/, bench.firstSample()));
  return { bench, text: `${[header, ...body].join("\n")}\n` };
}

function benchOf(names: readonly string[], given: Members): Bench {
  const steps = names.map((name) => `enter ${name}=`);
  return new Bench(
    { tests: names, ...(typeof given["formula"] === "string" ? { formula: given["formula"] } : {}) },
    steps,
  );
}

function attachment(file: string, expect: Members): string | undefined {
  const bench = benchOf(["Cu"], {});
  const { work } = importResults(bench.work, { name: file, text: `ID,Cu\n${bench.firstSample()},1\n` });
  const [kept] = work.tests[0]?.files ?? [];
  return differs({ attachment: kept?.name, printedOnReport: kept?.printed }, expect);
}

export function isFileCase(given: Members): boolean {
  return texts(Object.keys(given)).includes("file");
}
