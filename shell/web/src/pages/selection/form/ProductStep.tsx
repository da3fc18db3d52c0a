import { TextField } from "../../../components/TextField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { commonText } from "../../../i18n/common.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { ProductChoices } from "./ProductChoices.tsx";
import { useSay } from "./say.ts";
import type { Product, StepProps } from "./step.ts";

/** The product, those that the cluster tests first, and its names in both languages of the report. */
export function ProductStep({ form, change, problem, products }: StepProps) {
  const text = useText(selectionText);
  const common = useText(commonText);
  const { own } = useLanguage();
  const say = useSay();
  const chosen = products.find(({ id }) => id === form.product);
  const choose = (product: Product) => {
    const renamed = form.nameZh === "" || form.nameZh === chosen?.name.zh;
    change({
      product: product.id,
      markets: form.markets.filter((market) => product.markets.includes(market)),
      claims: {},
      ...(renamed ? { nameZh: product.name.zh, nameEn: product.name.en } : {}),
    });
  };
  return (
    <div className="stack">
      <ProductChoices products={products} chosen={chosen} choose={choose} problem={say(problem("product"))} />
      <div className="fields is-pair">
        <TextField
          label={text("field.name-zh")}
          lang="zh-CN"
          maxLength={120}
          value={form.nameZh}
          onChange={(nameZh) => change({ nameZh })}
          problem={say(problem("nameZh"))}
        />
        <TextField
          label={text("field.name-en")}
          lang="en"
          maxLength={120}
          hint={text("field.name.hint")}
          value={form.nameEn}
          onChange={(nameEn) => change({ nameEn })}
          problem={say(problem("nameEn"))}
        />
        <TextField
          label={text("field.gtin")}
          hint={`${text("field.gtin.hint")}${own === "zh" ? "；" : "; "}${common("optional")}`}
          inputMode="numeric"
          maxLength={24}
          value={form.gtin}
          onChange={(gtin) => change({ gtin })}
          problem={say(problem("gtin"))}
        />
        <TextField
          label={text("field.brand")}
          hint={common("optional")}
          maxLength={80}
          value={form.brand}
          onChange={(brand) => change({ brand })}
        />
      </div>
    </div>
  );
}
