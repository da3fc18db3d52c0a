import { commissionStateNames } from "@quanheng/contract/messages/terms.ts";
import { getClusterDashboard } from "@quanheng/contract/routes/surveillance.ts";
import type { Dashboard } from "@quanheng/contract/schemas/attestation.ts";
import { useCall } from "../../api/use-call.ts";
import { BilingualText } from "../../components/BilingualText.tsx";
import { DataTable, listed } from "../../components/DataTable.tsx";
import { DayText } from "../../components/DateText.tsx";
import { Page } from "../../components/Page.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { surveillanceText } from "../../i18n/surveillance.ts";
import { to } from "../../paths.ts";
import { BarList } from "./BarList.tsx";
import { Figure, Figures } from "./Figure.tsx";
import { VerdictBars } from "./VerdictBars.tsx";
import { WeekColumns } from "./WeekColumns.tsx";
import "./surveillance.css";

const EVERY_MS = 60_000;
const UNDER_WAY: ReadonlySet<string> = new Set(["submitted", "agreed", "in-progress"]);

/** What an operator must know each morning: how much is under way, how long it takes, what is late, who is loaded. */
export function ClusterDashboardPage() {
  const text = useText(surveillanceText);
  const dashboard = useCall(getClusterDashboard, {}, { everyMs: EVERY_MS });
  return (
    <Page title={text("cluster.title")} lead={text("cluster.lead")}>
      <Stateful of={dashboard}>{(data) => <Content data={data} />}</Stateful>
    </Page>
  );
}

function Content({ data }: { readonly data: Dashboard }) {
  const text = useText(surveillanceText);
  const { own } = useLanguage();
  return (
    <>
      <Head data={data} />
      <div className="columns">
        <section className="panel">
          <h2>{text("cluster.states")}</h2>
          <BarList
            bars={data.commissionsByState.map(({ state, count }) => ({
              key: state,
              name: stateName(state, own),
              count,
            }))}
            empty={text("cluster.states.empty")}
          />
        </section>
        <section className="panel">
          <h2>{text("cluster.verdicts")}</h2>
          <VerdictBars markets={data.verdictsByMarket} empty={text("cluster.verdicts.empty")} />
        </section>
      </div>
      <section className="panel">
        <h2>{text("cluster.weeks")}</h2>
        <WeekColumns weeks={data.perWeek} />
      </section>
      <h2 className="cluster-part">{text("cluster.late.title")}</h2>
      <Late late={data.late} />
      <h2 className="cluster-part">{text("cluster.institutions")}</h2>
      <Institutions institutions={data.byInstitution} />
    </>
  );
}

function Head({ data: { commissionsByState, turnaround, late, byInstitution } }: { readonly data: Dashboard }) {
  const text = useText(surveillanceText);
  const days = (value: number | null) => {
    if (value === null) return text("cluster.none");
    return value < 1 ? text("cluster.within-day") : text("cluster.days", { days: Number(value.toFixed(1)) });
  };
  const open = commissionsByState
    .filter(({ state }) => UNDER_WAY.has(state))
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <Figures>
      <Figure name={text("cluster.open")}>{open}</Figure>
      <Figure name={text("cluster.late")} alert={late.length > 0}>
        {late.length}
      </Figure>
      <Figure name={text("cluster.issued")}>{byInstitution.reduce((sum, { issued }) => sum + issued, 0)}</Figure>
      <Figure name={text("cluster.median")} note={text("cluster.of", { count: turnaround.count })}>
        {days(turnaround.medianDays)}
      </Figure>
      <Figure name={text("cluster.p90")}>{days(turnaround.p90Days)}</Figure>
    </Figures>
  );
}

function Late({ late }: { readonly late: Dashboard["late"] }) {
  const text = useText(surveillanceText);
  const { own } = useLanguage();
  return (
    <DataTable
      caption={text("cluster.late.title")}
      rows={listed(late)}
      rowKey={({ commissionId }) => commissionId}
      rowTo={({ commissionId }) => to.commission(commissionId)}
      empty={text("cluster.late.empty")}
      columns={[
        { key: "number", title: text("column.commission"), cell: ({ number }) => number },
        { key: "item", title: text("column.item"), cell: ({ itemName }) => <BilingualText text={itemName} /> },
        {
          key: "institutions",
          title: text("column.institution"),
          cell: ({ institutionNames }) => institutionNames.map((name) => name[own]).join(", "),
        },
        { key: "state", title: text("column.state"), cell: ({ state }) => stateName(state, own) },
        { key: "due", title: text("column.due"), cell: ({ dueOn }) => <DayText day={dueOn} /> },
        {
          key: "late",
          title: text("column.late"),
          align: "end",
          cell: ({ daysLate }) => (
            <strong className="cluster-late">{text("cluster.late.days", { days: daysLate })}</strong>
          ),
        },
      ]}
    />
  );
}

function Institutions({ institutions }: { readonly institutions: Dashboard["byInstitution"] }) {
  const text = useText(surveillanceText);
  return (
    <DataTable
      caption={text("cluster.institutions")}
      rows={listed(institutions)}
      rowKey={({ institutionId }) => institutionId}
      rowTo={({ institutionId }) => to.institution(institutionId)}
      empty={text("cluster.institutions.empty")}
      columns={[
        { key: "name", title: text("column.institution"), cell: ({ name }) => <BilingualText text={name} /> },
        { key: "open", title: text("column.open"), align: "end", cell: ({ openTasks }) => openTasks },
        {
          key: "late",
          title: text("column.late-tasks"),
          align: "end",
          cell: ({ lateTasks }) => (lateTasks > 0 ? <strong className="cluster-late">{lateTasks}</strong> : 0),
        },
        { key: "issued", title: text("column.issued"), align: "end", cell: ({ issued }) => issued },
      ]}
    />
  );
}

function stateName(state: string, own: "zh" | "en"): string {
  return state in commissionStateNames ? commissionStateNames[state as keyof typeof commissionStateNames][own] : state;
}
