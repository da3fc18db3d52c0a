import type { Product } from "@quanheng/contract/routes/library.ts";
import type { z } from "zod";
import { MarketTag } from "../../components/MarketTag.tsx";
import { marketName } from "../../components/market-name.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { claimKeyName, claimValueName } from "../library/claim-name.ts";
import { today } from "../library/today.ts";
import type { Filters } from "../library/use-filters.ts";
import { claimsText, readClaimsText } from "./claims-text.ts";
import type { CompareFilterName } from "./filter-names.ts";

type KnownProduct = z.infer<typeof Product>;

/** What is compared: product, day, markets, and what the goods are sold as in each. */
export function CompareFilters({
  filters: { of, change },
  products,
  offered,
  chosen,
}: {
  readonly filters: Filters<CompareFilterName>;
  readonly products: readonly KnownProduct[];
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
}) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const toggle = (market: string, on: boolean) => {
    const next = offered.filter((each) => (each === market ? on : chosen.includes(each)));
    change({ markets: next.length === 0 ? "none" : next.join(",") });
  };
  return (
    <search className="stack">
      <div className="filters">
        <SelectField
          label={text("compare.product")}
          value={of.product}
          onChange={(product) => change({ product, markets: "", claims: "" })}
          choices={products.map(({ id, name }) => ({ value: id, label: name[own] }))}
        />
        <TextField label={text("compare.on")} type="date" value={of.on || today()} onChange={(on) => change({ on })} />
      </div>
      <fieldset className="compare-markets">
        <legend>{text("compare.markets")}</legend>
        {offered.map((market) => (
          <label key={market} className="compare-market">
            <input
              type="checkbox"
              checked={chosen.includes(market)}
              onChange={(event) => toggle(market, event.target.checked)}
            />
            <MarketTag market={market} />
          </label>
        ))}
      </fieldset>
      <ClaimFields
        of={of.claims}
        product={products.find(({ id }) => id === of.product)}
        chosen={chosen}
        change={(claims) => change({ claims })}
      />
    </search>
  );
}

function ClaimFields({
  of,
  product,
  chosen,
  change,
}: {
  readonly of: string;
  readonly product: KnownProduct | undefined;
  readonly chosen: readonly string[];
  readonly change: (claims: string) => void;
}) {
  const text = useText(compareText);
  const { language, own } = useLanguage();
  const asked = product?.claims.filter(({ market }) => chosen.includes(market)) ?? [];
  if (asked.length === 0) return null;
  const claims = readClaimsText(of);
  return (
    <details className="compare-claims" open>
      <summary>{text("compare.claims")}</summary>
      <p className="quiet">{text("compare.claims.lead")}</p>
      <div className="filters">
        {asked.map(({ market, key, values }) => {
          const name = `${market}.${key}`;
          return (
            <SelectField
              key={name}
              label={text("compare.claim", { market: marketName(market, language), key: claimKeyName(key)[own] })}
              value={claims[name] ?? "*"}
              onChange={(value) => change(claimsText({ ...claims, [name]: value === "*" ? "" : value }))}
              choices={[
                { value: "*", label: text("compare.claim.none") },
                ...values.map((value) => ({ value, label: claimValueName(value)[own] })),
              ]}
            />
          );
        })}
      </div>
    </details>
  );
}
