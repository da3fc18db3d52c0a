import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import { ucumOfDsi } from "@quanheng/formats/dcc/dsi/unit-words.ts";
import type { ViewStatement, ViewTable } from "@quanheng/formats/dcc/view/view.ts";
import { useText } from "../../../i18n/catalogue.ts";
import { dccText, zh } from "../../../i18n/dcc.ts";
import { useSaid } from "./use-said.ts";

/** Longer lists are read by machine; a page of thousands of rows is read by nobody. */
const MOST_ROWS = 200;

/** The values of one result, and what is said about them. */
export function TableOfValues({ table: { name, rows, statements } }: { readonly table: ViewTable }) {
  const text = useText(dccText);
  const say = useSaid();
  return (
    <section>
      <h3>{say(name)}</h3>
      {rows.length > 0 && (
        <table className="dcc-values">
          <thead>
            <tr>
              <th scope="col">{text("quantity")}</th>
              <th scope="col">{text("value")}</th>
              <th scope="col">{text("uncertainty")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST_ROWS).map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: values of a list bear one name and never change place
              <tr key={i}>
                <th scope="row">{say(row.name)}</th>
                <td data-label={text("value")}>
                  {row.value} {printedUnit(row.unit)} {say(row.words)}
                </td>
                <td data-label={text("uncertainty")}>{row.uncertainty === "" ? "—" : row.uncertainty}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > MOST_ROWS && <p className="quiet">{text("more", { count: rows.length - MOST_ROWS })}</p>}
      <Statements statements={statements} />
    </section>
  );
}

/** A unit as a person writes it; one that D-SI does not know, as the certificate has it, without its bar. */
function printedUnit(unit: string): string {
  const code = ucumOfDsi(unit);
  return code === undefined ? unit.replace(/^\|/, "") : unitText(code);
}

export function Statements({ statements }: { readonly statements: readonly ViewStatement[] }) {
  const text = useText(dccText);
  const say = useSaid();
  const shown = statements.map(({ name, text: said, norms, facts, conformity }) => {
    const key = `conformity.${conformity}`;
    const verdict = isKey(key) ? text(key) : conformity;
    return [say(name), norms.join(", "), say(said), facts.join(", "), verdict]
      .filter((part) => part !== "")
      .join(" · ");
  });
  const lines = shown.filter((line) => line !== "");
  if (lines.length === 0) return null;
  return (
    <ul className="dcc-lines">
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: statements may be equal and never change place
        <li key={i}>{line}</li>
      ))}
    </ul>
  );
}

function isKey(key: string): key is keyof typeof zh {
  return Object.hasOwn(zh, key);
}
