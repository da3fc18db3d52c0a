import type { Session } from "@quanheng/contract/schemas/party.ts";
import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/catalogue.ts";
import { commonText } from "../../i18n/common.ts";
import { NAVIGATION } from "../../layout/navigation.ts";
import { route } from "../../paths.ts";
import { may } from "../../session/use-session.ts";
import { isServed } from "../all.ts";

/** Where a reader for whom nothing waits may want to look. */
export function Shortcuts({ session }: { readonly session: Session }) {
  const text = useText(commonText);
  const entries = NAVIGATION.filter(
    ({ page, permission }) => page !== "home" && may(session, permission) && isServed(route[page]),
  );
  return (
    <p className="row shortcuts">
      {entries.map(({ page, label }) => (
        <Link key={page} to={route[page]} className="header-link welcome-second">
          {text(label)}
        </Link>
      ))}
    </p>
  );
}
