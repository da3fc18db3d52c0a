import type { MethodDefinition, RawReadings } from "@quanheng/flow/determination/method.ts";
import { useLanguage } from "../../i18n/catalogue.ts";
import { tablesOf } from "./bench/bench-entry.ts";
import { labelled, shownReading } from "./ReadingsTable.tsx";

/** The tables of a method as they were entered, each row on its own line. */
export function TableReadings({
  definition,
  readings,
}: {
  readonly definition: MethodDefinition;
  readonly readings: RawReadings;
}) {
  const { own } = useLanguage();
  return tablesOf(definition).map(({ table, columns }) => {
    const lists = columns.map(({ name }) => [readings[name] ?? []].flat());
    const rows = Math.max(0, ...lists.map((list) => list.length));
    if (rows === 0) return null;
    return (
      <div key={table.name} className="table-scroll table-readings">
        <table className="plain-table">
          <caption>{table.label[own]}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              {columns.map((input) => (
                <th key={input.name} scope="col">
                  {labelled(input, own)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              <tr key={row}>
                <th scope="row">{row + 1}</th>
                {columns.map((input, at) => (
                  <td key={input.name}>{shownReading(input, lists[at]?.[row], own) || "—"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  });
}
