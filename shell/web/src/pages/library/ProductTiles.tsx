import { listProducts } from "@quanheng/contract/routes/library.ts";
import { useCall } from "../../api/use-call.ts";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";

/** The products of the library as tiles, those that the cluster tests first. */
export function ProductTiles({ choose }: { readonly choose: (product: string) => void }) {
  const text = useText(libraryText);
  const { own } = useLanguage();
  const products = useCall(listProducts, {});
  return (
    <section aria-labelledby="products-title">
      <h2 id="products-title" className="section-title">
        {text("products.title")}
      </h2>
      <Stateful of={products} empty={{ when: ({ items }) => items.length === 0, text: text("requirements.empty") }}>
        {({ items }) => (
          <ul className="tiles">
            {[...items]
              .sort((a, b) => Number(b.offered) - Number(a.offered))
              .map(({ id, name, markets, offered }) => (
                <li key={id}>
                  <button type="button" className="tile tile-button" onClick={() => choose(id)}>
                    <span className="tile-name">{name[own]}</span>
                    <small className="quiet" lang={own === "zh" ? "en" : "zh-CN"}>
                      {name[own === "zh" ? "en" : "zh"]}
                    </small>
                    <span className="tile-foot">
                      {markets.map((market) => (
                        <MarketTag key={market} market={market} short />
                      ))}
                      <span className={offered ? "mark is-read" : "mark"}>
                        {text(offered ? "products.offered" : "products.not-offered")}
                      </span>
                    </span>
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Stateful>
    </section>
  );
}
