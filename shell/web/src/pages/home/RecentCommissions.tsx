import { listCommissions } from "@quanheng/contract/routes/selection.ts";
import { Link } from "@tanstack/react-router";
import { usePages } from "../../api/use-call.ts";
import { useText } from "../../i18n/catalogue.ts";
import { homeText } from "../../i18n/home.ts";
import { toPage } from "../../paths.ts";
import { CommissionTable } from "../selection/CommissionTable.tsx";

/** How many of the newest commissions the start shows. */
const SHOWN = 5;

/** The newest commissions that the reader takes part in. */
export function RecentCommissions() {
  const text = useText(homeText);
  const recent = usePages(listCommissions, { query: { limit: SHOWN } });
  return (
    <section aria-labelledby="recent-title" className="work-recent">
      <div className="work-head">
        <h2 id="recent-title">{text("recent.title")}</h2>
        <Link to={toPage("commissions")}>{text("recent.all")}</Link>
      </div>
      <CommissionTable rows={{ ...recent, more: null }} empty={text("recent.empty")} />
    </section>
  );
}
