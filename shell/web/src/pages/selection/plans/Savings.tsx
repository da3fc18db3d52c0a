import type { Plan } from "@quanheng/contract/schemas/selection.ts";
import { Money, yuan } from "../../../components/Money.tsx";
import { marketName } from "../../../components/market-name.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { type Plans, savingOf } from "./plan-comparison.ts";
import { useDays } from "./use-days.ts";

/** Each market alone against the chosen plan, as bars to one scale. */
export function Savings({ plan, answer }: { readonly plan: Plan; readonly answer: Plans }) {
  const text = useText(selectionText);
  const { language } = useLanguage();
  const days = useDays();
  const saving = savingOf(plan, answer);
  const together = plan.costFen ?? 0;
  const scale = Math.max(answer.aloneSumFen ?? 0, together, ...answer.alone.map(({ costFen }) => costFen ?? 0), 1);
  const facts = { together: yuan(together), alone: yuan(answer.aloneSumFen ?? 0) };
  return (
    <section className="panel" aria-labelledby="saving-title">
      <h2 id="saving-title">{text("saving.title")}</h2>
      {saving && (
        <p className="saving-sentence">
          {saving.fen > 0
            ? text("saving.sentence", { ...facts, saved: yuan(saving.fen), percent: saving.percent })
            : text("saving.none", facts)}
        </p>
      )}
      <ul className="bars">
        {answer.alone.map(({ market, costFen, days: time, uncoverable }) => (
          <Bar
            key={market}
            name={`${marketName(market, language)} · ${text("saving.market")}`}
            share={(costFen ?? 0) / scale}
            figure={costFen === null ? text("saving.uncoverable") : yuan(costFen)}
            note={uncoverable > 0 ? text("saving.impossible", { count: uncoverable }) : time === null ? "" : days(time)}
          />
        ))}
        {answer.aloneSumFen !== null && (
          <Bar
            name={text("saving.sum")}
            share={answer.aloneSumFen / scale}
            figure={yuan(answer.aloneSumFen)}
            note=""
            kind="sum"
          />
        )}
        <Bar
          name={text("saving.together")}
          share={together / scale}
          figure={<Money fen={plan.costFen} />}
          note={plan.days === null ? "" : days(plan.days)}
          kind="together"
        />
      </ul>
    </section>
  );
}

function Bar({
  name,
  share,
  figure,
  note,
  kind = "alone",
}: {
  readonly name: string;
  readonly share: number;
  readonly figure: React.ReactNode;
  readonly note: string;
  readonly kind?: "alone" | "sum" | "together";
}) {
  return (
    <li className={`bar is-${kind}`}>
      <span>{name}</span>
      <span className="bar-track" aria-hidden="true">
        <span style={{ width: `${100 * share}%` }} />
      </span>
      <span className="bar-figure">
        {figure} <small className="quiet">{note}</small>
      </span>
    </li>
  );
}
