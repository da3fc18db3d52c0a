import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ProblemError } from "../api/problem-error.ts";
import { useText } from "../i18n/catalogue.ts";
import { commonText } from "../i18n/common.ts";
import { ProblemAlert } from "./ProblemAlert.tsx";
import { Empty, Failed, Loading } from "./Stateful.tsx";
import "./data-table.css";

export type Column<Row> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "end";
  /** Left out on a narrow screen, where a row is a card. */
  readonly wideOnly?: boolean;
};

/** What `usePages` answers, or a plain list with `listed(items)`. */
export type Rows<Row> = {
  readonly items: readonly Row[] | undefined;
  readonly error: ProblemError | null;
  readonly more: (() => void) | null;
  readonly loadingMore: boolean;
  readonly again: () => void;
};

/** A list that is already here, as the table wants it. */
export function listed<Row>(items: readonly Row[]): Rows<Row> {
  return { items, error: null, more: null, loadingMore: false, again: () => undefined };
}

/**
 * A list as a table; on a phone each row is a card. The first cell links to the row's page, so that the keyboard needs
 * one stop a row.
 */
export function DataTable<Row>({
  caption,
  rows,
  columns,
  rowKey,
  rowTo,
  empty,
  emptyAction,
}: {
  /** Said to a screen reader; the page's title usually says it to the eye. */
  readonly caption: string;
  readonly rows: Rows<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly rowTo?: (row: Row) => string;
  readonly empty: string;
  readonly emptyAction?: ReactNode;
}) {
  const text = useText(commonText);
  const { items, error, again, more, loadingMore } = rows;
  if (!items) return error ? <Failed error={error} again={again} /> : <Loading />;
  if (items.length === 0) return <Empty text={empty}>{emptyAction}</Empty>;

  return (
    <div className="data">
      {error && <ProblemAlert error={error} again={again} />}
      <div className="data-scroll">
        <table className="data-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ key, title, align }) => (
                <th key={key} scope="col" className={align === "end" ? "is-end" : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ key, title, cell, align, wideOnly }, at) => (
                  <td
                    key={key}
                    data-title={title}
                    className={`${align === "end" ? "is-end" : ""}${wideOnly ? " on-wide-table" : ""}`}
                  >
                    {at === 0 && rowTo ? <Link to={rowTo(row)}>{cell(row)}</Link> : cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="data-foot" aria-live="polite">
        {more ? (
          <button type="button" className="plain-button" disabled={loadingMore} onClick={more}>
            {loadingMore ? text("loading") : text("load.more")}
          </button>
        ) : (
          text("all.loaded", { count: items.length })
        )}
      </p>
    </div>
  );
}
