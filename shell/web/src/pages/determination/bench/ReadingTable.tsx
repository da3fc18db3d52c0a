import type { MethodInput, MethodTable } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { Button } from "antd";
import { type ClipboardEvent, useState } from "react";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import type { BenchEntry } from "./bench-entry.ts";
import type { PlacedProblems } from "./field-problems.ts";
import { columnTexts, rowCount, withBlock, withCell } from "./pasted-rows.ts";
import { ReadingCell } from "./ReadingCell.tsx";

type Readings = BenchEntry["readings"];

/** Rows that are drawn at once; a curve has thousands, and nobody types them. */
const WINDOW = 25;

/** A table of readings, e.g. a curve: typed row by row, pasted from a spreadsheet, or filled by a file. */
export function ReadingTable({
  table,
  columns,
  readings,
  problems,
  onChange,
}: {
  readonly table: MethodTable;
  readonly columns: readonly MethodInput[];
  readonly readings: Readings;
  readonly problems: PlacedProblems;
  readonly onChange: (readings: Readings) => void;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const [start, setStart] = useState(0);
  const count = rowCount(columns, readings);
  const most = Math.min(...columns.map(({ replicates }) => replicates?.max ?? 1));
  const first = Math.min(start, Math.max(0, count - 1));
  const last = Math.min(first + WINDOW, count);
  const paste = (event: ClipboardEvent, name: string, row: number) => {
    const laid = withBlock(columns, readings, { name, row }, event.clipboardData.getData("text"));
    if (!laid) return;
    event.preventDefault();
    onChange(laid);
  };

  return (
    <section className="stack reading-table" aria-label={table.label[own]}>
      <div className="row is-apart">
        <h3>
          {table.label[own]} <small className="quiet">{text("table.rows", { count })}</small>
        </h3>
      </div>
      {table.hint && <p className="quiet small">{table.hint[own]}</p>}
      <table className="portions">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{text("table.row", { n: "" })}</span>
            </th>
            {columns.map(({ name, label, unit }) => (
              <th key={name} scope="col">
                {label[own]} {unitSymbol(unit) && <span className="quiet">[{unitSymbol(unit)}]</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: last - first }, (_, offset) => first + offset).map((row) => (
            <tr key={row}>
              <th scope="row">{row + 1}</th>
              {columns.map((input) => (
                <td key={input.name} onPaste={(event) => paste(event, input.name, row)}>
                  <ReadingCell
                    input={input}
                    portion={row + 1}
                    value={columnTexts(readings, input.name)[row] ?? ""}
                    problem={problems.of(input.name, row)}
                    onChange={(value) => onChange(withCell(columns, readings, input.name, row, value))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        {count > WINDOW && (
          <>
            <Button disabled={first === 0} onClick={() => setStart(Math.max(0, first - WINDOW))}>
              {text("table.earlier")}
            </Button>
            <span className="quiet">{text("table.shown", { from: first + 1, to: last, count })}</span>
            <Button disabled={last >= count} onClick={() => setStart(first + WINDOW)}>
              {text("table.later")}
            </Button>
          </>
        )}
        <Button
          disabled={count >= most}
          onClick={() => {
            onChange(withCell(columns, readings, columns[0]?.name ?? "", count, ""));
            setStart(Math.max(0, count + 1 - WINDOW));
          }}
        >
          {text("table.add")}
        </Button>
        <Button
          onClick={() => onChange({ ...readings, ...Object.fromEntries(columns.map(({ name }) => [name, [""]])) })}
        >
          {text("table.clear")}
        </Button>
      </div>
      <p className="field-hint on-desk">{text("table.paste")}</p>
    </section>
  );
}
