import { receiveSample } from "@quanheng/contract/routes/determination.ts";
import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { DraftNote } from "../../../components/DraftNote.tsx";
import { NumberField, numberProblem } from "../../../components/NumberField.tsx";
import { Note, ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../../components/TextAreaField.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { commonText } from "../../../i18n/common.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { type Condition, ConditionField } from "./ConditionField.tsx";
import { type Photo, PhotoField } from "./PhotoField.tsx";

type Entry = {
  readonly condition: Condition | "";
  readonly quantity: string;
  readonly temperatureC: string;
  readonly remarks: string;
  readonly photo: Photo | null;
};

/** Arrival of a sample, made for a phone at the counter; a correction replaces the former record and says why. */
export function ReceiveForm({
  sample,
  correction,
  close,
}: {
  readonly sample: SampleView;
  readonly correction: boolean;
  readonly close: () => void;
}) {
  const text = useText(samplesText);
  const common = useText(commonText);
  const draft = useDraft<Entry>(`receipt.${sample.id}.${correction ? "correction" : "first"}`, 1, initial(sample));
  const [tried, setTried] = useState(false);
  const send = useSend(receiveSample, {
    onDone: () => {
      draft.clear();
      close();
    },
  });
  const { condition, quantity, temperatureC, remarks, photo } = draft.value;
  const set = (part: Partial<Entry>) => draft.change((former) => ({ ...former, ...part }));
  const missing = complaints(draft.value, correction);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (condition === "" || Object.values(missing).some(Boolean)) return;
    send.mutate({
      params: { id: sample.id },
      body: {
        condition,
        remarks: remarks.trim() || null,
        quantity: quantity.trim(),
        unit: sample.unit,
        temperatureC: temperatureC.trim() || null,
        photoFileId: photo?.id ?? null,
        supersedes: correction,
      },
    });
  };

  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{text(correction ? "receive.correct.title" : "receive.title")}</h2>
      <DraftNote draft={draft} />
      <ConditionField
        value={condition}
        onChange={(chosen) => set({ condition: chosen })}
        problem={tried && missing.condition && text("receive.condition.missing")}
      />
      {condition === "unsuitable" && <Note>{text("receive.unsuitable")}</Note>}
      <div className="pair">
        <NumberField
          label={text("receive.quantity")}
          unit={sample.unit}
          value={quantity}
          onChange={(typed) => set({ quantity: typed })}
          problem={tried && quantity.trim() === "" ? { code: "empty" } : null}
        />
        <NumberField
          label={text("receive.temperature")}
          unit="Cel"
          optional
          value={temperatureC}
          onChange={(typed) => set({ temperatureC: typed })}
        />
      </div>
      <TextAreaField
        label={text(correction ? "receive.reason" : "receive.remarks")}
        hint={correction ? undefined : text("receive.remarks.hint")}
        problem={tried && missing.remarks && text("receive.remarks.missing")}
        value={remarks}
        onChange={(typed) => set({ remarks: typed })}
        maxLength={1000}
      />
      <PhotoField commissionId={sample.commissionId} photo={photo} onPhoto={(taken) => set({ photo: taken })} />
      <ProblemAlert error={send.error} />
      <div className="row is-end">
        {correction && <Button onClick={close}>{common("cancel")}</Button>}
        <Button type="primary" htmlType="submit" size="large" loading={send.isPending}>
          {text(correction ? "receive.correct.send" : "receive.send")}
        </Button>
      </div>
    </form>
  );
}

function initial({ receipt, quantity }: SampleView): Entry {
  return {
    condition: receipt?.condition ?? "",
    quantity: receipt?.quantity ?? quantity,
    temperatureC: receipt?.temperatureC ?? "",
    remarks: "",
    photo: null,
  };
}

function complaints({ condition, quantity, temperatureC, remarks }: Entry, correction: boolean) {
  return {
    condition: condition === "",
    quantity: quantity.trim() === "" || numberProblem(quantity) !== null,
    temperature: numberProblem(temperatureC) !== null,
    remarks: remarks.trim() === "" && (correction || condition === "damaged" || condition === "unsuitable"),
  };
}
