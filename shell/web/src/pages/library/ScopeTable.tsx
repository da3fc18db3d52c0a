import { listScope } from "@quanheng/contract/routes/scope.ts";
import { unitText } from "@quanheng/flow/selection/limit-text.ts";
import type { Answer } from "../../api/client.ts";
import { usePages } from "../../api/use-call.ts";
import { DataTable } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { libraryText } from "../../i18n/library.ts";

type ScopeLine = Answer<typeof listScope>["items"][number];

/** What a laboratory is accredited to measure, by which method, in which range, and how well. */
export function ScopeTable({ id }: { readonly id: `ins-${string}` }) {
  const rows = usePages(listScope, { params: { id }, query: {} });
  const text = useText(libraryText);
  const { own } = useLanguage();
  return (
    <DataTable
      caption={text("institution.scope")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={text("institution.scope.empty")}
      columns={[
        {
          key: "characteristic",
          title: text("characteristic"),
          cell: ({ characteristicName }) => characteristicName[own],
        },
        { key: "object", title: text("scope.object"), cell: ({ object }) => object[own] },
        { key: "method", title: text("scope.method"), cell: ({ method }) => method },
        { key: "range", title: text("scope.range"), cell: rangeText },
        {
          key: "cmc",
          title: text("scope.cmc"),
          cell: ({ cmc, unit }) => (cmc === null ? "—" : `${cmc} ${unitText(unit)}`),
        },
        {
          key: "valid",
          title: text("accreditation.valid"),
          wideOnly: true,
          cell: ({ validTo }) => <DayText day={validTo} />,
        },
      ]}
    />
  );
}

function rangeText({ rangeMin, rangeMax, unit }: ScopeLine): string {
  const shown = unitText(unit);
  if (rangeMin !== null && rangeMax !== null) return `${rangeMin} – ${rangeMax} ${shown}`;
  if (rangeMin !== null) return `≥ ${rangeMin} ${shown}`;
  return rangeMax === null ? "—" : `≤ ${rangeMax} ${shown}`;
}
