import { compareDays, type RequirementChange } from "@quanheng/contract/routes/compare.ts";
import type { ApplicableRequirement } from "@quanheng/contract/schemas/selection.ts";
import { useCall } from "../../api/use-call.ts";
import { type Column, DataTable, listed } from "../../components/DataTable.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { compareText } from "../../i18n/compare.ts";
import { variantText } from "../library/claim-name.ts";
import { DocumentText } from "../library/DocumentText.tsx";
import { LimitText } from "../library/LimitText.tsx";

/** What changed between two days: both editions side by side. */
export function ChangesSection({
  product,
  markets,
  from,
  to,
  change,
}: {
  readonly product: string;
  readonly markets: string;
  /** Empty until the reader asks. */
  readonly from: string;
  readonly to: string;
  readonly change: (days: { from?: string; to?: string }) => void;
}) {
  const text = useText(compareText);
  const ordered = from !== "" && from < to;
  const answer = useCall(compareDays, { query: { product, markets, from, to } }, { enabled: ordered, keep: true });
  return (
    <section className="panel" aria-labelledby="changes-title">
      <h2 id="changes-title">{text("days.title")}</h2>
      <p className="quiet">{text("days.lead")}</p>
      <div className="filters">
        <TextField label={text("days.from")} type="date" value={from} onChange={(day) => change({ from: day })} />
        <TextField
          label={text("days.to")}
          type="date"
          value={to}
          {...(from !== "" && !ordered ? { problem: text("days.order") } : {})}
          onChange={(day) => change({ to: day })}
        />
      </div>
      {ordered && <Stateful of={answer}>{({ items }) => <Changes items={items} />}</Stateful>}
    </section>
  );
}

function Changes({ items }: { readonly items: readonly RequirementChange[] }) {
  const text = useText(compareText);
  const { own } = useLanguage();
  const columns: readonly Column<RequirementChange>[] = [
    {
      key: "characteristic",
      title: text("compare.characteristic"),
      cell: ({ characteristicName, before, after }) => {
        const variant = (after[0] ?? before[0])?.variant ?? null;
        return (
          <span className="document">
            <b>{characteristicName[own]}</b>
            {variant && <small className="quiet">{variantText(variant, own)}</small>}
          </span>
        );
      },
    },
    { key: "market", title: text("compare.markets"), cell: ({ market }) => <MarketTag market={market} /> },
    {
      key: "change",
      title: text("days.change"),
      cell: (each) => <span className={`mark is-${each.change}`}>{text(`change.${each.change}`)}</span>,
    },
    { key: "before", title: text("days.before"), cell: ({ before }) => <Editions rows={before} /> },
    { key: "after", title: text("days.after"), cell: ({ after }) => <Editions rows={after} /> },
  ];
  return (
    <DataTable
      caption={text("days.caption")}
      rows={listed(items)}
      rowKey={({ before, after }) => [...before, ...after].map(({ versionId }) => versionId).join(" ")}
      empty={text("days.empty")}
      columns={columns}
    />
  );
}

function Editions({ rows }: { readonly rows: readonly ApplicableRequirement[] }) {
  if (rows.length === 0) return <span className="quiet">—</span>;
  return (
    <span className="document">
      {rows.map((row) => (
        <span key={row.rowId} className="document">
          <LimitText of={row} />
          <DocumentText of={row} />
        </span>
      ))}
    </span>
  );
}
