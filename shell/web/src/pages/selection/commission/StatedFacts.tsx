import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import { BilingualText } from "../../../components/BilingualText.tsx";
import { DayText, InstantText } from "../../../components/DateText.tsx";
import { dayText } from "../../../components/date-text.ts";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { claimKeyName, claimValueName } from "../../library/claim-name.ts";
import { Facts } from "../../library/Facts.tsx";

/** What the client stated, as stated. */
export function StatedFacts({ of }: { readonly of: CommissionDetail }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const { item } = of;
  return (
    <section className="panel" aria-labelledby="facts-title">
      <h2 id="facts-title">{text("facts.title")}</h2>
      <Facts
        of={[
          [text("facts.product"), <BilingualText key="name" text={item.name} both />],
          [text("facts.enterprise"), of.enterpriseName[own]],
          [text("facts.lot"), item.lotNumber],
          [text("facts.quantity"), `${item.lotQuantity} ${item.lotUnit}`],
          [text("facts.produced"), item.producedOn && <DayText key="produced" day={item.producedOn} />],
          [text("facts.gtin"), item.gtin],
          [text("facts.brand"), item.brand],
          [
            text("facts.markets"),
            <ul key="markets" className="claims">
              {of.markets.map((market) => (
                <li key={market}>
                  <MarketTag market={market} /> <Claims market={market} claims={of.claims} />
                </li>
              ))}
            </ul>,
          ],
          [text("facts.applies"), <DayText key="applies" day={of.appliesOn} />],
          [text("facts.needed"), of.neededBy && <DayText key="needed" day={of.neededBy} />],
          [text("facts.sample"), `${of.sampleAvailableG} g`],
          [text("facts.sampled"), <Sampled key="sampled" of={item.sampling} />],
          [text("facts.remarks"), item.remarks],
          [text("facts.ginc"), `(401) ${of.ginc}`],
          [text("facts.created"), <InstantText key="created" at={of.createdAt} />],
        ]}
      />
    </section>
  );
}

function Sampled({ of }: { readonly of: CommissionDetail["item"]["sampling"] }) {
  const text = useText(selectionText);
  const { language } = useLanguage();
  switch (of?.by) {
    case "laboratory":
      return text("facts.sampled.laboratory", { on: dayText(of.on, language), place: of.place });
    case "authority":
      return text("facts.sampled.authority", of);
    default:
      return text("facts.sampled.client");
  }
}

function Claims({ market, claims }: { readonly market: string; readonly claims: CommissionDetail["claims"] }) {
  const { own } = useLanguage();
  return (
    <span className="quiet">
      {Object.entries(claims)
        .filter(([key]) => key.startsWith(`${market}.`))
        .map(([key, value]) => `${claimKeyName(key.slice(market.length + 1))[own]} ${claimValueName(value)[own]}`)
        .join(own === "zh" ? "、" : ", ")}
    </span>
  );
}
