import type { Acceptance } from "@quanheng/contract/routes/compare.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";

type Condition = Acceptance["rules"][number]["conditions"][number];
type Member = Acceptance["arrangements"][number]["members"][number];

/** What a market asks beyond method, laboratory and age, by the names of the flags. */
export function Conditions({ of }: { readonly of: readonly Condition[] }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  if (of.length === 0) return <span className="quiet">{text("condition.none")}</span>;
  return (
    <ul className="acceptance-conditions">
      {of.map((one) => (
        <li key={JSON.stringify(one)}>
          <b>
            {[...one.products, ...one.characteristics].map((name) => name[own]).join(", ") || text("condition.all")}
          </b>
          {Object.entries(one.minEdition).map(([document, edition]) => (
            <div key={document}>{text("condition.min-edition", { document, edition })}</div>
          ))}
          {one.fullReportOnly && <div>{text("condition.full-only")}</div>}
          {one.provisional && <div>{text("condition.provisional")}</div>}
          {one.sampledBy.length > 0 && (
            <div>
              {text("condition.sampled-by", { who: one.sampledBy.map((by) => text(`sampler.${by}`)).join(", ") })}
            </div>
          )}
          <small className="quiet">
            {one.note[own]} {text(`provenance.${one.status}`)}:{" "}
            {[one.document, one.clause, one.source].filter(Boolean).join(", ")}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** The signatories of an arrangement by activity; who no longer or not yet holds is marked with its days. */
export function Members({ of }: { readonly of: readonly Member[] }) {
  const text = useText(compareText);
  const byActivity = [...Map.groupBy(of, ({ activity }) => activity)];
  return (
    <>
      {byActivity.map(([activity, members]) => (
        <div key={activity}>
          <small className="quiet">{text(`activity.${activity}`)}</small> {members.map(memberText).join(", ")}
        </div>
      ))}
    </>
  );
}

/** From when until when something holds. */
export function Valid({ from, until }: Pick<Member, "from" | "until">) {
  return <span className="number">{`${from ?? "…"} – ${until ?? "…"}`}</span>;
}

function memberText({ body, holds, from, until }: Member): string {
  return holds ? body : `${body} (${from ?? "…"} – ${until ?? "…"})`;
}
