import { MarketTag } from "../../components/MarketTag.tsx";
import { VerdictTag } from "../../components/VerdictTag.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import type { Signing } from "./signing.ts";

const VERDICTS = ["fail", "undecided", "conditional", "pass"] as const;

/** One verdict for each market, with how many requirements stand behind it. */
export function MarketVerdicts({ markets }: Pick<Signing, "markets">) {
  const text = useText(decisionText);
  return (
    <section aria-label={text("markets.title")}>
      <ul className="market-verdicts">
        {markets.map(({ market, verdict, indicative, counts }) => (
          <li key={market} className="panel">
            <MarketTag market={market} />
            <VerdictTag verdict={verdict} indicative={indicative} />
            <span className="quiet small">
              {VERDICTS.filter((name) => (counts[name] ?? 0) > 0)
                .map((name) => text(`counts.${name}`, { count: counts[name] ?? 0 }))
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
