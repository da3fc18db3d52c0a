import { MarketTag } from "../../../components/MarketTag.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { planningText } from "../../../i18n/planning.ts";
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

type Reason = Plans["notTested"][number] & { readonly remedy?: { readonly zh: string; readonly en: string } | null };

/** Requirements with the reason that each has. */
export function Reasons({ of }: { readonly of: readonly Reason[] }) {
  const planning = useText(planningText);
  const { own } = useLanguage();
  return (
    <ul className="reasons">
      {of.map(({ rowId, market, characteristicName, because, remedy }) => (
        <li key={rowId}>
          <MarketTag market={market} short /> <b>{characteristicName[own]}</b>{" "}
          <span className="quiet">{because[own]}</span>
          {remedy && (
            <>
              <br />
              <small>
                {planning("remedy")}: {remedy[own]}
              </small>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
