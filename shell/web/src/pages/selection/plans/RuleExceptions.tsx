import { NumberField } from "../../../components/NumberField.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import {
  EXCEPTION_KINDS,
  type ExceptionEntry,
  type ExceptionKind,
  exceptionRule,
  USUAL_FIGURE,
} from "./rule-exceptions.ts";

type Named = { readonly id: string; readonly name: { readonly zh: string; readonly en: string } };

/** Rules of their own for single characteristics whose standards bring one, such as a reproducibility. */
export function RuleExceptions({
  characteristics,
  entries,
  onChange,
}: {
  readonly characteristics: readonly Named[];
  readonly entries: readonly ExceptionEntry[];
  readonly onChange: (next: readonly ExceptionEntry[]) => void;
}) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const taken = new Set(entries.map(({ characteristic }) => characteristic));
  const free = characteristics.filter(({ id }) => !taken.has(id));
  const set = (at: number, part: Partial<ExceptionEntry>) =>
    onChange(entries.map((each, index) => (index === at ? { ...each, ...part } : each)));
  const [next] = free;
  return (
    <details className="rules-more">
      <summary>{text("rule.exceptions")}</summary>
      <p className="quiet section-lead">{text("rule.exceptions.lead")}</p>
      <ul className="rule-exceptions">
        {entries.map((entry, at) => (
          <li key={entry.characteristic} className="rule-exception">
            <SelectField
              label={text("rule.exceptions.of")}
              value={entry.characteristic}
              choices={[{ id: entry.characteristic, name: entry.name }, ...free].map(({ id, name }) => ({
                value: id,
                label: name[own],
              }))}
              onChange={(id) => {
                const found = characteristics.find((each) => each.id === id);
                if (found) set(at, { characteristic: found.id, name: found.name });
              }}
            />
            <SelectField
              label={text("rule.title")}
              value={entry.rule}
              choices={EXCEPTION_KINDS.map((kind) => ({ value: kind, label: text(`rule.exceptions.${kind}`) }))}
              onChange={(kind) => set(at, { rule: kind as ExceptionKind, figure: USUAL_FIGURE[kind as ExceptionKind] })}
            />
            {entry.rule !== "simple" && (
              <NumberField
                label={text(`rule.exceptions.${entry.rule}.figure`)}
                value={entry.figure}
                problem={problemOf(entry)}
                onChange={(figure) => set(at, { figure })}
              />
            )}
            <button
              type="button"
              className="plain-button"
              aria-label={text("rule.exceptions.remove", { name: entry.name[own] })}
              onClick={() => onChange(entries.filter((_, index) => index !== at))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {next && (
        <button
          type="button"
          className="plain-button"
          onClick={() =>
            onChange([...entries, { characteristic: next.id, name: next.name, rule: "recipient", figure: "" }])
          }
        >
          {text("rule.exceptions.add")}
        </button>
      )}
    </details>
  );
}

function problemOf(entry: ExceptionEntry) {
  if (exceptionRule(entry) !== null) return null;
  if (entry.figure.trim() === "") return { code: "empty" };
  return { code: "malformed-rule", facts: { problem: entry.rule, given: entry.figure } };
}
