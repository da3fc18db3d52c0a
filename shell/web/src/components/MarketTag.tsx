import { useLanguage } from "../i18n/catalogue.ts";
import { marketName } from "./market-name.ts";

/** A market by its code and name. */
export function MarketTag({ market, short = false }: { readonly market: string; readonly short?: boolean }) {
  const { language } = useLanguage();
  const name = marketName(market, language);
  return (
    <span
      title={name}
      style={{
        display: "inline-block",
        padding: "0 7px",
        border: "1px solid var(--border)",
        borderRadius: 4,
        background: "#f0f4f5",
        fontSize: 13,
        lineHeight: "20px",
        whiteSpace: "nowrap",
      }}
    >
      <b>{market}</b>
      {short ? <span className="visually-hidden"> {name}</span> : name === market ? "" : ` ${name}`}
    </span>
  );
}
