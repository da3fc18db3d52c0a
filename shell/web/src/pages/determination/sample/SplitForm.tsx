import { splitSample } from "@quanheng/contract/routes/determination.ts";
import { compare, decimal, formatDecimal, minus, plus } from "@quanheng/kernel/decimal.ts";
import { parseNumber } from "@quanheng/kernel/number-text.ts";
import { Button } from "antd";
import { type FormEvent, useState } from "react";
import { useSend } from "../../../api/use-call.ts";
import { ActionButton } from "../../../components/ActionButton.tsx";
import { DraftNote } from "../../../components/DraftNote.tsx";
import { NumberField } from "../../../components/NumberField.tsx";
import { ProblemAlert } from "../../../components/ProblemAlert.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { commonText } from "../../../i18n/common.ts";
import { samplesText } from "../../../i18n/samples.ts";
import type { SampleDetail } from "./sample-detail.ts";

type Part = { readonly quantity: string; readonly purpose: string };

const EMPTY: Part = { quantity: "", purpose: "" };
const MOST_PARTS = 20;

/** Divides a sample, once. What is left over is counted while typing. */
export function SplitForm({ sample }: { readonly sample: SampleDetail }) {
  const text = useText(samplesText);
  const [open, setOpen] = useState(false);
  const barred = obstacle(sample);
  return (
    <section className="panel stack">
      <h2>{text("split.title")}</h2>
      {open && !barred ? (
        <Split sample={sample} close={() => setOpen(false)} />
      ) : (
        <ActionButton onClick={() => setOpen(true)} reason={barred ? text(barred) : undefined}>
          {text("split.start")}
        </ActionButton>
      )}
    </section>
  );
}

function obstacle({ receipt, parts, partOf }: SampleDetail) {
  if (partOf) return "split.is-part";
  if (parts.length > 0) return "split.already";
  return receipt ? null : "split.not-received";
}

function Split({ sample, close }: { readonly sample: SampleDetail; readonly close: () => void }) {
  const text = useText(samplesText);
  const common = useText(commonText);
  const draft = useDraft<readonly Part[]>(`split.${sample.id}`, 1, [EMPTY, EMPTY]);
  const [tried, setTried] = useState(false);
  const send = useSend(splitSample, { onDone: draft.clear });
  const parts = draft.value;
  const { quantity: have, unit } = sample.receipt ?? sample;
  const left = remainder(have, parts);
  const set = (at: number, part: Partial<Part>) =>
    draft.change((former) => former.map((one, index) => (index === at ? { ...one, ...part } : one)));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const read = parts.map(({ quantity, purpose }) => ({ number: parseNumber(quantity), purpose: purpose.trim() }));
    const ready = read.flatMap(({ number, purpose }) =>
      number.ok && number.operator === "=" && purpose ? [{ quantity: number.text, unit, purpose }] : [],
    );
    if (ready.length < parts.length || left?.startsWith("-")) return;
    send.mutate({ params: { id: sample.id }, body: { parts: ready } });
  };

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="quiet">{text("split.lead", { quantity: have, unit })}</p>
      <DraftNote draft={draft} />
      {parts.map(({ quantity, purpose }, at) => (
        // The place is the identity of a part: it has no other until the platform numbers it.
        // biome-ignore lint/suspicious/noArrayIndexKey: as said
        <div className="pair" key={at}>
          <NumberField
            label={text("split.quantity", { n: at + 1 })}
            unit={unit}
            value={quantity}
            onChange={(typed) => set(at, { quantity: typed })}
            problem={tried && quantity.trim() === "" ? { code: "empty" } : null}
          />
          <TextField
            label={text("split.purpose", { n: at + 1 })}
            maxLength={100}
            value={purpose}
            onChange={(typed) => set(at, { purpose: typed })}
            problem={tried && purpose.trim() === "" && text("split.purpose.missing")}
          />
          {parts.length > 2 && (
            <Button onClick={() => draft.change((former) => former.filter((_, index) => index !== at))}>
              {text("split.remove", { n: at + 1 })}
            </Button>
          )}
        </div>
      ))}
      {left && (
        <p aria-live="polite" className={left.startsWith("-") ? "field-problem" : "quiet"}>
          {left.startsWith("-")
            ? text("split.over", { over: left.slice(1), unit })
            : text("split.left", { left, unit })}
        </p>
      )}
      <ProblemAlert error={send.error} />
      <div className="row">
        <Button disabled={parts.length >= MOST_PARTS} onClick={() => draft.change((former) => [...former, EMPTY])}>
          {text("split.add")}
        </Button>
        <Button onClick={close}>{common("cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {text("split.send")}
        </Button>
      </div>
    </form>
  );
}

/** What the parts leave of the whole, exactly; null while a figure cannot be read. */
function remainder(whole: string, parts: readonly Part[]): string | null {
  const given = parseNumber(whole);
  const read = parts.filter(({ quantity }) => quantity.trim() !== "").map(({ quantity }) => parseNumber(quantity));
  if (!given.ok || read.some((number) => !number.ok)) return null;
  const zero = decimal("0");
  const sum = read.reduce((total, number) => (number.ok ? plus(total, decimal(number.text)) : total), zero);
  const left = minus(decimal(given.text), sum);
  return compare(left, zero) === 0 ? "0" : formatDecimal(left);
}
