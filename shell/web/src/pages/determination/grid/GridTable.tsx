import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import type { TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import type { EntryOutcome } from "@quanheng/contract/schemas/worksheet.ts";
import type { MethodDefinition } from "@quanheng/flow/determination/method.ts";
import { unitSymbol } from "@quanheng/flow/determination/unit-name.ts";
import type { Facts } from "@quanheng/kernel/refusal.ts";
import { memo, useCallback, useMemo, useRef } from "react";
import { Quantity } from "../../../components/Quantity.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { entryGridText } from "../../../i18n/entry-grid.ts";
import type { BenchEntry } from "../bench/bench-entry.ts";
import { columnKey, columnsOf, type GridCells, type GridColumn, isFilled, pastedCells, rowState } from "./grid-rows.ts";

/** One row per task: its readings, what they come to while they are typed, and what became of them. */
export function GridTable({
  definition,
  tasks,
  shared,
  cells,
  outcomes,
  onChange,
}: {
  readonly definition: MethodDefinition;
  readonly tasks: readonly TaskSummary[];
  readonly shared: BenchEntry["readings"];
  readonly cells: GridCells;
  readonly outcomes: ReadonlyMap<string, EntryOutcome>;
  readonly onChange: (update: (former: GridCells) => GridCells) => void;
}) {
  const text = useText(entryGridText);
  const { own } = useLanguage();
  const columns = useMemo(() => columnsOf(definition), [definition]);
  // Rows keep these handlers for good, so that a keystroke draws its own row and no other.
  const latest = useRef({ columns, tasks, cells, onChange });
  latest.current = { columns, tasks, cells, onChange };
  const type = useCallback((task: string, key: string, value: string) => {
    latest.current.onChange((former) => ({ ...former, [task]: { ...former[task], [key]: value } }));
  }, []);
  const paste = useCallback((task: string, key: string, pasted: string) => {
    const { columns: across, tasks: down, cells: former, onChange: change } = latest.current;
    const next = pastedCells(across, down, former, { task, column: key }, pasted);
    if (next) change(() => next);
    return next !== null;
  }, []);
  return (
    <section className="panel stack">
      <h2>{text("rows")}</h2>
      <div className="grid-scroll">
        <table className="portions entry-grid">
          <thead>
            <tr>
              <th scope="col">{text("sample")}</th>
              {columns.map((column) => (
                <th key={columnKey(column)} scope="col">
                  {column.input.label[own]} {column.portion === null ? "" : column.portion + 1}{" "}
                  {unitSymbol(column.input.unit) && <span className="quiet">[{unitSymbol(column.input.unit)}]</span>}
                </th>
              ))}
              <th scope="col">{text("result")}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <Row
                key={task.id}
                definition={definition}
                task={task}
                columns={columns}
                shared={shared}
                row={cells[task.id] ?? NOTHING}
                outcome={outcomes.get(task.id)}
                onCell={type}
                onPaste={paste}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const NOTHING: Readonly<Record<string, string>> = {};

type RowFacts = {
  readonly definition: MethodDefinition;
  readonly task: TaskSummary;
  readonly columns: readonly GridColumn[];
  readonly shared: BenchEntry["readings"];
  readonly row: Readonly<Record<string, string>>;
  readonly outcome: EntryOutcome | undefined;
};

/** Drawn anew only when its own texts change: a worksheet has hundreds. */
const Row = memo(function GridRow({
  definition,
  task,
  columns,
  shared,
  row,
  outcome,
  onCell,
  onPaste,
}: RowFacts & {
  readonly onCell: (task: string, key: string, value: string) => void;
  readonly onPaste: (task: string, key: string, text: string) => boolean;
}) {
  const { own } = useLanguage();
  const bench = useText(determinationText);
  const state = isFilled(row) ? rowState(definition, shared, row) : null;
  const kept = outcome !== undefined && outcome.outcome !== "refused";
  const sample = task.sampleNumber ?? task.commissionNumber;
  return (
    <tr className={kept ? "is-kept" : ""}>
      <th scope="row">
        {sample}
        <span className="quiet small"> {task.itemName[own]}</span>
      </th>
      {columns.map((column) => {
        const key = columnKey(column);
        const portion = column.portion === null ? "" : ` ${bench("bench.portion", { n: column.portion + 1 })}`;
        const wrong = state?.kind === "wrong" && (state.fields.has(key) || state.fields.has(column.input.name));
        return (
          <td key={key}>
            <span className="reading-label" aria-hidden="true">
              {column.input.label[own]}
              {portion} {unitSymbol(column.input.unit)}
            </span>
            <input
              className="text-input"
              type="text"
              inputMode="decimal"
              autoComplete="off"
              spellCheck={false}
              maxLength={200}
              aria-label={`${sample} ${column.input.label[own]}${portion}`}
              aria-invalid={wrong}
              disabled={kept}
              value={row[key] ?? ""}
              onChange={(event) => onCell(task.id, key, event.target.value)}
              onPaste={(event) => {
                if (onPaste(task.id, key, event.clipboardData.getData("text"))) event.preventDefault();
              }}
            />
          </td>
        );
      })}
      <td>
        <Result state={state} outcome={outcome} />
      </td>
    </tr>
  );
});

function Result({
  state,
  outcome,
}: {
  readonly state: ReturnType<typeof rowState> | null;
  readonly outcome: EntryOutcome | undefined;
}) {
  const text = useText(entryGridText);
  const { own } = useLanguage();
  if (outcome && outcome.outcome !== "refused")
    return (
      <span>
        <Quantity value={outcome.reported ?? "—"} unit={outcome.unit ?? "1"} />{" "}
        <span className="quiet small">{text(`row.${outcome.outcome}`)}</span>
      </span>
    );
  return (
    <span className="stack-tight">
      {state?.kind === "result" && <Quantity value={state.reported} unit={state.unit} />}
      {state && state.kind !== "result" && (
        <span className={state.kind === "wrong" ? "late" : "quiet small"}>
          {text(`row.${state.kind}`, { count: state.count })}
        </span>
      )}
      {outcome?.problem && (
        <span className="field-problem" role="alert">
          {problemSentence(outcome.problem.code, outcome.problem.facts as Facts)[own]}
        </span>
      )}
    </span>
  );
}
