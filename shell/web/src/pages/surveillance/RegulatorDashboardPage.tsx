import { attestationStatusNames } from "@quanheng/contract/messages/terms.ts";
import { getRegulatorDashboard, type RegulatorDashboard } from "@quanheng/contract/routes/surveillance.ts";
import type { z } from "zod";
import { useCall } from "../../api/use-call.ts";
import { BilingualText } from "../../components/BilingualText.tsx";
import { DataTable, listed } from "../../components/DataTable.tsx";
import { InstantText } from "../../components/DateText.tsx";
import { MarketTag } from "../../components/MarketTag.tsx";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { surveillanceText } from "../../i18n/surveillance.ts";
import { to } from "../../paths.ts";
import { BarList } from "./BarList.tsx";
import { Figure, Figures } from "./Figure.tsx";
import { VerdictBars } from "./VerdictBars.tsx";
import "./surveillance.css";

type Oversight = z.infer<typeof RegulatorDashboard>;

/** What a regulator may see: statements, verdicts, failures and withdrawals, each with the way to the public proof. */
export function RegulatorDashboardPage() {
  const text = useText(surveillanceText);
  const dashboard = useCall(getRegulatorDashboard, {}, { everyMs: 60_000 });
  return (
    <Page title={text("oversight.title")} lead={text("oversight.lead")}>
      <Stateful of={dashboard}>{(data) => <Content data={data} />}</Stateful>
    </Page>
  );
}

function Content({ data }: { readonly data: Oversight }) {
  const text = useText(surveillanceText);
  const { own } = useLanguage();
  return (
    <>
      <Figures>
        <Figure name={text("oversight.issued")}>{data.issued}</Figure>
        <Figure name={text("oversight.failing")} alert={data.failing.length > 0}>
          {data.failing.length}
        </Figure>
        <Figure name={text("oversight.changes")}>{data.statusChanges.length}</Figure>
      </Figures>
      <div className="columns">
        <section className="panel">
          <h2>{text("cluster.verdicts")}</h2>
          <VerdictBars markets={data.verdictsByMarket} empty={text("cluster.verdicts.empty")} />
        </section>
        <section className="panel">
          <h2>{text("oversight.status")}</h2>
          <BarList
            bars={data.byStatus.map(({ status, count }) => ({ key: status, name: statusName(status, own), count }))}
            empty={text("oversight.status.empty")}
          />
        </section>
      </div>
      <h2 className="cluster-part">{text("oversight.failing")}</h2>
      <Failing failing={data.failing} />
      <h2 className="cluster-part">{text("oversight.changes")}</h2>
      <Changes changes={data.statusChanges} />
    </>
  );
}

function Failing({ failing }: { readonly failing: Oversight["failing"] }) {
  const text = useText(surveillanceText);
  const { own } = useLanguage();
  return (
    <DataTable
      caption={text("oversight.failing")}
      rows={listed(failing)}
      rowKey={({ attestationId, market }) => `${attestationId} ${market}`}
      rowTo={({ attestationId }) => to.attestation(attestationId)}
      empty={text("oversight.failing.empty")}
      columns={[
        { key: "number", title: text("column.number"), cell: ({ number }) => number },
        { key: "item", title: text("column.item"), cell: ({ itemName }) => <BilingualText text={itemName} /> },
        { key: "market", title: text("column.market"), cell: ({ market }) => <MarketTag market={market} /> },
        {
          key: "characteristics",
          title: text("column.characteristics"),
          cell: ({ characteristics }) => characteristics.map((name) => name[own]).join(", "),
        },
        {
          key: "institution",
          title: text("column.institution"),
          cell: ({ institutionName }) => <BilingualText text={institutionName} />,
        },
        { key: "at", title: text("column.at"), cell: ({ issuedAt }) => <InstantText at={issuedAt} /> },
      ]}
    />
  );
}

function Changes({ changes }: { readonly changes: Oversight["statusChanges"] }) {
  const text = useText(surveillanceText);
  const { own } = useLanguage();
  return (
    <DataTable
      caption={text("oversight.changes")}
      rows={listed(changes)}
      rowKey={({ attestationId, at }) => `${attestationId} ${at}`}
      rowTo={({ attestationId }) => to.attestation(attestationId)}
      empty={text("oversight.changes.empty")}
      columns={[
        { key: "number", title: text("column.number"), cell: ({ number }) => number },
        { key: "status", title: text("column.state"), cell: ({ status }) => statusName(status, own) },
        { key: "reason", title: text("column.reason"), cell: ({ reason }) => reason },
        { key: "at", title: text("column.at"), cell: ({ at }) => <InstantText at={at} /> },
      ]}
    />
  );
}

function statusName(status: string, own: "zh" | "en"): string {
  return status in attestationStatusNames
    ? attestationStatusNames[status as keyof typeof attestationStatusNames][own]
    : status;
}
