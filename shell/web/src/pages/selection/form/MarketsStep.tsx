import { MarketTag } from "../../../components/MarketTag.tsx";
import { marketName } from "../../../components/market-name.ts";
import { SelectField } from "../../../components/SelectField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { claimKeyName, claimValueName } from "../../library/claim-name.ts";
import { askedClaims } from "./asked-claims.ts";
import { useSay } from "./say.ts";
import type { StepProps } from "./step.ts";

/** The markets, and in each what the goods are sold as. */
export function MarketsStep({ form, change, problem, products, answer }: StepProps) {
  const text = useText(selectionText);
  const say = useSay();
  const { language, own } = useLanguage();
  const product = products.find(({ id }) => id === form.product);
  if (!product) return <p className={problem("markets") ? "field-problem" : "quiet"}>{text("field.markets.none")}</p>;
  const toggle = (market: string, on: boolean) =>
    change({ markets: on ? [...form.markets, market] : form.markets.filter((other) => other !== market) });
  const asked = askedClaims(product, form, answer?.openClaims);
  return (
    <div className="stack">
      <fieldset className={problem("markets") ? "choices is-wrong" : "choices"}>
        <legend>{text("field.markets")}</legend>
        <div className="choice-grid is-narrow">
          {product.markets.map((market) => (
            <label key={market} className={form.markets.includes(market) ? "choice is-chosen" : "choice"}>
              <input
                type="checkbox"
                checked={form.markets.includes(market)}
                onChange={(event) => toggle(market, event.target.checked)}
              />
              <span>
                <MarketTag market={market} />
              </span>
            </label>
          ))}
        </div>
        {problem("markets") && (
          <p className="field-problem" role="alert">
            {say(problem("markets"))}
          </p>
        )}
      </fieldset>
      {form.markets.length > 0 && (
        <fieldset className="choices">
          <legend>{text("claims.title")}</legend>
          <p className="quiet">{text(asked.length > 0 ? "claims.lead" : "claims.none")}</p>
          <div className="fields">
            {asked.map(({ market, key, values }) => (
              <SelectField
                key={`${market}.${key}`}
                label={text("field.claims", { market: marketName(market, language), key: claimKeyName(key)[own] })}
                value={form.claims[`${market}.${key}`] ?? ""}
                onChange={(value) => change({ claims: { ...form.claims, [`${market}.${key}`]: value } })}
                choices={values.map((value) => ({ value, label: claimValueName(value)[own] }))}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
