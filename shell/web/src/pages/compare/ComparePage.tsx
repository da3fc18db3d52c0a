import { compareMarkets } from "@quanheng/contract/routes/compare.ts";
import { listMarkets, listProducts } from "@quanheng/contract/routes/library.ts";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Empty, Stateful } from "../../components/Stateful.tsx";
import { useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { ProductTiles } from "../library/ProductTiles.tsx";
import { today } from "../library/today.ts";
import { type Filters, useFilters } from "../library/use-filters.ts";
import { ChangesSection } from "./ChangesSection.tsx";
import { CompareFilters } from "./CompareFilters.tsx";
import { ComparisonView } from "./ComparisonView.tsx";
import { claimsOf, readClaimsText } from "./claims-text.ts";
import { COMPARE_FILTERS, type CompareFilterName } from "./filter-names.ts";
import "../library/library.css";
import "./compare.css";

/** Limits of one product across markets, and what changed between two days. */
export function ComparePage() {
  const text = useText(compareText);
  const filters = useFilters(COMPARE_FILTERS);
  return (
    <Page title={text("compare.title")} lead={text("compare.lead")}>
      {filters.of.product ? (
        <Comparing filters={filters} />
      ) : (
        <ProductTiles choose={(product) => filters.change({ product })} />
      )}
    </Page>
  );
}

function Comparing({ filters }: { readonly filters: Filters<CompareFilterName> }) {
  const products = useCall(listProducts, {});
  const known = useCall(listMarkets, {});
  return (
    <Stateful of={known}>
      {({ items }) => (
        <Stateful of={products}>
          {({ items: all }) => {
            const product = all.find(({ id }) => id === filters.of.product);
            const codes = new Set(items.map(({ code }) => code));
            const offered = (product?.markets ?? []).filter((market) => codes.has(market));
            const chosen = filters.of.markets
              ? filters.of.markets.split(",").filter((market) => market !== "none")
              : offered;
            return (
              <>
                <CompareFilters filters={filters} products={all} offered={offered} chosen={chosen} />
                <Answers filters={filters} chosen={chosen} />
              </>
            );
          }}
        </Stateful>
      )}
    </Stateful>
  );
}

function Answers({
  filters: { of, change },
  chosen,
}: {
  readonly filters: Filters<CompareFilterName>;
  readonly chosen: readonly string[];
}) {
  const text = useText(compareText);
  const query = {
    product: of.product,
    markets: chosen.join(","),
    on: of.on || today(),
    claims: JSON.stringify(claimsOf(readClaimsText(of.claims), chosen)),
  };
  const answer = useCall(compareMarkets, { query }, { enabled: chosen.length > 0, keep: true });
  if (chosen.length === 0) return <Empty text={text("compare.no-markets")} />;
  return (
    <>
      <Stateful of={answer}>{(comparison) => <ComparisonView comparison={comparison} query={query} />}</Stateful>
      <ChangesSection
        product={of.product}
        markets={query.markets}
        from={of.from}
        to={of.to || query.on}
        change={(days) => change(days)}
      />
    </>
  );
}
