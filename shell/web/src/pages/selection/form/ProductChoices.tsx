import type { ReactNode } from "react";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import type { Product } from "./step.ts";

type Choosing = { readonly chosen: Product | undefined; readonly choose: (product: Product) => void };

/** The products, those that the cluster tests first. */
export function ProductChoices({
  products,
  problem,
  ...choosing
}: Choosing & { readonly products: readonly Product[]; readonly problem?: ReactNode }) {
  const text = useText(selectionText);
  const { chosen } = choosing;
  const offered = products.filter((product) => product.offered);
  const others = products.filter((product) => !product.offered);
  return (
    <fieldset className={problem ? "choices is-wrong" : "choices"}>
      <legend>{text("field.product")}</legend>
      <div className="choice-grid">
        {offered.map((product) => (
          <ProductChoice key={product.id} product={product} {...choosing} />
        ))}
      </div>
      <details open={chosen !== undefined && !chosen.offered}>
        <summary>{text("field.product.others")}</summary>
        <div className="choice-grid">
          {others.map((product) => (
            <ProductChoice key={product.id} product={product} {...choosing} />
          ))}
        </div>
      </details>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      {chosen && !chosen.offered && <p className="quiet">{text("product.not-offered.why")}</p>}
    </fieldset>
  );
}

function ProductChoice({ product, chosen, choose }: Choosing & { readonly product: Product }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const { id, name, offered } = product;
  return (
    <label className={id === chosen?.id ? "choice is-chosen" : "choice"}>
      <input type="radio" name="product" checked={id === chosen?.id} onChange={() => choose(product)} />
      <span>
        <b>{name[own]}</b>
        <small className="quiet">{text(offered ? "product.offered" : "product.not-offered")}</small>
      </span>
    </label>
  );
}
