import { SelectField } from "../../../components/SelectField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { useSay } from "./say.ts";
import type { StepProps } from "./step.ts";

const SAMPLERS = ["client", "laboratory", "authority"] as const;

/** Who drew the sample, and what shows it: some markets take results on samples of an authority or a laboratory only. */
export function SamplingFields({ form, change, problem }: Pick<StepProps, "form" | "change" | "problem">) {
  const text = useText(selectionText);
  const say = useSay();
  const field = (name: "sampledOn" | "sampledPlace" | "sampledBody" | "sampledRecord") => ({
    label: text(`field.${name}`),
    value: form[name] ?? "",
    maxLength: 120,
    onChange: (typed: string) => change({ [name]: typed }),
    problem: say(problem(name)),
  });
  return (
    <>
      <SelectField
        label={text("field.sampled-by")}
        value={form.sampledBy || "client"}
        onChange={(sampledBy) => change({ sampledBy })}
        choices={SAMPLERS.map((value) => ({ value, label: text(`sampled-by.${value}`) }))}
      />
      {form.sampledBy === "laboratory" && (
        <>
          <TextField type="date" {...field("sampledOn")} />
          <TextField {...field("sampledPlace")} />
        </>
      )}
      {form.sampledBy === "authority" && (
        <>
          <TextField {...field("sampledBody")} />
          <TextField {...field("sampledRecord")} />
        </>
      )}
    </>
  );
}
