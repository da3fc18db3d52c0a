import { definitionById } from "@quanheng/centres/registry.ts";
import { getTask, listTasks } from "@quanheng/contract/routes/determination.ts";
import type { TaskSummary } from "@quanheng/contract/schemas/laboratory.ts";
import { useState } from "react";
import { useCall } from "../../../api/use-call.ts";
import { Page } from "../../../components/Page.tsx";
import { Note } from "../../../components/ProblemAlert.tsx";
import { SelectField } from "../../../components/SelectField.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { entryGridText } from "../../../i18n/entry-grid.ts";
import { toPage } from "../../../paths.ts";
import { taskDefinition } from "../task-definition.ts";
import { EntryGrid } from "./EntryGrid.tsx";
import { fitsGrid } from "./grid-rows.ts";
import "../determination.css";
import "../bench/bench.css";
import "./grid.css";

/** So many tasks are listed at once; the others follow when these are kept. */
const MOST = 200;

/** Readings of many samples by one method, kept in one go. */
export function GridPage() {
  const text = useText(entryGridText);
  const tasks = useText(determinationText);
  const ready = useCall(listTasks, { query: { state: "ready", limit: MOST } });
  const returned = useCall(listTasks, { query: { state: "returned", limit: MOST } });
  return (
    <Page title={text("title")} lead={text("lead")} crumbs={[{ label: tasks("tasks.title"), to: toPage("tasks") }]}>
      <Stateful of={ready}>{(open) => <Choice tasks={[...(returned.data?.items ?? []), ...open.items]} />}</Stateful>
    </Page>
  );
}

function Choice({ tasks }: { readonly tasks: readonly TaskSummary[] }) {
  const text = useText(entryGridText);
  const { own } = useLanguage();
  const [chosen, setChosen] = useState("");
  const counts = new Map<string, number>();
  for (const { definition } of tasks) counts.set(definition, (counts.get(definition) ?? 0) + 1);
  if (tasks.length === 0 && chosen === "") return <p className="panel quiet">{text("none")}</p>;
  const choices = [...new Set([...counts.keys(), ...(chosen ? [chosen] : [])])].map((definition) => ({
    value: definition,
    label: text("method.count", {
      name: definitionById(definition)?.title[own] ?? definition,
      count: counts.get(definition) ?? 0,
    }),
  }));
  return (
    <div className="stack">
      <section className="panel filters">
        <SelectField label={text("method")} value={chosen} onChange={setChosen} choices={choices} />
      </section>
      {chosen && <Tasks key={chosen} definition={chosen} />}
    </div>
  );
}

/** Every enterable task by the method; those once entered stay on the page until another method is chosen. */
function Tasks({ definition }: { readonly definition: string }) {
  const text = useText(entryGridText);
  const known = definitionById(definition);
  const ready = useCall(listTasks, { query: { definition, state: "ready", limit: MOST } });
  const returned = useCall(listTasks, { query: { definition, state: "returned", limit: MOST } });
  const [first, setFirst] = useState<TaskSummary["id"] | null>(null);
  const items = [...(returned.data?.items ?? []), ...(ready.data?.items ?? [])];
  const wanted = first ?? items[0]?.id;
  if (wanted && !first) setFirst(wanted);
  const sample = useCall(getTask, { params: { id: wanted ?? ("tsk-" as TaskSummary["id"]) } }, { enabled: !!wanted });
  if (!known || !fitsGrid(known)) return <Note>{text("curve")}</Note>;
  if (!wanted) return <Stateful of={ready}>{() => <p className="panel quiet">{text("none")}</p>}</Stateful>;
  return (
    <Stateful of={sample}>
      {(detail) => {
        const described = taskDefinition(detail);
        return (
          <>
            {described && <EntryGrid definition={described} sample={detail} tasks={items.slice(0, MOST)} />}
            {ready.data?.next && <Note>{text("more", { count: MOST })}</Note>}
          </>
        );
      }}
    </Stateful>
  );
}
