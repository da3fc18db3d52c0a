import { type Decimal, formatDecimal, fromNumber } from "../decimal.ts";
import { percentDigits } from "../expression/percent-text.ts";
import type { EvaluatedOutput, Evaluation, Expanded, Verdict } from "./evaluation.ts";
import { distributionName, EXPORT_WORDS, type ExportLanguage } from "./export-words.ts";
import type { ModelFile } from "./model-file.ts";
import { reportedPair } from "./reported.ts";
import { conformityText, limitsText, type StatedDecision } from "./stated-decision.ts";

/**
 * An evaluation as a part of a Typst document: model, budget and results of every output, and the decision. It sets no page and no font
 * and imports nothing, so that a report includes it where it wants. Texts of the user stand in string literals: nothing
 * in them is taken for code.
 *
 * @param file the model that was evaluated
 * @source Typst documentation, 0.13, "Strings" and "Scripting" (a string literal is never code)
 * @example typstAppendix({ formulas: { y: "a" }, unit: null }, { probability: 0.95, outputs: [], findings: [], trials: null }, "en").split("\n")[2] // → '#block("y = a")' (the formula inside a string literal)
 */
export function typstAppendix(
  { formulas, unit }: Pick<ModelFile, "formulas" | "unit">,
  evaluation: Evaluation,
  language: ExportLanguage,
  decision: StatedDecision | null = null,
): string {
  const words = EXPORT_WORDS[language];
  return [
    `#heading(level: 2, ${literal(words.title)})`,
    `#heading(level: 3, ${literal(words.model)})`,
    ...Object.entries(formulas).map(([name, formula]) => `#block(${literal(`${name} = ${formula}`)})`),
    ...evaluation.outputs.flatMap((output, k) => [
      `#heading(level: 3, ${literal(`${words.budget}: ${output.name}`)})`,
      budgetTable(output, unit, language),
      resultTable(evaluation, k, unit, language),
    ]),
    ...(decision ? decisionBlocks(decision, language) : []),
    ...reproduction(evaluation, language),
    `#text(size: 0.86em, ${literal(words.source)})`,
    "",
  ].join("\n");
}

function budgetTable({ budget, name, first }: EvaluatedOutput, unit: string | null, language: ExportLanguage): string {
  const words = EXPORT_WORDS[language];
  const head = [
    words.input,
    words.estimate,
    words.u,
    words.dof,
    words.distribution,
    words.sensitivity,
    withUnit(words.contribution, unit),
    words.share,
  ];
  const rows = budget.map((line) => [
    text(line.input),
    figure(line.x, 10),
    figure(line.u, 4),
    figure(line.dof, 4),
    text(distributionName(line.distribution, language)),
    figure(line.sensitivity, 4),
    figure(line.contribution, 3),
    text(`${(100 * line.share).toFixed(1)} %`),
  ]);
  const total = [
    text(name),
    figure(first.y, 10),
    figure(first.u, 4),
    first.dof === null ? text("") : figure(first.dof, 4),
    text(""),
    text(""),
    figure(first.u, 3),
    text(""),
  ];
  return table("(auto, auto, auto, auto, auto, auto, auto, auto)", head, [...rows, total]);
}

function resultTable(
  { outputs, trials }: Evaluation,
  k: number,
  unit: string | null,
  language: ExportLanguage,
): string {
  const words = EXPORT_WORDS[language];
  const { first, second } = outputs[k]!;
  const drawn = trials && "outputs" in trials ? trials.outputs[k] : undefined;
  const head = [words.way, withUnit(words.y, unit), words.u, words.k, words.expanded, words.interval, words.verdict];
  const rows = [lawRow(words.first, first, drawn?.first, language)];
  if (second) rows.push(lawRow(words.second, second, drawn?.second, language));
  if (drawn) {
    const [y, u] = pair(drawn.y, drawn.u);
    const { symmetric, shortest } = drawn;
    const both = `${interval(symmetric, drawn.u)} (${words.shortest} ${interval(shortest, drawn.u)})`;
    rows.push([text(words.trials), y, u, text(""), text(""), text(both), text("")]);
  }
  return table("(auto, auto, auto, auto, auto, 1fr, auto)", head, rows);
}

