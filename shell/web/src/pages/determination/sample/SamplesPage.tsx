import { sampleStateNames } from "@quanheng/contract/messages/terms.ts";
import { listSamples } from "@quanheng/contract/routes/determination.ts";
import type { SampleView } from "@quanheng/contract/schemas/laboratory.ts";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { usePages } from "../../../api/use-call.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { InstantText } from "../../../components/DateText.tsx";
import { Page } from "../../../components/Page.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { to, toPage } from "../../../paths.ts";
import { ScanField } from "./ScanField.tsx";
import "../determination.css";
import "./sample.css";

type State = SampleView["state"];

/** Samples of the laboratory, with the field that a scanner types into. */
export function SamplesPage() {
  const text = useText(samplesText);
  const { own } = useLanguage();
  const [state, setState] = useState<State | "">("");
  const [wanted, setWanted] = useState("");
  const search = useDeferredValue(wanted.trim());
  const samples = usePages(listSamples, {
    query: { ...(state ? { state } : {}), ...(search ? { text: search } : {}) },
  });

  return (
    <Page
      title={text("samples.title")}
      actions={
        <Link className="plain-button as-link" to={toPage("scanSample")}>
          {text("samples.scan")}
        </Link>
      }
    >
      <section className="panel filters">
        <ScanField />
        <TextField label={text("samples.text")} type="search" value={wanted} onChange={setWanted} maxLength={100} />
        <SelectField
          label={text("samples.state")}
          value={state || "all"}
          onChange={(value) => setState(isState(value) ? value : "")}
          choices={[
            { value: "all", label: text("samples.state.all") },
            ...STATES.map((value) => ({ value, label: sampleStateNames[value][own] })),
          ]}
        />
      </section>
      <DataTable
        caption={text("samples.caption")}
        rows={samples}
        rowKey={({ id }) => id}
        rowTo={({ id }) => to.sample(id)}
        empty={text("samples.empty")}
        columns={[
          { key: "number", title: text("sample.number"), cell: ({ number }) => number },
          { key: "what", title: text("sample.description"), cell: ({ description }) => description[own] },
          { key: "lot", title: text("sample.lot"), cell: ({ lot }) => lot },
          {
            key: "quantity",
            title: text("sample.quantity"),
            align: "end",
            cell: ({ quantity, unit }) => `${quantity} ${unit}`,
          },
          { key: "commission", title: text("sample.commission"), cell: ({ commissionNumber }) => commissionNumber },
          { key: "state", title: text("samples.state"), cell: (sample) => sampleStateNames[sample.state][own] },
          {
            key: "received",
            title: text("sample.received"),
            cell: ({ receipt }) =>
              receipt ? <InstantText at={receipt.receivedAt} /> : <span className="quiet">{text("receipt.none")}</span>,
          },
        ]}
      />
    </Page>
  );
}

const STATES = Object.keys(sampleStateNames) as State[];

function isState(text: string): text is State {
  return Object.hasOwn(sampleStateNames, text);
}
