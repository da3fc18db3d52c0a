import { MarketTag } from "../../components/MarketTag.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { homeText } from "../../i18n/home.ts";

const MARKETS = ["CN", "VN", "ID", "CODEX"] as const;

/** The idea as a picture: one lot, several markets, the strictest limits, one set of tests, one report. */
export function OneForAll() {
  const text = useText(homeText);
  return (
    <figure className="idea">
      <figcaption>{text("idea.title")}</figcaption>
      <ol>
        <li>
          <b>{text("idea.lot")}</b>
          <span className="row tight">
            {MARKETS.map((market) => (
              <MarketTag key={market} market={market} short />
            ))}
          </span>
        </li>
        <li>
          <b>{text("idea.requirements")}</b>
          <span className="quiet">{text("idea.requirements.text")}</span>
        </li>
        <li>
          <b>{text("idea.tests")}</b>
          <span className="quiet">{text("idea.tests.text")}</span>
        </li>
        <li>
          <b>{text("idea.report")}</b>
          <span className="quiet">{text("idea.report.text")}</span>
        </li>
      </ol>
    </figure>
  );
}
