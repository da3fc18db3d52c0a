import { NumberField } from "../../components/NumberField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { CorrelationEntry } from "./workbench.ts";

/** Correlation coefficients of pairs of inputs. */
export function Correlations({
  correlations,
  inputs,
  onChange,
}: {
  readonly correlations: readonly CorrelationEntry[];
  readonly inputs: readonly string[];
  readonly onChange: (next: readonly CorrelationEntry[]) => void;
}) {
  const text = useText(uncertaintyText);
  const choices = (kept: string) =>
    [...new Set([...inputs, ...(kept === "" ? [] : [kept])])].map((name) => ({ value: name, label: name }));
  const set = (key: number, part: Partial<CorrelationEntry>) =>
    onChange(correlations.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const fresh = 1 + Math.max(-1, ...correlations.map(({ key }) => key));

  return (
    <section className="panel stack" aria-label={text("correlations.title")}>
      <h2>{text("correlations.title")}</h2>
      {correlations.length === 0 && <p className="quiet">{text("correlations.none")}</p>}
      <ul className="plain-list stack">
        {correlations.map(({ key, a, b, r }) => (
          <li key={key} className="correlation-row">
            <SelectField
              label={text("correlations.first")}
              value={a}
              onChange={(name) => set(key, { a: name })}
              choices={choices(a)}
            />
            <SelectField
              label={text("correlations.second")}
              value={b}
              onChange={(name) => set(key, { b: name })}
              choices={choices(b)}
            />
            <NumberField
              label="r"
              value={r}
              onChange={(value) => set(key, { r: value })}
              problem={r.trim() === "" ? { code: "empty" } : null}
            />
            <button
              type="button"
              className="plain-button"
              aria-label={text("correlations.remove", { a, b })}
              onClick={() => onChange(correlations.filter((each) => each.key !== key))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {inputs.length > 1 && (
        <div>
          <button
            type="button"
            className="plain-button"
            onClick={() =>
              onChange([...correlations, { key: fresh, a: inputs[0] ?? "", b: inputs[1] ?? "", r: "0.5" }])
            }
          >
            {text("correlations.add")}
          </button>
        </div>
      )}
    </section>
  );
}
