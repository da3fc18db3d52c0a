import { roleNames } from "@quanheng/contract/messages/terms.ts";
import { actAs } from "@quanheng/contract/routes/session.ts";
import type { Session } from "@quanheng/contract/schemas/party.ts";
import { useNavigate } from "@tanstack/react-router";
import { useSend } from "../api/use-call.ts";
import { useLanguage, useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { toPage } from "../paths.ts";
import { useRenewSession } from "../session/use-session.ts";

type Acting = NonNullable<Session["acting"]>;

/** For which party and in which role the reader acts; with several memberships it can be changed here. */
export function ActingSwitch({ session }: { readonly session: Session }) {
  const text = useText(commonText);
  const { own } = useLanguage();
  const go = useNavigate();
  const renew = useRenewSession();
  const change = useSend(actAs, {
    silent: true,
    onDone: (renewed) => void renew(renewed).then(() => go({ to: toPage("home") })),
  });
  const say = ({ role, partyName }: Acting) => `${roleNames[role][own]} · ${partyName[own]}`;

  if (!session.acting) return null;
  if (session.memberships.length < 2) return <span className="acting">{say(session.acting)}</span>;
  return (
    <select
      className="quiet-select acting"
      aria-label={text("acting.as")}
      title={say(session.acting)}
      disabled={change.isPending}
      value={session.acting.id}
      onChange={(event) => {
        const chosen = session.memberships.find(({ id }) => id === event.target.value);
        if (chosen) change.mutate({ body: { membershipId: chosen.id } });
      }}
    >
      {session.memberships.map((membership) => (
        <option key={membership.id} value={membership.id}>
          {say(membership)}
        </option>
      ))}
    </select>
  );
}