function lawRow(
  name: string,
  { y, u, expanded }: { readonly y: number; readonly u: number; readonly expanded: Expanded | null },
  verdict: Verdict | null | undefined,
  language: ExportLanguage,
): string[] {
  const words = EXPORT_WORDS[language];
  const [value, uncertainty] = pair(y, u);
  const said = verdict ? words[saidOf(verdict)] : "";
  if (!expanded) return [text(name), value, uncertainty, text(words.unstated), text(""), text(""), text(said)];
  const [reported, U] = pair(y, expanded.expanded);
  const ends = interval({ low: y - expanded.expanded, high: y + expanded.expanded }, u);
  return [text(name), reported, uncertainty, text(expanded.k.toFixed(2)), U, text(ends), text(said)];
}

function saidOf({ valid, reason }: Verdict): "agrees" | "differs" | "undecided" | "unstated" {
  if (valid === null) return reason === "too-close-to-tell" ? "undecided" : "unstated";
  return valid ? "agrees" : "differs";
}

function decisionBlocks(decision: StatedDecision, language: ExportLanguage): string[] {
  const words = EXPORT_WORDS[language];
  const { outcome, because, rule, probability } = decision;
  const lines = [
    `${limitsText(decision)}: ${words.outcomes[outcome]}`,
    ...(because === undefined ? [] : [because]),
    rule,
    ...(probability === null ? [] : [`${words.conformity}: ${conformityText(probability)}`]),
  ];
  return [`#heading(level: 3, ${literal(words.decision)})`, ...lines.map((line) => `#block(${literal(line)})`)];
}

function reproduction({ trials, probability }: Evaluation, language: ExportLanguage): string[] {
  const words = EXPORT_WORDS[language];
  const stated = `${words.probability}: ${percentDigits(probability)} %`;
  if (!trials || !("outputs" in trials)) return [`#block(${literal(stated)})`];
  const [output] = trials.outputs;
  const stable = trials.outputs.every((each) => each.stable) ? words.stable : words.unstable;
  const run = `${words.reproduce}: ${trials.engine}, ${trials.seed}, ${output?.trials ?? 0}; ${stable}`;
  return [`#block(${literal(stated)})`, `#block(${literal(run)})`];
}

function table(columns: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    "#table(",
    `  columns: ${columns}, stroke: 0.4pt, inset: 3pt,`,
    `  table.header(${head.map((cell) => `[#strong(${literal(cell)})]`).join(", ")}),`,
    ...rows.map((row) => `  ${row.join(", ")},`),
    ")",
  ].join("\n");
}

function withUnit(word: string, unit: string | null): string {
  return unit === null || unit === "" ? word : `${word} [${unit}]`;
}

/** Value and uncertainty rounded for a report: two digits of the uncertainty. */
function pair(y: number, uncertainty: number): readonly [string, string] {
  const { value, uncertainty: rounded } = reportedPair(fromNumber(y), fromNumber(uncertainty));
  return [decimalText(value), decimalText(rounded)];
}

function decimalText(value: Decimal): string {
  const written = formatDecimal(value);
  return written.length > 24 ? figure(Number(written), 10) : text(written.replace("-", "−"));
}

function interval({ low, high }: { readonly low: number; readonly high: number }, u: number): string {
  const rounded = (end: number) => {
    const written = formatDecimal(reportedPair(fromNumber(end), fromNumber(u)).value);
    return (written.length > 24 ? end.toPrecision(8) : written).replace("-", "−");
  };
  return `[${rounded(low)}, ${rounded(high)}]`;
}

/** A number to some digits; very small and very large ones as a power of ten. */
function figure(value: number, digits: number): string {
  if (value === Infinity) return text("∞");
  const [mantissa = "", exponent] = String(Number(value.toPrecision(digits)))
    .replaceAll("-", "−")
    .split("e");
  if (exponent === undefined) return text(mantissa);
  return `[#${literal(`${mantissa} × 10`)}#super(${literal(exponent.replace("+", ""))})]`;
}

function text(written: string): string {
  return `[#${literal(written)}]`;
}

/** A string literal of Typst. */
function literal(written: string): string {
  return `"${written
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll(/[\r\n\t]+/g, " ")}"`;
}
