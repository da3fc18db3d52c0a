import type { Evaluation } from "./evaluation.ts";
import { EXPORT_WORDS, type ExportLanguage } from "./export-words.ts";
import { conformityText, limitsText, type StatedDecision } from "./stated-decision.ts";

/**
 * The budgets of all outputs as a table of comma separated values with a header, unrounded; a line per output and
 * input, then a line per output with its y, u and effective degrees of freedom. Degrees of freedom that nothing limits read "inf".
 *
 * A decision follows after an empty line, in lines of a word and what it says.
 *
 * @param unit of the outputs, null where none is stated
 * @source RFC 4180; a cell that a table program would take for a formula is set off (OWASP, CSV injection)
 * @example budgetCsv({ outputs: [{ name: "y", budget: [], first: { y: 1.25, u: 0.1, dof: Infinity } }] }, "mm", "en").split("\r\n")[1] // → "y,,1.25,0.1,inf,,,,,mm" (output, no input, y, u, ν, unit)
 */
export function budgetCsv(
  { outputs }: Evaluation,
  unit: string | null,
  language: ExportLanguage,
  decision: StatedDecision | null = null,
): string {
  const words = EXPORT_WORDS[language];
  const header = [
    words.result,
    words.input,
    words.estimate,
    words.u,
    words.dof,
    words.distribution,
    words.sensitivity,
    words.contribution,
    words.share,
    words.unit,
  ];
  const rows = outputs.flatMap(({ name, budget, first }) => [
    ...budget.map(({ input, x, u, dof, distribution, sensitivity, contribution, share }) => [
      name,
      input,
      figure(x),
      figure(u),
      figure(dof),
      distribution,
      figure(sensitivity),
      figure(contribution),
      figure(share),
      "",
    ]),
    [
      name,
      "",
      figure(first.y),
      figure(first.u),
      first.dof === null ? "" : figure(first.dof),
      "",
      "",
      "",
      "",
      unit ?? "",
    ],
  ]);
  const decided = decision ? [[""], ...decisionRows(decision, language)] : [];
  return [header, ...rows, ...decided].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function decisionRows(decision: StatedDecision, language: ExportLanguage): string[][] {
  const words = EXPORT_WORDS[language];
  const { outcome, because, rule, probability } = decision;
  return [
    [words.decision, words.outcomes[outcome], limitsText(decision), ...(because === undefined ? [] : [because])],
    [words.rule, rule],
    ...(probability === null ? [] : [[words.conformity, conformityText(probability)]]),
  ];
}

function figure(value: number): string {
  return value === Infinity ? "inf" : String(value);
}

/** Quoted where it must be. A text that a table program would take for a formula is set off by an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
