import { roleNames } from "@quanheng/contract/messages/terms.ts";
import { getNextSteps } from "@quanheng/contract/routes/surveillance.ts";
import type { Session } from "@quanheng/contract/schemas/party.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { homeText } from "../../i18n/home.ts";
import { stepAddress } from "./next-step.ts";
import "./home.css";

/** What waits for the reader in the present role, most urgent first. */
export function Work({ session }: { readonly session: Session }) {
  const text = useText(homeText);
  const { own } = useLanguage();
  const steps = useCall(getNextSteps, {}, { everyMs: 60_000 });
  const name = session.person?.name[own] ?? "";

  return (
    <Page
      title={text("welcome", { name })}
      lead={session.acting && `${roleNames[session.acting.role][own]} · ${session.acting.partyName[own]}`}
    >
      <h2 style={{ marginBottom: 12 }}>{text("next.title")}</h2>
      <Stateful of={steps} empty={{ when: ({ items }) => items.length === 0, text: text("next.empty") }}>
        {({ items }) => (
          <ul className="work-list">
            {items.map((item) => (
              <li key={item.step}>
                <Link to={stepAddress(item)} className="work-item">
                  <span className="work-name">{text(`step.${item.step}`)}</span>
                  {item.first && (
                    <span className="work-first">{text("next.first", { title: item.first.title[own] })}</span>
                  )}
                  {item.count > 0 && <span className="work-count">{text("next.count", { count: item.count })}</span>}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Stateful>
    </Page>
  );
}
