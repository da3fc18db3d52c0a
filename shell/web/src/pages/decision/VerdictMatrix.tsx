import { definitionsOf } from "@quanheng/centres/registry.ts";
import { MarketTag } from "../../components/MarketTag.tsx";
import { VerdictTag } from "../../components/VerdictTag.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { decisionText } from "../../i18n/decision.ts";
import type { Signing } from "./signing.ts";

type Row = Signing["verdicts"][number];

/** Characteristics down, markets across: verdict, limit, risk and reason in each cell. */
export function VerdictMatrix({ view }: { readonly view: Signing }) {
  const text = useText(decisionText);
  const markets = view.markets.map(({ market }) => market);
  const characteristics = worstFirst(view.verdicts);
  return (
    <section className="panel stack">
      <h2>{text("matrix.title")}</h2>
      <p className="quiet">{text("matrix.lead")}</p>
      <div className="table-scroll">
        <table className="matrix">
          <caption className="visually-hidden">{text("matrix.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("matrix.characteristic")}</th>
              {markets.map((market) => (
                <th key={market} scope="col">
                  <MarketTag market={market} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {characteristics.map((characteristic) => (
              <tr key={characteristic}>
                <th scope="row">
                  <Characteristic id={characteristic} />
                </th>
                {markets.map((market) => (
                  <td key={market}>
                    <MatrixCell
                      market={market}
                      rows={view.verdicts.filter(
                        (row) => row.market === market && row.characteristic === characteristic,
                      )}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const SEVERITY: readonly Row["verdict"][] = ["fail", "undecided", "conditional", "pass"];

/** Characteristics in the order of their worst verdict, so that what needs thought is read first. */
function worstFirst(verdicts: readonly Row[]): readonly string[] {
  const groups = [...Map.groupBy(verdicts, ({ characteristic }) => characteristic)];
  const worst = (rows: readonly Row[]) => Math.min(...rows.map(({ verdict }) => SEVERITY.indexOf(verdict)));
  return groups.toSorted(([, a], [, b]) => worst(a) - worst(b)).map(([characteristic]) => characteristic);
}

/** Verdicts carry the key of a characteristic; its name comes from the method that determines it. */
function Characteristic({ id }: { readonly id: string }) {
  const { own } = useLanguage();
  return definitionsOf(id)[0]?.output.label[own] ?? id;
}

function MatrixCell({ market, rows }: { readonly market: string; readonly rows: readonly Row[] }) {
  const text = useText(decisionText);
  const { own } = useLanguage();
  if (rows.length === 0) return <span className="quiet">{text("matrix.none")}</span>;
  return (
    <ul className="matrix-cell" aria-label={market}>
      {rows.map((row) => (
        <li key={row.rowId}>
          <VerdictTag verdict={row.verdict} indicative={row.indicative} />
          <strong>{row.limitText[own]}</strong>
          {row.probabilityFalseAcceptance !== null && (
            <span className="quiet small">{text("matrix.risk", { p: row.probabilityFalseAcceptance })}</span>
          )}
          <details>
            <summary>{text("matrix.why")}</summary>
            <p>{row.because[own]}</p>
            <p className="quiet small">
              {row.document} {row.clause}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}
