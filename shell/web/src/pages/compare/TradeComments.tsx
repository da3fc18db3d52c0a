import {
  addTradeComment,
  listTradeComments,
  type TradeNotification,
} from "@quanheng/contract/routes/trade-notification.ts";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { DayText } from "../../components/DateText.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { useMay } from "../../session/use-session.ts";
import { TradeChangeForm } from "./TradeEntryForm.tsx";
import { TradeFollowing } from "./TradeFollowing.tsx";

/** What was said to one notification, by day; a form while comments are taken. */
export function TradeComments({ of, close }: { readonly of: TradeNotification; readonly close: () => void }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const comments = useCall(listTradeComments, { params: { id: of.id } });
  const mayFollow = useMay("requirement.propose");
  const [body, write] = useState("");
  const send = useSend(addTradeComment, { onDone: () => write("") });
  return (
    <section className="panel stack" aria-labelledby="trade-comments">
      <h2 id="trade-comments">{text("trade.comments.of", { symbol: of.symbol })}</h2>
      <Stateful of={comments} empty={{ when: ({ items }) => items.length === 0, text: text("trade.comments.none") }}>
        {({ items }) => (
          <ul className="versions">
            {items.map(({ id, saidOn, by, body: said }) => (
              <li key={id}>
                <span className="quiet">
                  <DayText day={saidOn} /> · {by[own]}
                </span>
                <span className="compare-said">{said}</span>
              </li>
            ))}
          </ul>
        )}
      </Stateful>
      {mayFollow && <TradeFollowing of={of} done={close} />}
      {mayFollow && <TradeChangeForm of={of} done={close} />}
      <TextAreaField label={text("trade.comment")} value={body} onChange={write} />
      {send.error && <ProblemAlert error={send.error} />}
      <div className="compare-bar">
        <ActionButton
          type="primary"
          loading={send.isPending}
          disabled={body.trim().length < 5}
          reason={of.commentsOpen ? undefined : text("trade.comments.closed")}
          onClick={() => send.mutate({ params: { id: of.id }, body: { body } })}
        >
          {text("trade.comment.send")}
        </ActionButton>
        <button type="button" className="plain-button" onClick={close}>
          {text("trade.comments.close")}
        </button>
      </div>
    </section>
  );
}
