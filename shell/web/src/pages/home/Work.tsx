import { roleNames } from "@quanheng/contract/messages/terms.ts";
import { getNextSteps } from "@quanheng/contract/routes/surveillance.ts";
import type { Session } from "@quanheng/contract/schemas/party.ts";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Loading, Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { homeText } from "../../i18n/home.ts";
import { toPage } from "../../paths.ts";
import { may } from "../../session/use-session.ts";
import { GuidedEntry } from "./guided/GuidedEntry.tsx";
import { type NextStep, stepAddress } from "./next-step.ts";
import { Shortcuts } from "./Shortcuts.tsx";
import "./home.css";

/** Loaded for members only: a stranger's first page stays light. */
const RecentCommissions = lazy(async () => ({ default: (await import("./RecentCommissions.tsx")).RecentCommissions }));

/** What waits for the reader in the present role, most urgent first, and what is under way. */
export function Work({ session }: { readonly session: Session }) {
  const text = useText(homeText);
  const { own } = useLanguage();
  const steps = useCall(getNextSteps, {}, { everyMs: 60_000 });
  const name = session.person?.name[own] ?? "";

  return (
    <Page
      title={text("welcome", { name })}
      lead={session.acting && `${roleNames[session.acting.role][own]} · ${session.acting.partyName[own]}`}
      actions={
        may(session, "commission.create") && (
          <Link to={toPage("newCommission")} className="header-link is-main">
            {text("new.commission")}
          </Link>
        )
      }
    >
      <section aria-labelledby="next-title">
        <h2 id="next-title" className="work-title">
          {text("next.title")}
        </h2>
        <Stateful
          of={steps}
          empty={{
            when: ({ items }) => items.length === 0,
            text: text("next.empty"),
            action: <Shortcuts session={session} />,
          }}
        >
          {({ items }) => (
            <ul className="work-list">
              {items.map((item) => (
                <li key={item.step}>
                  <Waiting of={item} />
                </li>
              ))}
            </ul>
          )}
        </Stateful>
      </section>
      {may(session, "commission.create") && <GuidedEntry />}
      {may(session, "commission.read") && (
        <Suspense fallback={<Loading />}>
          <RecentCommissions />
        </Suspense>
      )}
    </Page>
  );
}

function Waiting({ of }: { readonly of: NextStep }) {
  const text = useText(homeText);
  const { own } = useLanguage();
  return (
    <Link to={stepAddress(of)} className="work-item">
      <span className="work-name">{text(`step.${of.step}`)}</span>
      {of.first && <span className="work-first">{text("next.first", { title: of.first.title[own] })}</span>}
      {of.count > 0 && <span className="work-count">{text("next.count", { count: of.count })}</span>}
    </Link>
  );
}
