import { Page } from "../../components/Page.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { ApiKeys } from "./ApiKeys.tsx";
import { Passkeys } from "./Passkeys.tsx";
import { PasswordChange } from "./PasswordChange.tsx";
import { TwoFactor } from "./TwoFactor.tsx";
import "./session.css";

/** The reader's own account: password, second factor, passkeys, keys for programs. */
export function SecurityPage() {
  const text = useText(sessionText);
  return (
    <Page title={text("security.title")} lead={text("security.lead")}>
      <div className="columns">
        <TwoFactor />
        <Passkeys />
        <PasswordChange />
        <ApiKeys />
      </div>
    </Page>
  );
}
