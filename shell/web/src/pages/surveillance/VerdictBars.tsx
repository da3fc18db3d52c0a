import { verdictNames } from "@quanheng/contract/messages/terms.ts";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Empty } from "../../components/Stateful.tsx";
import { VerdictTag } from "../../components/VerdictTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { surveillanceText } from "../../i18n/surveillance.ts";
import { FiguresTable } from "./FiguresTable.tsx";

const VERDICTS = ["pass", "conditional", "fail", "undecided"] as const;
type Verdict = (typeof VERDICTS)[number];
export type MarketCounts = { readonly market: string } & Readonly<Record<Verdict, number>>;

/** The share of each verdict a market; the figures open below as a table. */
export function VerdictBars({ markets, empty }: { readonly markets: readonly MarketCounts[]; readonly empty: string }) {
  const text = useText(surveillanceText);
  const { own } = useLanguage();
  const decided = markets.filter((market) => totalOf(market) > 0);
  if (decided.length === 0) return <Empty text={empty} />;
  return (
    <>
      <p className="row" aria-hidden="true">
        {VERDICTS.map((verdict) => (
          <VerdictTag key={verdict} verdict={verdict} />
        ))}
      </p>
      <ul className="cluster-bars" aria-hidden="true">
        {decided.map((counts) => (
          <li key={counts.market}>
            <span className="cluster-bar-name">
              <MarketTag market={counts.market} />
            </span>
            <span className="cluster-bar-track is-whole">
              {VERDICTS.map(
                (verdict) =>
                  counts[verdict] > 0 && (
                    <span
                      key={verdict}
                      className={`cluster-bar-part is-${verdict}`}
                      style={{ flexGrow: counts[verdict] }}
                    >
                      {counts[verdict]}
                    </span>
                  ),
              )}
            </span>
            <strong className="cluster-bar-count">{totalOf(counts)}</strong>
          </li>
        ))}
      </ul>
      <FiguresTable
        columns={[text("column.market"), ...VERDICTS.map((verdict) => verdictNames[verdict][own]), text("chart.total")]}
        rows={decided.map((counts) => [
          counts.market,
          ...VERDICTS.map((verdict) => String(counts[verdict])),
          String(totalOf(counts)),
        ])}
      />
    </>
  );
}

function totalOf(counts: MarketCounts): number {
  return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}
