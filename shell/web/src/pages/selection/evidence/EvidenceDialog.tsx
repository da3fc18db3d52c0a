import { getRequirements, stateEvidence } from "@quanheng/contract/routes/selection.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { Button } from "antd";
import { type FormEvent, useId, useState } from "react";
import { useCall, useSend } from "../../../api/use-call.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { NumberField, numberProblem } from "../../../components/NumberField.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { evidenceText } from "../../../i18n/evidence.ts";
import { Choices } from "./Choices.tsx";

const EMPTY = { issuer: "", number: "", issuedOn: "", method: "" };
type Entry = keyof typeof EMPTY;
type Figures = { readonly value: string; readonly loq: string; readonly U: string };
const NO_FIGURES: Figures = { value: "", loq: "", U: "" };
const KINDS = ["full", "supplementary", "interim"] as const;
const SAMPLERS = ["laboratory", "authority", "client"] as const;

/** States one report: who issued it, when, by which method, under whose accreditation, and what it tested. */
export function EvidenceDialog({
  id,
  version,
  bodies,
  close,
}: {
  readonly id: CommissionDetail["id"];
  readonly version: number;
  readonly bodies: readonly string[];
  readonly close: () => void;
}) {
  const text = useText(evidenceText);
  const { own } = useLanguage();
  const formId = useId();
  const requirements = useCall(getRequirements, { params: { id } });
  const [entries, setEntries] = useState(EMPTY);
  const [marks, setMarks] = useState<readonly string[]>([]);
  const [tested, setTested] = useState<Readonly<Record<string, Figures>>>({});
  const [kind, setKind] = useState<(typeof KINDS)[number]>("full");
  const [sampler, setSampler] = useState<(typeof SAMPLERS)[number] | "unknown">("unknown");
  const [tried, setTried] = useState(false);
  const state = useSend(stateEvidence, { onDone: close });
  const known = new Map(
    requirements.data?.requirements
      .filter(({ testable }) => testable)
      .map(({ characteristic, characteristicName, unit }) => [characteristic, { name: characteristicName, unit }]),
  );
  const wrong = Object.values(tested).some(
    ({ value, loq, U }) => numberProblem(loq) ?? numberProblem(U) ?? (value.trim() !== "" && printed(value) === null),
  );
  const complete =
    Object.values(entries).every((typed) => typed.trim() !== "") && Object.keys(tested).length > 0 && !wrong;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!complete) return;
    const characteristics = Object.entries(tested).map(([each, { value, loq, U }]) => ({
      id: each,
      value: printed(value),
      loq: digits(loq),
      U: digits(U),
    }));
    const more = { kind, sampledBy: sampler === "unknown" ? null : sampler };
    const evidence = { ...trimmed(entries), institutionId: null, accreditedBy: [...marks], ...more, characteristics };
    state.mutate({ params: { id }, body: { version, evidence } });
  };
  const field = (name: Entry, more: { readonly type?: "date"; readonly hint?: string } = {}) => (
    <TextField
      label={text(name === "issuedOn" ? "issued" : name)}
      value={entries[name]}
      onChange={(typed) => setEntries((former) => ({ ...former, [name]: typed }))}
      problem={tried && entries[name].trim() === "" && text("missing")}
      {...more}
    />
  );
  return (
    <Dialog
      title={text("add.title")}
      open
      close={close}
      footer={
        <Button type="primary" htmlType="submit" form={formId} loading={state.isPending}>
          {text("save")}
        </Button>
      }
    >
      <form id={formId} onSubmit={send} noValidate className="stack">
        <ProblemAlert error={state.error} />
        <div className="fields is-pair">
          {field("issuer")}
          {field("number")}
          {field("issuedOn", { type: "date" })}
          {field("method", { hint: text("method.hint") })}
          <SelectField
            label={text("kind")}
            value={kind}
            onChange={(chosen) => setKind(chosen as typeof kind)}
            choices={KINDS.map((value) => ({ value, label: text(`kind.${value}`) }))}
          />
          <SelectField
            label={text("sampler")}
            value={sampler}
            onChange={(chosen) => setSampler(chosen as typeof sampler)}
            choices={(["unknown", ...SAMPLERS] as const).map((value) => ({ value, label: text(`sampler.${value}`) }))}
          />
        </div>
        <Choices
          legend={text("bodies")}
          of={bodies.map((body) => ({ value: body, label: body }))}
          chosen={marks}
          choose={setMarks}
        />
        <Choices
          legend={text("characteristics")}
          of={[...known].map(([value, { name }]) => ({ value, label: name[own] }))}
          chosen={Object.keys(tested)}
          choose={(chosen) =>
            setTested((former) => Object.fromEntries(chosen.map((each) => [each, former[each] ?? NO_FIGURES])))
          }
          problem={tried && Object.keys(tested).length === 0 && text("choose")}
        />
        {Object.entries(tested).map(([each, figures]) => (
          <div key={each} className="fields is-pair">
            <TextField
              label={`${known.get(each)?.name[own] ?? each}: ${text("value")}`}
              hint={text("value.hint")}
              problem={figures.value.trim() !== "" && printed(figures.value) === null && text("value.wrong")}
              value={figures.value}
              onChange={(value) => setTested((former) => ({ ...former, [each]: { ...figures, value } }))}
            />
            {(["loq", "U"] as const).map((figure) => (
              <NumberField
                key={figure}
                label={`${known.get(each)?.name[own] ?? each}: ${text(figure)}`}
                {...unitOf(known.get(each)?.unit)}
                hint={text("figures.hint")}
                optional
                value={figures[figure]}
                onChange={(typed) => setTested((former) => ({ ...former, [each]: { ...figures, [figure]: typed } }))}
              />
            ))}
          </div>
        ))}
      </form>
    </Dialog>
  );
}

function unitOf(unit: string | null | undefined): { readonly unit?: string } {
  return unit ? { unit } : {};
}

/** A result as the wire takes it, or null where nothing or no number is typed. */
function printed(typed: string): string | null {
  const parsed = parseNumber(typed);
  return parsed.ok ? `${parsed.operator === "=" ? "" : parsed.operator}${parsed.text}` : null;
}

function digits(typed: string): string | null {
  const parsed = parseNumber(typed);
  return parsed.ok ? parsed.text : null;
}

function trimmed(entries: typeof EMPTY): typeof EMPTY {
  const { issuer, number, issuedOn, method } = entries;
  return { issuer: issuer.trim(), number: number.trim(), issuedOn, method: method.trim() };
}
