import { TextField } from "../../../components/TextField.tsx";
import { useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { useSay } from "./say.ts";
import type { StepProps } from "./step.ts";

/** The day whose standards apply, and by when the report is needed. */
export function DatesStep({ form, change, problem }: StepProps) {
  const text = useText(selectionText);
  const say = useSay();
  return (
    <div className="fields">
      <TextField
        label={text("field.applies")}
        hint={text("field.applies.hint")}
        type="date"
        value={form.appliesOn}
        onChange={(appliesOn) => change({ appliesOn })}
        problem={say(problem("appliesOn"))}
      />
      <TextField
        label={text("field.needed")}
        hint={text("field.needed.hint")}
        type="date"
        value={form.neededBy}
        onChange={(neededBy) => change({ neededBy })}
        problem={say(problem("neededBy"))}
      />
    </div>
  );
}
