import {
  changeTradeNotification,
  enterTradeNotification,
  type TradeNotification,
} from "@quanheng/contract/routes/trade-notification.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { TradeFields } from "./TradeFields.tsx";
import { entryOf, formOf, isComplete } from "./trade-form.ts";

/** How a standards engineer enters a notification. */
export function TradeEntryForm() {
  const text = useText(compareText);
  const [form, setForm] = useState(() => formOf(null));
  const enter = useSend(enterTradeNotification, { onDone: () => setForm(formOf(null)) });
  return (
    <details className="panel compare-claims">
      <summary>{text("trade.enter")}</summary>
      <TradeFields form={form} change={setForm} />
      <ProblemAlert error={enter.error} />
      <ActionButton
        type="primary"
        loading={enter.isPending}
        disabled={!isComplete(form)}
        onClick={() => enter.mutate({ body: entryOf(form) })}
      >
        {text("trade.enter.send")}
      </ActionButton>
    </details>
  );
}

/** The same for one that is entered: corrected, or brought up to date when the measure is adopted. */
export function TradeChangeForm({ of, done }: { readonly of: TradeNotification; readonly done: () => void }) {
  const text = useText(compareText);
  const [form, setForm] = useState(() => formOf(of));
  const send = useSend(changeTradeNotification, { onDone: done });
  return (
    <details className="compare-claims">
      <summary>{text("trade.change")}</summary>
      <TradeFields form={form} change={setForm} />
      <ProblemAlert error={send.error} />
      <ActionButton
        loading={send.isPending}
        disabled={!isComplete(form)}
        onClick={() => send.mutate({ params: { id: of.id }, body: { version: of.version, entry: entryOf(form) } })}
      >
        {text("trade.change.send")}
      </ActionButton>
    </details>
  );
}
