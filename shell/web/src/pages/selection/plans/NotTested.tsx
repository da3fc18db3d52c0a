import { MarketTag } from "../../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import type { Plans } from "./plan-comparison.ts";

/** What no laboratory answers is said, never silently dropped. */
export function NotTested({ of }: { readonly of: Plans["notTested"] }) {
  const text = useText(selectionText);
  if (of.length === 0) return <p className="quiet not-tested-none">✓ {text("not-tested.none")}</p>;
  return (
    <section className="panel" aria-labelledby="not-tested-title">
      <h2 id="not-tested-title">{text("not-tested.title")}</h2>
      <p className="quiet">{text("not-tested.lead")}</p>
      <Reasons of={of} />
    </section>
  );
}

/** Requirements with the reason that each has. */
export function Reasons({ of }: { readonly of: Plans["notTested"] }) {
  const { own } = useLanguage();
  return (
    <ul className="reasons">
      {of.map(({ rowId, market, characteristicName, because }) => (
        <li key={rowId}>
          <MarketTag market={market} short /> <b>{characteristicName[own]}</b>{" "}
          <span className="quiet">{because[own]}</span>
        </li>
      ))}
    </ul>
  );
}
