import type { MethodDefinition, MethodInput } from "@quanheng/flow/determination/method.ts";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { type BenchEntry, seriesOf, tablesOf } from "./bench-entry.ts";
import type { PlacedProblems } from "./field-problems.ts";
import { PortionTable } from "./PortionTable.tsx";
import { ReadingField } from "./ReadingField.tsx";
import { ReadingTable } from "./ReadingTable.tsx";

type Readings = BenchEntry["readings"];

/** The entries of a method as its definition lists them: portions, then what belongs to the sample, conditions, constants. */
export function ReadingsForm({
  definition,
  readings,
  problems,
  onChange,
  file,
}: {
  readonly definition: MethodDefinition;
  readonly readings: Readings;
  readonly problems: PlacedProblems;
  readonly onChange: (readings: Readings) => void;
  readonly file: ReactNode;
}) {
  const text = useText(determinationText);
  const series = seriesOf(definition);
  const single = definition.inputs.filter(({ replicates }) => replicates === undefined);
  const group = (wanted: NonNullable<MethodInput["group"]>) =>
    single.filter(({ group: own = "sample" }) => own === wanted);
  const set = (name: string, value: string | readonly string[]) => onChange({ ...readings, [name]: value });
  const fields = (inputs: readonly MethodInput[]) => (
    <div className="reading-grid">
      {inputs.map((input) => (
        <ReadingField
          key={input.name}
          input={input}
          value={asText(readings[input.name])}
          problem={problems.of(input.name, null)}
          onChange={(value) => set(input.name, value)}
        />
      ))}
    </div>
  );

  return (
    <>
      <section className="panel stack">
        <div className="row is-apart">
          <h2>{text("bench.readings")}</h2>
          <span className="quiet on-desk">{text("bench.readings.hint")}</span>
        </div>
        {series.length > 0 && (
          <PortionTable series={series} readings={readings} problems={problems} onChange={onChange} />
        )}
        {tablesOf(definition).map(({ table, columns }) => (
          <ReadingTable
            key={table.name}
            table={table}
            columns={columns}
            readings={readings}
            problems={problems}
            onChange={onChange}
          />
        ))}
        {group("sample").length > 0 && (
          <>
            <h3>{text("bench.single")}</h3>
            {fields(group("sample"))}
          </>
        )}
        {group("conditions").length > 0 && (
          <>
            <h3>{text("bench.conditions")}</h3>
            {fields(group("conditions"))}
          </>
        )}
        {file}
      </section>
      {group("instrument").length > 0 && (
        <section className="panel stack">
          <div className="row is-apart">
            <h2>{text("bench.constants")}</h2>
            <span className="quiet">{text("bench.constants.hint")}</span>
          </div>
          {fields(group("instrument"))}
        </section>
      )}
    </>
  );
}

function asText(value: string | readonly string[] | undefined): string {
  return typeof value === "string" ? value : (value?.[0] ?? "");
}
