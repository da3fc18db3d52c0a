import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { itemFactsText } from "../../../i18n/item-facts.ts";

/** Requirements that do not apply to the item as it was stated, so that nobody misses them. */
export function SetAside({ of }: { readonly of: TaskDetail["setAside"] }) {
  const text = useText(itemFactsText);
  const { own } = useLanguage();
  if (of.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{text("aside")}</h2>
      <ul className="line-list">
        {of.map(({ rowId, market, document, clause, limitText }) => (
          <li key={rowId}>
            <span className="row">
              <MarketTag market={market} short />
              {limitText[own]}
            </span>
            <span className="quiet">
              {document} {clause}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
