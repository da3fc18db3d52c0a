import type { TradeNotification, TradeNotificationEntry } from "@quanheng/contract/routes/trade-notification.ts";

const BLANK = {
  ...{ symbol: "", market: "", zh: "", en: "", notifiedOn: "", commentsUntil: "", adoptedOn: "", inForceOn: "" },
  ...{ products: "", characteristics: "", source: "" },
};
/** A notification as it is typed. */
export type TradeForm = typeof BLANK;

/** A notification ready to be changed; a blank one for a new notification. */
export function formOf(shown: TradeNotification | null): TradeForm {
  if (shown === null) return BLANK;
  return {
    symbol: shown.symbol,
    market: shown.market,
    zh: shown.title.zh,
    en: shown.title.en,
    notifiedOn: shown.notifiedOn,
    commentsUntil: shown.commentsUntil ?? "",
    adoptedOn: shown.adoptedOn ?? "",
    inForceOn: shown.inForceOn ?? "",
    products: shown.products.join("; "),
    characteristics: shown.characteristics.join("; "),
    source: shown.source,
  };
}

export function isComplete({ symbol, market, zh, en, notifiedOn, source }: TradeForm): boolean {
  return [symbol, market, zh, en, notifiedOn, source].every((each) => each.trim() !== "");
}

export function entryOf(form: TradeForm): TradeNotificationEntry {
  const symbol = form.symbol.trim().toUpperCase();
  return {
    agreement: symbol.startsWith("G/SPS") ? "SPS" : "TBT",
    symbol,
    market: form.market,
    title: { zh: form.zh.trim(), en: form.en.trim() },
    notifiedOn: form.notifiedOn,
    commentsUntil: form.commentsUntil || null,
    adoptedOn: form.adoptedOn || null,
    inForceOn: form.inForceOn || null,
    products: codesOf(form.products),
    characteristics: codesOf(form.characteristics),
    source: form.source.trim(),
  };
}

/** Codes as people part them. */
function codesOf(typed: string): string[] {
  return typed
    .split(/[;；,，、\s]+/)
    .map((id) => id.trim())
    .filter((id) => id !== "");
}
