import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { Link } from "@tanstack/react-router";
import { Money } from "../../../components/Money.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";
import { useDays } from "./use-days.ts";

/** What each laboratory of the plan asks for, down to its discount. */
export function LabList({ plan: { labs } }: { readonly plan: Plan }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const days = useDays();
  return (
    <section className="panel" aria-labelledby="labs-title">
      <h2 id="labs-title">{text("labs.title")}</h2>
      {labs.map(({ institutionId, name, fixedFen, subtotalFen, discountFen, days: time }) => (
        <div key={institutionId} className="lab">
          <Link to={to.institution(institutionId)} className="lab-name">
            {name[own]}
          </Link>
          <dl className="sums">
            <Sum name={text("labs.tests")} fen={subtotalFen} />
            {discountFen > 0 && <Sum name={text("labs.discount")} fen={-discountFen} />}
            {fixedFen > 0 && <Sum name={text("labs.fixed")} fen={fixedFen} />}
            <Sum name={text("labs.total")} fen={fixedFen + subtotalFen - discountFen} total />
            <div>
              <dt>{text("labs.days")}</dt>
              <dd>{days(time)}</dd>
            </div>
          </dl>
        </div>
      ))}
    </section>
  );
}

function Sum({ name, fen, total = false }: { readonly name: string; readonly fen: number; readonly total?: boolean }) {
  return (
    <div className={total ? "is-total" : undefined}>
      <dt>{name}</dt>
      <dd>
        <Money fen={fen} />
      </dd>
    </div>
  );
}
