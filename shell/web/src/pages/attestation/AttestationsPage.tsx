import { attestationStatusNames } from "@quanheng/contract/messages/terms.ts";
import { listAttestations } from "@quanheng/contract/routes/attestation.ts";
import { ATTESTATION_STATUS, type AttestationSummary } from "@quanheng/contract/schemas/attestation.ts";
import { useDeferredValue, useState } from "react";
import { usePages } from "../../api/use-call.ts";
import { BilingualText } from "../../components/BilingualText.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { InstantText } from "../../components/DateText.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Page } from "../../components/Page.tsx";
import { SelectField } from "../../components/SelectField.tsx";
import { TextField } from "../../components/TextField.tsx";
import { type Verdict, VerdictTag } from "../../components/VerdictTag.tsx";
import { attestationText } from "../../i18n/attestation.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { to } from "../../paths.ts";
import { type AttestationStatus, StatusTag } from "./StatusTag.tsx";
import "./attestation.css";

const ANY = "any";

/** The statements that the reader may see, newest first. */
export function AttestationsPage() {
  const text = useText(attestationText);
  const { own } = useLanguage();
  const [typed, setTyped] = useState("");
  const [status, setStatus] = useState<AttestationStatus | typeof ANY>(ANY);
  const wanted = useDeferredValue(typed.trim());
  const rows = usePages(listAttestations, {
    query: { ...(wanted ? { text: wanted } : {}), ...(status === ANY ? {} : { status }) },
  });
  const filtered = wanted !== "" || status !== ANY;

  return (
    <Page title={text("list.title")}>
      <search className="statement-filter">
        <TextField label={text("list.search")} type="search" value={typed} onChange={setTyped} maxLength={100} />
        <SelectField
          label={text("list.status")}
          value={status}
          onChange={(value) => setStatus(value as AttestationStatus | typeof ANY)}
          choices={[
            { value: ANY, label: text("list.status.all") },
            ...ATTESTATION_STATUS.map((value) => ({ value, label: attestationStatusNames[value][own] })),
          ]}
        />
      </search>
      <DataTable
        caption={text("list.title")}
        rows={rows}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.attestation(id)}
        empty={text(filtered ? "list.empty.filtered" : "list.empty")}
        columns={useColumns()}
      />
    </Page>
  );
}

function useColumns(): readonly Column<AttestationSummary>[] {
  const text = useText(attestationText);
  return [
    {
      key: "number",
      title: text("list.number"),
      cell: ({ number }) => <span className="statement-number">{number}</span>,
    },
    { key: "item", title: text("list.item"), cell: ({ itemName }) => <BilingualText text={itemName} both /> },
    {
      key: "institution",
      title: text("list.institution"),
      cell: ({ institutionName }) => <BilingualText text={institutionName} />,
    },
    { key: "markets", title: text("list.markets"), cell: ({ markets }) => <MarketVerdicts markets={markets} /> },
    { key: "status", title: text("list.status"), cell: ({ status }) => <StatusTag status={status} /> },
    { key: "issued", title: text("list.issued"), cell: ({ issuedAt }) => <InstantText at={issuedAt} /> },
  ];
}

/** The verdict of each market, in one line where there is room. */
export function MarketVerdicts({ markets }: { readonly markets: AttestationSummary["markets"] }) {
  return (
    <span className="row statement-markets">
      {markets.map(({ market, verdict, indicative }) => (
        <span key={market} className="statement-market">
          <MarketTag market={market} short />
          <VerdictTag verdict={verdict as Verdict} indicative={indicative} />
        </span>
      ))}
    </span>
  );
}
