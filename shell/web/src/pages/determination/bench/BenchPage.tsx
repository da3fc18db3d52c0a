import { sampleStateNames } from "@quanheng/contract/messages/terms.ts";
import { getTask } from "@quanheng/contract/routes/determination.ts";
import type { TaskDetail } from "@quanheng/contract/schemas/laboratory.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../../api/use-call.ts";
import { DayText } from "../../../components/DateText.tsx";
import { Page } from "../../../components/Page.tsx";
import { Note } from "../../../components/ProblemAlert.tsx";
import { Stateful } from "../../../components/Stateful.tsx";
import { useLanguage, useText } from "../../../i18n/catalogue.ts";
import { determinationText } from "../../../i18n/determination.ts";
import { samplesText } from "../../../i18n/samples.ts";
import { to, toPage } from "../../../paths.ts";
import { useId } from "../../../use-id.ts";
import { OpenFacts } from "../facts/OpenFacts.tsx";
import { SetAside } from "../facts/SetAside.tsx";
import { StateTag } from "../StateTag.tsx";
import { Bench } from "./Bench.tsx";
import { CheckSample } from "./CheckSample.tsx";
import { History } from "./History.tsx";
import { TakeTask } from "./TakeTask.tsx";
import "../determination.css";
import { taskDefinition } from "../task-definition.ts";
import "./bench.css";

/** One test at the bench: readings in, result and verdicts at once, everything kept. */
export function BenchPage() {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const id = useId("tsk");
  const task = useCall(getTask, { params: { id } });
  const { data } = task;
  return (
    <Page
      title={data ? data.methodTitle[own] : text("tasks.title")}
      aside={data && <StateTag state={data.state} />}
      crumbs={[{ label: text("tasks.title"), to: toPage("tasks") }]}
      lead={data && <About task={data} />}
    >
      <Stateful of={task}>{(detail) => <Content key={detail.id} task={detail} />}</Stateful>
    </Page>
  );
}

function About({ task }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const samples = useText(samplesText);
  const { own } = useLanguage();
  const { sample } = task;
  return (
    <span className="about">
      <span>{task.itemName[own]}</span>
      <span>{task.characteristicName[own]}</span>
      {sample && (
        <Link to={to.sample(sample.id)}>
          {samples("sample.facts.short", { number: sample.number, state: sampleStateNames[sample.state][own] })}
        </Link>
      )}
      <span>{task.method}</span>
      <span>
        {text("task.due")} <DayText day={task.dueOn} />{" "}
        {task.late && <strong className="late">{text("task.late")}</strong>}
      </span>
      <Link to={to.worksheet(task.id)}>{text("worksheet.open")}</Link>
      {task.assignedTo && <span>{text("bench.taken", { name: task.assignedTo[own] })}</span>}
    </span>
  );
}

function Content({ task }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const definition = taskDefinition(task);
  if (!definition) return <Note>{text("bench.no-method", { id: task.definition })}</Note>;
  return (
    <>
      <TakeTask task={task} />
      {task.sample && <CheckSample sample={task.sample} />}
      <Returned task={task} />
      {(task.setAside.length > 0 || task.requirements.some(({ condition }) => condition !== null)) && (
        <OpenFacts commissionId={task.commissionId} />
      )}
      <SetAside of={task.setAside} />
      <Bench definition={definition} task={task} />
      <History definition={definition} task={task} />
    </>
  );
}

/** What the reviewer wants corrected, where it is the last word. */
function Returned({ task: { state, reviews } }: { readonly task: TaskDetail }) {
  const text = useText(determinationText);
  const { own } = useLanguage();
  const last = [...reviews].sort((a, b) => (a.reviewedAt < b.reviewedAt ? -1 : 1)).at(-1);
  if (state !== "returned" || last?.outcome !== "returned") return null;
  return (
    <Note>
      <p>
        <strong>{text("returned.title")}</strong> ({last.reviewedBy[own]})
      </p>
      <p>{last.comment}</p>
    </Note>
  );
}
