import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { unitText } from "./unit-text.ts";
import "./budget.css";

/** One line of an uncertainty budget; figures as text, ready to show. `percent` is the share of the variance. */
export type BudgetBar = {
  readonly source: string;
  readonly u: string;
  readonly sensitivity: string;
  readonly contribution: string;
  readonly percent: number;
  readonly dof: string;
};

/**
 * The contributions to an uncertainty as bars, greatest first, with the figures in a table that opens below.
 *
 * Plain elements whose widths change: fast enough to follow every keystroke, and readable without seeing the bars.
 */
export function BudgetChart({
  budget,
  unit,
  nameOf = (source) => source,
}: {
  readonly budget: readonly BudgetBar[];
  readonly unit: string;
  readonly nameOf?: (source: string) => string;
}) {
  const text = useText(commonText);
  const lines = [...budget].sort((a, b) => b.percent - a.percent);
  const shown = unitText(unit);
  return (
    <figure className="budget">
      <figcaption>{text("budget.title")}</figcaption>
      <ul>
        {lines.map(({ source, contribution, percent }) => (
          <li key={source}>
            <span className="budget-name">{nameOf(source)}</span>
            <span className="budget-track" aria-hidden="true">
              <span
                className="budget-bar"
                style={{ width: `${Math.min(100, Math.max(percent > 0 ? 0.5 : 0, percent))}%` }}
              />
            </span>
            <span className="budget-figure">
              {percent.toFixed(1)} %{" "}
              <small>
                {contribution} {shown}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{text("budget.table")}</summary>
        <div className="budget-table">
          <table>
            <thead>
              <tr>
                {(["source", "u", "sensitivity", "contribution", "share", "dof"] as const).map((column) => (
                  <th key={column} scope="col">
                    {text(`budget.${column}`)}
                    {column === "contribution" && shown && ` [${shown}]`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.source}>
                  <th scope="row">{nameOf(line.source)}</th>
                  <td>{line.u}</td>
                  <td>{line.sensitivity}</td>
                  <td>{line.contribution}</td>
                  <td>{line.percent.toFixed(1)} %</td>
                  <td>{line.dof}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
