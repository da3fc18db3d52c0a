import { numericalTolerance } from "@quanheng/kernel/montecarlo/adaptive.ts";
import { validatesPropagation } from "@quanheng/kernel/montecarlo/validation.ts";
import type { EvaluatedOutput, Expanded } from "@quanheng/kernel/uncertainty/evaluation.ts";
import type { ReactNode } from "react";
import { useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Drawn } from "../../workers/uncertainty-messages.ts";
import { besideU, figure, twoDigits } from "./figures.ts";

/**
 * One output by every method, side by side, with the verdict of JCGM 101 on the two propagations by the trials, or why
 * none is stated; the preview does not judge.
 */
export function MethodTable({
  output,
  preview,
  trials,
  digits,
}: {
  readonly output: EvaluatedOutput;
  readonly preview: Drawn | undefined;
  readonly trials: Drawn | undefined;
  readonly digits: 1 | 2;
}) {
  const text = useText(uncertaintyText);
  const { first, second } = output;
  const judge = trials ?? preview;
  const verdict = (y: number, expanded: Expanded | null | undefined, order: "first" | "second") => (
    <VerdictCell y={y} expanded={expanded ?? null} by={judge} order={order} digits={digits} />
  );
  const law = (y: number, expanded: Expanded | null | undefined, u: number) =>
    expanded ? interval({ low: y - expanded.expanded, high: y + expanded.expanded }, u) : text("results.unstated");
  const factor = (expanded: Expanded | null) => expanded?.k.toFixed(2) ?? text("results.unstated");
  const expandedText = (expanded: Expanded | null) =>
    expanded ? twoDigits(expanded.expanded) : text("results.unstated");
  const rows: readonly (readonly [string, readonly ReactNode[]])[] = [
    [
      text("row.y"),
      [
        besideU(first.y, first.u),
        second ? besideU(second.y, second.u) : text("results.unstated"),
        preview && besideU(preview.y, preview.u),
        trials && besideU(trials.y, trials.u),
      ],
    ],
    [
      text("row.u"),
      [
        figure(first.u, 4),
        second && figure(second.u, 4),
        preview && figure(preview.u, 4),
        trials && figure(trials.u, 4),
      ],
    ],
    [text("row.dof"), [first.dof === null ? text("results.unstated") : figure(first.dof, 4), "", "", ""]],
    [text("row.k"), [factor(first.expanded), second && factor(second.expanded), "", ""]],
    [text("row.U"), [expandedText(first.expanded), second && expandedText(second.expanded), "", ""]],
    [
      text("row.interval"),
      [
        law(first.y, first.expanded, first.u),
        second && law(second.y, second.expanded, second.u),
        preview && interval(preview.symmetric, preview.u),
        trials && interval(trials.symmetric, trials.u),
      ],
    ],
    [
      text("row.shortest"),
      ["", "", preview && interval(preview.shortest, preview.u), trials && interval(trials.shortest, trials.u)],
    ],
    [
      text("row.verdict"),
      [verdict(first.y, first.expanded, "first"), second && verdict(second.y, second.expanded, "second"), "", ""],
    ],
  ];
  const columns = ["first", "second", "preview", "trials"] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keyboard
    <section className="wide-table" tabIndex={0} aria-label={text("results.methods")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{output.name}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {text(`results.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column, k) => (
                <td key={column}>{cells[k] ?? ""}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function VerdictCell({
  y,
  expanded,
  by,
  order,
  digits,
}: {
  readonly y: number;
  readonly expanded: Expanded | null;
  readonly by: Drawn | undefined;
  readonly order: "first" | "second";
  readonly digits: 1 | 2;
}) {
  const text = useText(uncertaintyText);
  if (!by || !expanded) return null;
  const tolerance = numericalTolerance(by.u, digits);
  const { low, high, valid } = validatesPropagation({ y, expanded: expanded.expanded }, by.symmetric, tolerance);
  const facts = { low: figure(low, 2), high: figure(high, 2), tolerance: figure(tolerance, 2) };
  const unjudged = by.unjudged[order];
  if (unjudged !== null) {
    return (
      <span>
        {text("results.unstated")} <small>{text(`verdict.unjudged.${unjudged}`, facts)}</small>
      </span>
    );
  }
  return (
    <span className={valid ? "agrees" : "differs"} title={text("verdict.detail", facts)}>
      <strong>
        {valid ? "✓" : "✗"} {text(valid ? "verdict.agrees" : "verdict.differs")}
      </strong>
      <small>
        {text("verdict.by-trials")}, δ = {facts.tolerance}
      </small>
    </span>
  );
}

function interval({ low, high }: { readonly low: number; readonly high: number }, u: number): string {
  return `[${besideU(low, u)}, ${besideU(high, u)}]`;
}
