import type { CompareLine } from "@quanheng/contract/routes/compare.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import { Link } from "@tanstack/react-router";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { marketName } from "../../components/market-name.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { to } from "../../paths.ts";
import { StatusTag } from "../library/RequirementTags.tsx";

/** Characteristics down, markets across, the strictest limit and the relations at the end. */
export function LimitsTable({
  lines,
  markets,
}: {
  readonly lines: readonly CompareLine[];
  readonly markets: readonly string[];
}) {
  const text = useText(compareText);
  const { language, own } = useLanguage();
  const columns: readonly Column<CompareLine>[] = [
    {
      key: "characteristic",
      title: text("compare.characteristic"),
      cell: ({ characteristicName, unit }) => (
        <span className="document">
          <b>{characteristicName[own]}</b>
          <small className="quiet">{unitText(unit)}</small>
        </span>
      ),
    },
    ...markets.map((market) => ({
      key: market,
      title: marketName(market, language),
      cell: (line: CompareLine) => <MarketCell line={line} market={market} />,
    })),
    { key: "strictest", title: text("compare.strictest"), cell: (line) => <StrictestCell line={line} /> },
  ];
  return (
    <DataTable
      caption={text("compare.caption")}
      rows={listed(lines)}
      rowKey={({ characteristic, kind, unit, cells }) =>
        [characteristic, kind, unit, cells[0]?.requirements[0]?.rowId].join(" ")
      }
      empty={text("compare.empty")}
      columns={columns}
    />
  );
}

function MarketCell({ line, market }: { readonly line: CompareLine; readonly market: string }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const cell = line.cells.find((each) => each.market === market);
  if (!cell) return <span className="quiet">{text(silenceOf(line, market))}</span>;
  return (
    <span className="document">
      {cell.empty ? (
        <em className="compare-warning">{text("compare.cell-empty")}</em>
      ) : (
        <span>
          {cell.limitText && <b>{cell.limitText[own]}</b>}{" "}
          {cell.sets && <span className="mark is-read">{text("compare.strictest.mark")}</span>}
        </span>
      )}
      {cell.requirements.map((row) => (
        <small key={row.rowId}>
          {!cell.limitText && <span>{row.limitText[own]} </span>}
          <Link to={to.requirement(row.rowId)}>{row.document}</Link>{" "}
          {(row.status === "recalled" || row.status === "proposed") && <StatusTag status={row.status} />}
        </small>
      ))}
    </span>
  );
}

function silenceOf(line: CompareLine, market: string) {
  if (line.unclaimed.includes(market)) return "compare.unclaimed";
  return line.missing.includes(market) ? "compare.no-requirement" : "compare.other-line";
}

function StrictestCell({ line }: { readonly line: CompareLine }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  return (
    <span className="document">
      {line.empty ? (
        <em className="compare-warning">{text("compare.no-common")}</em>
      ) : line.strictest ? (
        <b>{line.strictest[own]}</b>
      ) : (
        <span className="quiet">{text("compare.strictest.none")}</span>
      )}
      {line.mixedBasis && <small className="compare-warning">{text("compare.mixed")}</small>}
      {line.relations.length > 0 && (
        <details>
          <summary>{text("compare.relations")}</summary>
          <ul className="compare-relations">
            {line.relations.map(({ a, b, relation }) => (
              <li key={`${a} ${b}`}>{text(`relation.${relation}`, { a, b })}</li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}
