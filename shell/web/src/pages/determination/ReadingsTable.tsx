import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { instrumentTypeName } from "@quanheng/flow/determination/instrument-type.ts";
import type { MethodDefinition, MethodInput } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";
import { instrumentTypesOf, type Observation } from "./bench/bench-entry.ts";
import "./determination.css";

type Line = { readonly key: string; readonly label: string; readonly cells: readonly string[] };

/** Readings side by side, one column for each time they were entered; what changed against the column before is marked. */
export function ReadingsTable({
  definition,
  task,
  observations,
}: {
  readonly definition: MethodDefinition;
  readonly task: TaskDetail;
  readonly observations: readonly Observation[];
}) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const lines: readonly Line[] = [
    ...definition.inputs.map((input) => ({
      key: input.name,
      label: labelled(input, own),
      cells: observations.map(({ readings }) => shownReading(input, readings[input.name], own)),
    })),
    ...instrumentTypesOf(definition).map((type) => ({
      key: type,
      label: instrumentTypeName(type)[own],
      cells: observations.map(({ instruments }) => instrumentText(type, instruments, task, own)),
    })),
    {
      key: "temperature",
      label: `${text("bench.temperature")} [°C]`,
      cells: observations.map(({ environment }) => environment.temperatureC ?? ""),
    },
    {
      key: "humidity",
      label: `${text("bench.humidity")} [%]`,
      cells: observations.map(({ environment }) => environment.humidityPercent ?? ""),
    },
  ];
  return (
    <div className="table-scroll">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{text("csv.column")}</th>
            {observations.map(({ id, number, enteredBy }) => (
              <th key={id} scope="col">
                {text("history.entry", { number })}
                <br />
                <span className="quiet">{enteredBy[own]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, cells }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {cells.map((cell, at) => (
                <td
                  key={observations[at]?.id}
                  className={at > 0 && cell !== cells[at - 1] ? "is-different" : undefined}
                >
                  {inShort(cell) || "—"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Readings that stand beside each other; of a curve only its ends, for it has a table of its own. */
const MOST_SHOWN = 24;
const BETWEEN = " · ";

function inShort(cell: string): string {
  const texts = cell.split(BETWEEN);
  if (texts.length <= MOST_SHOWN) return cell;
  return `${texts.slice(0, 3).join(BETWEEN)} … ${texts.slice(-3).join(BETWEEN)} (${texts.length})`;
}

/** An input with its unit, e.g. "Rotation [°]". */
export function labelled({ label, unit }: MethodInput, own: "zh" | "en"): string {
  const symbol = unitSymbol(unit);
  return symbol ? `${label[own]} [${symbol}]` : label[own];
}

/** What was entered, as it was entered; a choice by its word. */
export function shownReading(
  input: MethodInput,
  value: string | readonly string[] | undefined,
  own: "zh" | "en",
): string {
  const texts = value === undefined ? [] : typeof value === "string" ? [value] : value;
  return texts
    .map((text) => wordOf(input, text, own))
    .filter((text) => text !== "" || texts.length > 1)
    .join(BETWEEN);
}

function wordOf({ kind, choices }: MethodInput, text: string, own: "zh" | "en"): string {
  if (kind === "flag" && (text === "true" || text === "false")) return YES_NO[text][own];
  return choices?.find(({ value }) => value === text)?.label[own] ?? text;
}

const YES_NO = { true: { zh: "是", en: "Yes" }, false: { zh: "否", en: "No" } } as const;

function instrumentText(
  type: string,
  uses: Observation["instruments"],
  { instruments }: TaskDetail,
  own: "zh" | "en",
): string {
  const used = uses.find((use) => use.type === type);
  const known = instruments.find(({ id }) => id === used?.instrumentId);
  return known ? `${known.name[own]} ${known.serial}` : (used?.instrumentId ?? "");
}
