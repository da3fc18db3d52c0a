import { NumberField } from "../../components/NumberField.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Workbench } from "./workbench.ts";

type Settled = Pick<Workbench, "probability" | "dofPolicy" | "digits" | "seed" | "mostTrials">;

/** Probability, policies and how the trials run. */
export function Settings({
  bench,
  onChange,
}: {
  readonly bench: Settled;
  readonly onChange: (part: Partial<Settled>) => void;
}) {
  const text = useText(uncertaintyText);
  const missing = (value: string) => (value.trim() === "" ? { code: "empty" } : null);
  return (
    <section className="panel" aria-label={text("settings.title")}>
      <h2>{text("settings.title")}</h2>
      <div className="setting-grid">
        <NumberField
          label={text("settings.probability")}
          value={bench.probability}
          onChange={(probability) => onChange({ probability })}
          problem={missing(bench.probability)}
        />
        <SelectField
          label={text("settings.dof")}
          value={bench.dofPolicy}
          onChange={(policy) => onChange({ dofPolicy: policy === "interpolate" ? "interpolate" : "truncate" })}
          choices={(["truncate", "interpolate"] as const).map((value) => ({
            value,
            label: text(`settings.dof.${value}`),
          }))}
        />
        <SelectField
          label={text("settings.digits")}
          value={bench.digits}
          onChange={(digits) => onChange({ digits: digits === "1" ? "1" : "2" })}
          choices={["1", "2"].map((value) => ({ value, label: value }))}
        />
        <NumberField
          label={text("settings.seed")}
          value={bench.seed}
          onChange={(seed) => onChange({ seed })}
          hint={text("settings.seed.hint")}
          problem={missing(bench.seed)}
        />
        <NumberField
          label={text("settings.most")}
          value={bench.mostTrials}
          onChange={(mostTrials) => onChange({ mostTrials })}
          problem={missing(bench.mostTrials)}
        />
      </div>
    </section>
  );
}
