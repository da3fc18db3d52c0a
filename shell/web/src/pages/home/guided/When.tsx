import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { useSay } from "../../selection/form/say.ts";
import type { StepProps } from "../../selection/form/step.ts";

/** By when the report is needed, and how much sample can be given. */
export function When({ form, change, problem }: StepProps) {
  const text = useText(selectionText);
  const say = useSay();
  return (
    <div className="fields">
      <TextField
        label={text("field.needed")}
        hint={text("field.needed.hint")}
        type="date"
        value={form.neededBy}
        onChange={(neededBy) => change({ neededBy })}
        problem={say(problem("neededBy"))}
      />
      <TextField
        label={`${text("field.sample")} (g)`}
        hint={text("field.sample.hint")}
        inputMode="numeric"
        value={form.sampleAvailableG}
        onChange={(sampleAvailableG) => change({ sampleAvailableG })}
        problem={say(problem("sampleAvailableG"))}
      />
    </div>
  );
}
