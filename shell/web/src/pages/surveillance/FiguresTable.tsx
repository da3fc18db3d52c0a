import { useText } from "../../i18n/catalogue.ts";
import { surveillanceText } from "../../i18n/surveillance.ts";

/** The figures behind a chart, for whoever reads numbers rather than bars. The first column names its row. */
export function FiguresTable({
  columns,
  rows,
}: {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const text = useText(surveillanceText);
  return (
    <details className="figures-table">
      <summary>{text("chart.figures")}</summary>
      <div className="figures-scroll">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name = "", ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
