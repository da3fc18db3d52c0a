import { listNumberedProducts, recordProduct } from "@quanheng/contract/routes/numbering.ts";
import type { Product } from "@quanheng/contract/schemas/numbering.ts";
import { type FormEvent, useState } from "react";
import { usePages, useSend } from "../../api/use-call.ts";
import { ActionButton } from "../../components/ActionButton.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Page } from "../../components/Page.tsx";
import { ProblemAlert } from "../../components/ProblemAlert.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { numberingText } from "../../i18n/numbering.ts";
import { toPage } from "../../paths.ts";

const TEXTS = ["nameZh", "nameEn", "brand", "netContent", "gpc", "hs", "imageUrl"] as const;
const MEMBERS = [...TEXTS, "markets"] as const;
type Member = (typeof MEMBERS)[number];

/** What stands behind the GTINs of a party, and how good its data are. */
export function ProductsPage() {
  const text = useText(numberingText);
  const { own } = useLanguage();
  const [chosen, setChosen] = useState<Product | null>(null);
  const rows = usePages(listNumberedProducts, { query: {} });
  const columns: readonly Column<Product>[] = [
    { key: "gtin", title: "GTIN", cell: ({ gtin }) => gtin },
    {
      key: "name",
      title: text("name"),
      cell: ({ data, purpose }) => (own === "zh" ? data.nameZh : data.nameEn) || data.nameZh || data.nameEn || purpose,
    },
    { key: "quality", title: text("quality"), cell: ({ quality }) => <Quality of={quality} /> },
    {
      key: "edit",
      title: text("product.edit"),
      cell: (row) => (
        <button type="button" className="plain-button" onClick={() => setChosen(row)}>
          {text("product.edit")}
        </button>
      ),
    },
  ];
  return (
    <Page
      title={text("products.title")}
      lead={text("products.lead")}
      crumbs={[{ label: text("title"), to: toPage("numbering") }]}
    >
      {chosen && <ProductForm key={`${chosen.gtin} ${chosen.version}`} of={chosen} done={() => setChosen(null)} />}
      <DataTable
        caption={text("products.title")}
        rows={rows}
        rowKey={({ gtin }) => gtin}
        empty={text("products.empty")}
        columns={columns}
      />
    </Page>
  );
}

function Quality({ of: { score, missing, wrong } }: { readonly of: Product["quality"] }) {
  const text = useText(numberingText);
  const names = (members: readonly string[]) =>
    members
      .flatMap((name) => MEMBERS.filter((member) => member === name))
      .map((member: Member) => text(`product.${member}`))
      .join(", ");
  return (
    <span className="stack">
      <strong>{score} / 100</strong>
      {missing.length > 0 && <small className="quiet">{text("quality.missing", { members: names(missing) })}</small>}
      {wrong.length > 0 && <small className="quiet">{text("quality.wrong", { members: names(wrong) })}</small>}
      {score === 100 && <small className="quiet">{text("quality.full")}</small>}
    </span>
  );
}

function ProductForm({ of, done }: { readonly of: Product; readonly done: () => void }) {
  const text = useText(numberingText);
  const [data, setData] = useState(of.data);
  const [markets, setMarkets] = useState(of.data.markets.join(", "));
  const send = useSend(recordProduct, { onDone: done });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const codes = markets
      .toUpperCase()
      .split(/[\s,，、;]+/)
      .filter((code) => /^[A-Z]{2,8}$/.test(code));
    send.mutate({ body: { gtin: of.gtin, version: of.version, data: { ...data, markets: codes } } });
  };
  return (
    <form className="panel stack" onSubmit={submit} noValidate>
      <h2>{text("product.editing", { gtin: of.gtin })}</h2>
      <div className="columns">
        {TEXTS.map((member) => (
          <TextField
            key={member}
            label={text(`product.${member}`)}
            maxLength={LENGTHS[member]}
            value={data[member]}
            onChange={(typed) => setData((former) => ({ ...former, [member]: typed }))}
          />
        ))}
        <TextField label={text("product.markets")} maxLength={200} value={markets} onChange={setMarkets} />
      </div>
      <ProblemAlert error={send.error} />
      <span className="row">
        <ActionButton onClick={done}>{text("cancel")}</ActionButton>
        <ActionButton type="primary" htmlType="submit" loading={send.isPending}>
          {text("product.save")}
        </ActionButton>
      </span>
    </form>
  );
}

const LENGTHS = { nameZh: 200, nameEn: 200, brand: 100, netContent: 60, gpc: 8, hs: 10, imageUrl: 2000 } as const;
