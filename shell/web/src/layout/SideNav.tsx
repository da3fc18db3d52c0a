import { Link, useLocation } from "@tanstack/react-router";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { isServed } from "../pages/all.ts";
import { route } from "../paths.ts";
import { may, useSession } from "../session/use-session.ts";
import { entryAt, NAVIGATION } from "./navigation.ts";

/** The pages of the reader's present role. */
export function SideNav({ onChosen }: { readonly onChosen?: () => void }) {
  const text = useText(commonText);
  const session = useSession();
  const { pathname } = useLocation();
  const entries = NAVIGATION.filter(({ page, permission }) => may(session.data, permission) && isServed(route[page]));
  const here = entryAt(pathname, entries);

  return (
    <nav className="side-nav" aria-label={text("menu")}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.page}>
            <Link
              to={route[entry.page]}
              onClick={onChosen}
              className={entry === here ? "side-nav-link is-here" : "side-nav-link"}
              {...(entry === here ? { "aria-current": "page" as const } : {})}
            >
              {text(entry.label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
