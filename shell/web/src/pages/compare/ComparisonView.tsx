import { type CompareQuery, type Comparison, exportComparison } from "@quanheng/contract/routes/compare.ts";
import { useState } from "react";
import type { z } from "zod";
import { hrefOf } from "../../api/client.ts";
import { marketName } from "../../components/market-name.ts";
import { Empty } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { claimKeyName } from "../library/claim-name.ts";
import { GapsSection } from "./GapsSection.tsx";
import { LimitsChart } from "./LimitsChart.tsx";
import { LimitsTable } from "./LimitsTable.tsx";

const FORMATS = ["xlsx", "csv", "pdf"] as const;

/** One comparison: the table, the chart, the gaps and the files. */
export function ComparisonView({
  comparison,
  query,
}: {
  readonly comparison: Comparison;
  readonly query: z.input<typeof CompareQuery>;
}) {
  const text = useText(compareText);
  const { language, own } = useLanguage();
  const [onlyDifferences, setOnly] = useState(false);
  const { lines, markets, openClaims } = comparison;
  const open = openClaims.map(({ market, key }) =>
    text("compare.claim", { market: marketName(market, language), key: claimKeyName(key)[own] }),
  );
  const shown = onlyDifferences ? lines.filter(differs) : lines;
  return (
    <section className="stack compare-answer" aria-label={text("compare.caption")}>
      {open.length > 0 && (
        <p className="compare-note">{text("compare.open", { claims: open.join(own === "zh" ? "、" : ", ") })}</p>
      )}
      {lines.length === 0 ? (
        <Empty text={text("compare.empty")} />
      ) : (
        <>
          <div className="compare-bar">
            <span className="quiet" aria-live="polite">
              {text("compare.summary", { lines: shown.length, markets: markets.length })}
            </span>
            <label className="compare-market">
              <input type="checkbox" checked={onlyDifferences} onChange={(event) => setOnly(event.target.checked)} />
              {text("compare.only-differences")}
            </label>
            <nav className="compare-export" aria-label={text("compare.export")}>
              {FORMATS.map((format) => (
                <a
                  key={format}
                  className="plain-button"
                  href={hrefOf(exportComparison, { query: { ...query, format, language: own } })}
                  download
                >
                  {text(`compare.export.${format}`)}
                </a>
              ))}
            </nav>
          </div>
          {shown.length === 0 ? (
            <Empty text={text("compare.no-differences")} />
          ) : (
            <LimitsTable lines={shown} markets={markets} />
          )}
          <div className="library-split">
            <LimitsChart lines={lines} />
            <GapsSection lines={lines} markets={markets} />
          </div>
        </>
      )}
    </section>
  );
}

/** Whether some pair of markets is not equal, or a market has no requirement at all. */
function differs({ relations, missing }: Comparison["lines"][number]): boolean {
  return missing.length > 0 || relations.some(({ relation }) => relation !== "equal");
}
