import { LOT_UNITS, lotUnitNames } from "@quanheng/contract/messages/lot-units.ts";
import { NumberField, numberProblem } from "../../../components/NumberField.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { commonText } from "../../../i18n/common.ts";
import { selectionText } from "../../../i18n/selection.ts";
import type { FormValue } from "../form-value.ts";
import { SamplingFields } from "./SamplingFields.tsx";
import { useSay } from "./say.ts";
import type { StepProps } from "./step.ts";

/** Which lot, how large, and how much of it can be given as a sample. */
export function LotStep({ form, change, problem }: StepProps) {
  const text = useText(selectionText);
  const common = useText(commonText);
  const say = useSay();
  const { own } = useLanguage();
  return (
    <div className="fields">
      <TextField
        label={text("field.lot")}
        maxLength={60}
        value={form.lotNumber}
        onChange={(lotNumber) => change({ lotNumber })}
        problem={say(problem("lotNumber"))}
      />
      <TextField
        label={text("field.produced")}
        hint={common("optional")}
        type="date"
        value={form.producedOn}
        onChange={(producedOn) => change({ producedOn })}
        problem={say(problem("producedOn"))}
      />
      <Figure name="lotQuantity" label={text("field.quantity")} {...{ form, change, problem }} />
      <SelectField
        label={text("field.unit")}
        value={form.lotUnit}
        onChange={(lotUnit) => change({ lotUnit })}
        choices={LOT_UNITS.map((unit) => ({ value: unit, label: lotUnitNames[unit][own] }))}
      />
      <Figure
        name="sampleAvailableG"
        label={text("field.sample")}
        hint={text("field.sample.hint")}
        unit="g"
        {...{ form, change, problem }}
      />
      <SamplingFields {...{ form, change, problem }} />
      <TextAreaField
        label={text("field.remarks")}
        optional={common("optional")}
        rows={2}
        maxLength={1000}
        value={form.remarks}
        onChange={(remarks) => change({ remarks })}
      />
    </div>
  );
}

/** A number field: what the text lacks to be a number is said by the field, the rest by the form. */
function Figure({
  name,
  label,
  hint,
  unit,
  form,
  change,
  problem,
}: Pick<StepProps, "form" | "change" | "problem"> & {
  readonly name: "lotQuantity" | "sampleAvailableG";
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
}) {
  const say = useSay();
  const typed = form[name];
  const complaint = numberProblem(typed) ? undefined : say(problem(name));
  return (
    <div className={complaint ? "is-wrong stack tight" : "stack tight"}>
      <NumberField
        label={label}
        hint={hint}
        {...(unit ? { unit } : {})}
        value={typed}
        onChange={(next) => change({ [name]: next } satisfies Partial<FormValue>)}
      />
      {complaint && (
        <p className="field-problem" role="alert">
          {complaint}
        </p>
      )}
    </div>
  );
}
