import { listMarkets } from "@quanheng/contract/routes/library.ts";
import type { Dispatch, SetStateAction } from "react";
import { useCall } from "../../api/use-call.ts";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { SuggestField } from "../library/editing/SuggestField.tsx";
import type { TradeForm } from "./trade-form.ts";

/** What is entered of a notification. */
export function TradeFields({
  form,
  change,
}: {
  readonly form: TradeForm;
  readonly change: Dispatch<SetStateAction<TradeForm>>;
}) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const markets = useCall(listMarkets, {});
  const field = (name: keyof TradeForm) => ({
    value: form[name],
    onChange: (value: string) => change((former) => ({ ...former, [name]: value })),
  });
  return (
    <div className="filters">
      <TextField label={text("trade.symbol")} hint="G/TBT/N/VNM/250" {...field("symbol")} />
      <SelectField
        label={text("trade.market")}
        {...field("market")}
        choices={(markets.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name[own]}` }))}
      />
      <TextField label={text("trade.title.zh")} maxLength={300} {...field("zh")} />
      <TextField label={text("trade.title.en")} maxLength={300} {...field("en")} />
      <TextField label={text("trade.notified-on")} type="date" {...field("notifiedOn")} />
      <TextField label={text("trade.until")} type="date" {...field("commentsUntil")} />
      <TextField label={text("trade.adopted-on")} type="date" {...field("adoptedOn")} />
      <TextField label={text("trade.in-force-on")} type="date" {...field("inForceOn")} />
      <SuggestField
        kind="product"
        several
        label={text("trade.products")}
        hint="white-sugar; led-lamp"
        {...field("products")}
      />
      <SuggestField
        kind="characteristic"
        several
        label={text("trade.characteristics")}
        hint="sulphur-dioxide; lead"
        {...field("characteristics")}
      />
      <TextField label={text("acceptance.source")} maxLength={500} {...field("source")} />
    </div>
  );
}
