import { Link } from "@tanstack/react-router";
import { MarketTag } from "../../../components/MarketTag.tsx";
import { marketName } from "../../../components/market-name.ts";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { to } from "../../../paths.ts";
import { LimitText } from "../../library/LimitText.tsx";
import { mayDecide } from "../../library/RequirementTags.tsx";
import { type Strictest, strictestText } from "../strictest-text.ts";
import type { MatrixCell, MatrixRow } from "./market-matrix.ts";

type Props = { readonly rows: readonly MatrixRow[]; readonly markets: readonly string[] };

/** Characteristics by markets, the strictest limit first; the first column stays while the others are scrolled. */
export function MarketMatrix({ rows, markets }: Props) {
  const text = useText(selectionText);
  const { own, language } = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
    <section className="matrix-scroll" tabIndex={0} aria-label={text("matrix.title")}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{text("tasks.characteristic")}</th>
            <th scope="col" className="matrix-strictest">
              {text("matrix.strictest")}
            </th>
            {markets.map((market) => (
              <th key={market} scope="col">
                {market} <span className="quiet">{marketName(market, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ characteristic, name, strictest, cells }) => (
            <tr key={characteristic}>
              <th scope="row">{name[own]}</th>
              <td className="matrix-strictest">
                {strictest.map((limit) => (
                  <StrictestCell key={`${limit.unit} ${limit.rows.join()}`} limit={limit} cells={cells} />
                ))}
              </td>
              {markets.map((market) => (
                <td key={market}>
                  <Cell of={cells.get(market)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same on a phone: the strictest limits, then a card for each market. */
export function MarketCards({ rows, markets }: Props) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  return (
    <div className="stack">
      <section className="panel market-card" aria-label={text("live.strictest")}>
        <h3>{text("live.strictest")}</h3>
        <ul>
          {rows
            .filter(({ strictest }) => strictest.length > 0)
            .map(({ characteristic, name, strictest, cells }) => (
              <li key={characteristic}>
                <span>{name[own]}</span>
                <span>
                  {strictest.map((limit) => (
                    <StrictestCell key={`${limit.unit} ${limit.rows.join()}`} limit={limit} cells={cells} />
                  ))}
                </span>
              </li>
            ))}
        </ul>
      </section>
      {markets.map((market) => {
        const asked = rows.filter(({ cells }) => cells.has(market));
        return (
          <details key={market} className="panel market-card">
            <summary>
              <MarketTag market={market} />{" "}
              <span className="quiet">{text("matrix.count", { count: asked.length })}</span>
            </summary>
            <ul>
              {asked.map(({ characteristic, name, cells }) => (
                <li key={characteristic}>
                  <span>{name[own]}</span>
                  <span>
                    <Cell of={cells.get(market)} />
                  </span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

function StrictestCell({ limit, cells }: { readonly limit: Strictest; readonly cells: MatrixRow["cells"] }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const requirements = [...cells.values()].flat().map(({ requirement }) => requirement);
  if (limit.empty)
    return (
      <span className="two-lines is-contradiction" title={text("matrix.contradiction.why")}>
        <strong>{text("matrix.contradiction")}</strong>
        <small>{text("matrix.contradiction.why")}</small>
      </span>
    );
  return (
    <span className="two-lines">
      <strong>{strictestText(limit, requirements, own)}</strong>
      <small className="quiet">
        {text("matrix.set-by", { markets: limit.setByMarkets.join(own === "zh" ? "、" : ", ") })}
      </small>
    </span>
  );
}

function Cell({ of }: { readonly of: readonly MatrixCell[] | undefined }) {
  const text = useText(selectionText);
  if (!of)
    return (
      <span className="quiet">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{text("matrix.none")}</span>
      </span>
    );
  return of.map(({ requirement, decides }) => (
    <Link
      key={requirement.rowId}
      to={to.requirement(requirement.rowId)}
      title={`${requirement.document} · ${requirement.clause}`}
      className={`matrix-limit${decides ? " is-deciding" : ""}${mayDecide(requirement) ? "" : " is-unverified"}`}
    >
      <LimitText of={requirement} />
      {decides && <span className="visually-hidden">, {text("matrix.decides")}</span>}
    </Link>
  ));
}
