import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { Page } from "../../components/Page.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { sessionText } from "../../i18n/session.ts";
import { toPage } from "../../paths.ts";
import { useRenewSession, useSession } from "../../session/use-session.ts";
import { DemoPeople } from "./DemoPeople.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { safeNext } from "./safe-next.ts";
import "./session.css";

/** Sign-in by account, and by one click as a person of the demonstration while that is on. */
export function SignInPage() {
  const text = useText(sessionText);
  const { data: session } = useSession();
  const renew = useRenewSession();
  const go = useNavigate();
  const { next }: { next?: unknown } = useSearch({ strict: false });
  const onward = safeNext(next) ?? toPage("home");

  useEffect(() => {
    if (session?.person) void go({ href: onward, replace: true });
  }, [session?.person, onward, go]);

  return (
    <Page title={text("sign-in.title")} lead={text("sign-in.lead")}>
      <div className={session?.demo ? "sign-in has-demo" : "sign-in"}>
        <SignInForm onSignedIn={() => renew()} />
        {session?.demo && <DemoPeople onSignedIn={renew} />}
      </div>
    </Page>
  );
}
