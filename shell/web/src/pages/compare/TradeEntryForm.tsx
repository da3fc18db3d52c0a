import { listMarkets, listProducts } from "@quanheng/contract/routes/library.ts";
import { enterTradeNotification, type TradeNotificationEntry } from "@quanheng/contract/routes/trade-notification.ts";
import { useState } from "react";
import { useCall, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";

const BLANK = {
  symbol: "",
  market: "",
  zh: "",
  en: "",
  notifiedOn: "",
  commentsUntil: "",
  inForceOn: "",
  product: "",
  characteristics: "",
  source: "",
};

/** How a standards engineer enters a notification. */
export function TradeEntryForm() {
  const text = useText(compareText);
  const { own } = useLanguage();
  const [form, setForm] = useState(BLANK);
  const markets = useCall(listMarkets, {});
  const products = useCall(listProducts, {});
  const enter = useSend(enterTradeNotification, { onDone: () => setForm(BLANK) });
  const field = (name: keyof typeof BLANK) => ({
    value: form[name],
    onChange: (value: string) => setForm((former) => ({ ...former, [name]: value })),
  });
  return (
    <details className="panel compare-claims">
      <summary>{text("trade.enter")}</summary>
      <div className="filters">
        <TextField label={text("trade.symbol")} hint="G/TBT/N/VNM/250" {...field("symbol")} />
        <SelectField
          label={text("trade.market")}
          {...field("market")}
          choices={(markets.data?.items ?? []).map(({ code, name }) => ({
            value: code,
            label: `${code} ${name[own]}`,
          }))}
        />
        <TextField label={text("trade.title.zh")} {...field("zh")} />
        <TextField label={text("trade.title.en")} {...field("en")} />
        <TextField label={text("trade.notified-on")} type="date" {...field("notifiedOn")} />
        <TextField label={text("trade.until")} type="date" {...field("commentsUntil")} />
        <TextField label={text("trade.in-force-on")} type="date" {...field("inForceOn")} />
        <SelectField
          label={text("compare.product")}
          {...field("product")}
          choices={(products.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name[own] }))}
        />
        <TextField label={text("trade.characteristics")} hint="sulphur-dioxide, lead" {...field("characteristics")} />
        <TextField label={text("acceptance.source")} {...field("source")} />
      </div>
      {enter.error && <ProblemAlert error={enter.error} />}
      <ActionButton
        type="primary"
        loading={enter.isPending}
        disabled={!isComplete(form)}
        onClick={() => enter.mutate({ body: entryOf(form) })}
      >
        {text("trade.enter.send")}
      </ActionButton>
    </details>
  );
}

function isComplete({ symbol, market, zh, en, notifiedOn, source }: typeof BLANK): boolean {
  return [symbol, market, zh, en, notifiedOn, source].every((each) => each.trim() !== "");
}

function entryOf(form: typeof BLANK): TradeNotificationEntry {
  const symbol = form.symbol.trim().toUpperCase();
  return {
    agreement: symbol.startsWith("G/SPS") ? "SPS" : "TBT",
    symbol,
    market: form.market,
    title: { zh: form.zh.trim(), en: form.en.trim() },
    notifiedOn: form.notifiedOn,
    commentsUntil: form.commentsUntil || null,
    adoptedOn: null,
    inForceOn: form.inForceOn || null,
    products: form.product ? [form.product] : [],
    characteristics: form.characteristics
      .split(/[,，、\s]+/)
      .map((id) => id.trim())
      .filter((id) => id !== ""),
    source: form.source.trim(),
  };
}
