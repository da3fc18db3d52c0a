import type { MethodInput } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { Button } from "antd";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import type { BenchEntry } from "./bench-entry.ts";
import type { PlacedProblems } from "./field-problems.ts";
import { ReadingCell } from "./ReadingCell.tsx";

type Readings = BenchEntry["readings"];

/** Readings that are taken for each portion: a portion is a row, as on the worksheet; on a phone a card. */
export function PortionTable({
  series,
  readings,
  problems,
  onChange,
}: {
  readonly series: readonly MethodInput[];
  readonly readings: Readings;
  readonly problems: PlacedProblems;
  readonly onChange: (readings: Readings) => void;
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const portions = Math.max(1, ...series.map(({ name }) => texts(readings, name).length));
  const most = Math.min(...series.map(({ replicates }) => replicates?.max ?? 1));
  const least = Math.max(...series.map(({ replicates }) => replicates?.min ?? 1));
  const resize = (count: number) =>
    onChange({
      ...readings,
      ...Object.fromEntries(
        series.map(({ name }) => [name, Array.from({ length: count }, (_, at) => texts(readings, name)[at] ?? "")]),
      ),
    });
  const set = (name: string, at: number, value: string) =>
    onChange({
      ...readings,
      [name]: Array.from({ length: portions }, (_, place) =>
        place === at ? value : (texts(readings, name)[place] ?? ""),
      ),
    });

  return (
    <>
      <table className="portions">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{text("bench.portion", { n: "" })}</span>
            </th>
            {series.map(({ name, label, unit }) => (
              <th key={name} scope="col">
                {label[own]} {unitSymbol(unit) && <span className="quiet">[{unitSymbol(unit)}]</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: portions }, (_, at) => (
            // A portion has no identity but its place.
            // biome-ignore lint/suspicious/noArrayIndexKey: as said
            <tr key={at}>
              <th scope="row">{text("bench.portion", { n: at + 1 })}</th>
              {series.map((input) => (
                <td key={input.name}>
                  <ReadingCell
                    input={input}
                    portion={at + 1}
                    value={texts(readings, input.name)[at] ?? ""}
                    problem={problems.of(input.name, at)}
                    onChange={(value) => set(input.name, at, value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <SeriesHints series={series} />
      <div className="row">
        <Button disabled={portions >= most} onClick={() => resize(portions + 1)}>
          {text("bench.portion.add")}
        </Button>
        {portions > least && <Button onClick={() => resize(portions - 1)}>{text("bench.portion.remove")}</Button>}
      </div>
    </>
  );
}

function SeriesHints({ series }: { readonly series: readonly MethodInput[] }) {
  const { own } = useLanguage();
  const hints = series.filter(({ hint }) => hint);
  if (hints.length === 0) return null;
  return (
    <ul className="field-hint hints">
      {hints.map(({ name, label, hint }) => (
        <li key={name}>
          {label[own]}: {hint?.[own]}
        </li>
      ))}
    </ul>
  );
}

function texts(readings: Readings, name: string): readonly string[] {
  const value = readings[name];
  return typeof value === "string" ? [value] : (value ?? []);
}
