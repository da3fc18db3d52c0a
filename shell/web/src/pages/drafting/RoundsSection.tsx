import { closeDraftRound, openDraftRound } from "@quanheng/contract/routes/drafting.ts";
import type { DraftDetail } from "@quanheng/contract/schemas/drafting.ts";
import { useState } from "react";
import { useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { DayText } from "../../components/DateText.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextAreaField } from "../../components/TextAreaField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { draftingText } from "../../i18n/drafting.ts";

/** When comments were and are taken, on which version, of whom. */
export function RoundsSection({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  return (
    <section className="panel stack" aria-labelledby="draft-rounds">
      <h2 id="draft-rounds">{text("rounds.title")}</h2>
      {of.rounds.length === 0 && <p className="quiet">{text("rounds.none")}</p>}
      <ul className="versions">
        {of.rounds.map((round) => (
          <li key={round.id} className={round.open ? "is-current" : undefined}>
            <span>
              <b>{text("rounds.round", { number: round.number, version: round.version })}</b>{" "}
              <span className="mark">{text(round.open ? "rounds.open" : "rounds.closed")}</span>
            </span>
            <span>
              <DayText day={round.opensOn} /> – <DayText day={round.closesOn} /> ·{" "}
              {round.audience === "public"
                ? text("rounds.public")
                : round.invited
                  ? text("rounds.invited", { count: round.invited.length })
                  : text("rounds.invited.only")}{" "}
              · {text("rounds.count", { count: round.comments, unanswered: round.unanswered })}
            </span>
            {round.closedReason && (
              <span className="quiet">{text("rounds.early", { reason: round.closedReason })}</span>
            )}
          </li>
        ))}
      </ul>
      {of.own && of.state === "commenting" && <EndRound of={of} />}
      {of.own && (of.state === "working" || of.state === "answering") && <BeginRound of={of} />}
    </section>
  );
}

function BeginRound({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const [until, setUntil] = useState("");
  const [invited, setInvited] = useState("");
  const open = useSend(openDraftRound);
  const parties = invited
    .split(/[\s,，;；、]+/)
    .map((party) => party.trim())
    .filter((party) => party !== "");
  return (
    <div className="stack">
      <div className="filters">
        <TextField label={text("rounds.until")} type="date" value={until} onChange={setUntil} />
        <TextAreaField
          label={text("rounds.invite")}
          hint={text("rounds.invite.hint")}
          rows={2}
          value={invited}
          onChange={setInvited}
        />
      </div>
      {open.error && <ProblemAlert error={open.error} />}
      <ActionButton
        loading={open.isPending}
        disabled={until === ""}
        permit={of.permits["open-round"]}
        onClick={() => open.mutate({ params: { id: of.id }, body: { closesOn: until, invited: parties } })}
      >
        {text("rounds.begin")}
      </ActionButton>
    </div>
  );
}

function EndRound({ of }: { readonly of: DraftDetail }) {
  const text = useText(draftingText);
  const [reason, setReason] = useState("");
  const close = useSend(closeDraftRound);
  return (
    <div className="stack">
      <TextField label={text("rounds.end.reason")} value={reason} onChange={setReason} maxLength={500} />
      {close.error && <ProblemAlert error={close.error} />}
      <ActionButton
        loading={close.isPending}
        permit={of.permits["close-round"]}
        onClick={() => close.mutate({ params: { id: of.id }, body: { reason: reason.trim() || null } })}
      >
        {text("rounds.end")}
      </ActionButton>
    </div>
  );
}
