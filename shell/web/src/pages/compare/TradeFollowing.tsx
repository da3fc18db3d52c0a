import { followTradeNotification, type TradeNotification } from "@quanheng/contract/routes/trade-notification.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";

const SHORTEST = 5;

/** Who follows a notification, and how it was closed. */
export function TradeFollowing({ of, done }: { readonly of: TradeNotification; readonly done: () => void }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const [outcome, setOutcome] = useState("");
  const send = useSend(followTradeNotification, { onDone: done });
  const follow = (step: Parameters<typeof send.mutate>[0]["body"]["step"]) =>
    send.mutate({ params: { id: of.id }, body: { version: of.version, step } });
  return (
    <div className="stack">
      <p>
        {of.assignedTo ? text("trade.followed-by", { who: of.assignedTo[own] }) : text("trade.followed-by.nobody")}
        {of.outcome && ` ${text("trade.closed-with", { day: of.closedOn ?? "", outcome: of.outcome })}`}
      </p>
      <ProblemAlert error={send.error} />
      {of.closedOn === null && (
        <TextField label={text("trade.outcome")} value={outcome} onChange={setOutcome} maxLength={500} />
      )}
      <div className="row">
        <ActionButton loading={send.isPending} onClick={() => follow({ kind: of.mine ? "give-up" : "take" })}>
          {text(of.mine ? "trade.give-up" : "trade.take")}
        </ActionButton>
        {of.closedOn === null ? (
          <ActionButton
            loading={send.isPending}
            disabled={outcome.trim().length < SHORTEST}
            onClick={() => follow({ kind: "close", outcome: outcome.trim() })}
          >
            {text("trade.close")}
          </ActionButton>
        ) : (
          <ActionButton loading={send.isPending} onClick={() => follow({ kind: "reopen" })}>
            {text("trade.reopen")}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
