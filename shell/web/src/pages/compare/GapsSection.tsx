import type { CompareLine } from "@quanheng/contract/routes/compare.ts";
import { MarketTag } from "../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";

/** What another chosen market regulates and this one does not, market by market. */
export function GapsSection({
  lines,
  markets,
}: {
  readonly lines: readonly CompareLine[];
  readonly markets: readonly string[];
}) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const gaps = markets.flatMap((market) => {
    const names = [
      ...new Set(
        lines
          .filter(({ missing }) => missing.includes(market))
          .map(({ characteristicName }) => characteristicName[own]),
      ),
    ];
    return names.length === 0 ? [] : [{ market, names }];
  });
  return (
    <section className="panel" aria-labelledby="limit-gaps">
      <h2 id="limit-gaps">{text("compare.gaps")}</h2>
      <p className="quiet">{text(gaps.length === 0 ? "compare.gaps.none" : "compare.gaps.lead")}</p>
      {gaps.map(({ market, names }) => (
        <details key={market} className="compare-gap">
          <summary>
            <MarketTag market={market} /> {text("compare.gaps.count", { count: names.length })}
          </summary>
          <p>{names.join(own === "zh" ? "、" : ", ")}</p>
        </details>
      ))}
    </section>
  );
}
