import { roleNames } from "@quanheng/contract/messages/terms.ts";
import { demoPeople, demoSignIn } from "@quanheng/contract/routes/session.ts";
import type { DemoPerson, Session } from "@quanheng/contract/schemas/party.ts";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { byParty, matching } from "./demo-people.ts";

/** The people of the demonstration by party; one click signs in as one of them. */
export function DemoPeople({ onSignedIn }: { readonly onSignedIn: (session: Session) => Promise<void> }) {
  const text = useText(sessionText);
  const { own } = useLanguage();
  const [filter, setFilter] = useState("");
  const people = useCall(demoPeople, {});
  const signIn = useSend(demoSignIn, { silent: true, onDone: (session) => void onSignedIn(session) });

  return (
    <section className="panel stack demo-people" aria-label={text("demo.title")}>
      <h2>{text("demo.title")}</h2>
      <p className="quiet">{text("demo.lead")}</p>
      <ProblemAlert error={signIn.error} />
      <Stateful of={people}>
        {({ people: everybody, password }) => {
          const shown = byParty(matching(everybody, filter));
          return (
            <>
              <TextField
                label={text("demo.filter")}
                type="search"
                autoComplete="off"
                value={filter}
                onChange={setFilter}
              />
              {shown.length === 0 && <p className="quiet">{text("demo.none")}</p>}
              <div className="demo-parties">
                {shown.map(({ party, members }) => (
                  <section key={party.en} className="demo-party">
                    <h3>{party[own]}</h3>
                    <ul>
                      {members.map((person) => (
                        <li key={person.id}>
                          <DemoButton
                            person={person}
                            party={party.en}
                            busy={signIn.isPending}
                            choose={() => signIn.mutate({ body: { personId: person.id } })}
                          />
                        </li>
                      ))}
                    </ul>
                  </section>
                ))}
              </div>
              <p className="quiet">{text("demo.password", { password })}</p>
            </>
          );
        }}
      </Stateful>
    </section>
  );
}

function DemoButton({
  person,
  party,
  busy,
  choose,
}: {
  readonly person: DemoPerson;
  readonly party: string;
  readonly busy: boolean;
  readonly choose: () => void;
}) {
  const text = useText(sessionText);
  const { own } = useLanguage();
  const roles = person.roles.filter(({ partyName }) => partyName.en === party).map(({ role }) => role);
  return (
    <button type="button" className="demo-person" data-person={person.id} disabled={busy} onClick={choose}>
      <span className="demo-name">{person.name[own]}</span>
      <span className="demo-role">{roles.map((role) => roleNames[role][own]).join(own === "zh" ? "、" : ", ")}</span>
      {roles.includes("enterprise-user") && <span className="demo-start">{text("demo.start")}</span>}
    </button>
  );
}
