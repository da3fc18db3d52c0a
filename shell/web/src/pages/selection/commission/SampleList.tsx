import { conditionNames, sampleStateNames } from "@quanheng/contract/messages/terms.ts";
import type { CommissionDetail } from "@quanheng/contract/schemas/selection.ts";
import type { Bilingual } from "@quanheng/kernel/bilingual.ts";
import { DataTable, listed } from "../../../components/DataTable.tsx";
import { InstantText } from "../../../components/DateText.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { selectionText } from "../../../i18n/selection.ts";
import { route, to } from "../../../paths.ts";
import { useMay } from "../../../session/use-session.ts";
import { isServed } from "../../all.ts";

/** The samples, one for each laboratory, and whether they have arrived. */
export function SampleList({ of }: { readonly of: CommissionDetail["samples"] }) {
  const text = useText(selectionText);
  const { own } = useLanguage();
  const mayRead = useMay("sample.read") && isServed(route.sample);
  return (
    <section aria-labelledby="samples-title">
      <h2 id="samples-title" className="list-title">
        {text("samples.title")}
      </h2>
      <DataTable
        caption={text("samples.title")}
        rows={listed(of)}
        rowKey={({ id }) => id}
        {...(mayRead ? { rowTo: ({ id }: { id: string }) => to.sample(id) } : {})}
        empty={text("samples.empty")}
        columns={[
          { key: "number", title: text("samples.number"), cell: ({ number }) => number },
          { key: "lab", title: text("tasks.lab"), cell: ({ institutionName }) => institutionName[own] },
          { key: "state", title: text("samples.state"), cell: ({ state }) => named(sampleStateNames, state)[own] },
          {
            key: "received",
            title: text("samples.received"),
            cell: ({ receivedAt }) => <InstantText at={receivedAt} />,
          },
          {
            key: "condition",
            title: text("samples.condition"),
            cell: ({ condition }) => (condition === null ? "—" : named(conditionNames, condition)[own]),
          },
        ]}
      />
    </section>
  );
}

/** A word of a list by its key; a key that is not listed is its own name. */
function named(names: Readonly<Record<string, Bilingual>>, key: string): Bilingual {
  return Object.hasOwn(names, key) ? names[key]! : { zh: key, en: key };
}
