import { getReview } from "@quanheng/contract/routes/review.ts";
import { Link } from "@tanstack/react-router";
import { useCall } from "../../api/use-call.ts";
import { Page } from "../../components/Page.tsx";
import { Note } from "../../components/ProblemAlert.tsx";
import { Quantity } from "../../components/Quantity.tsx";
import { Stateful } from "../../components/Stateful.tsx";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { determinationText } from "../../i18n/determination.ts";
import { reviewText } from "../../i18n/review.ts";
import { to, toPage } from "../../paths.ts";
import { useId } from "../../use-id.ts";
import { newestOf } from "../determination/bench/bench-entry.ts";
import { History } from "../determination/bench/History.tsx";
import { EvaluationPanel } from "../determination/EvaluationPanel.tsx";
import { Pictures } from "../determination/Pictures.tsx";
import { ReadingsTable } from "../determination/ReadingsTable.tsx";
import { RuleNote } from "../determination/RuleNote.tsx";
import { StateTag } from "../determination/StateTag.tsx";
import { statedExpanded } from "../determination/stated-expanded.ts";
import { TableReadings } from "../determination/TableReadings.tsx";
import { VerdictList } from "../determination/VerdictList.tsx";
import { ReviewDecision } from "./ReviewDecision.tsx";
import "./review.css";
import { taskDefinition } from "../determination/task-definition.ts";
import type { Review } from "./review.ts";

/** All that a second pair of eyes must see before a result counts, and its yes or no. */
export function ReviewPage() {
  const text = useText(reviewText);
  const bench = useText(determinationText);
  const { own } = useLanguage();
  const id = useId("tsk");
  const review = useCall(getReview, { params: { id } });
  const task = review.data?.task;
  return (
    <Page
      title={text("title", { name: task?.characteristicName[own] ?? "" })}
      aside={task && <StateTag state={task.state} />}
      crumbs={[{ label: text("list.title"), to: toPage("reviews") }]}
      lead={
        task && (
          <span className="about">
            <span>{task.itemName[own]}</span>
            <span>{task.sampleNumber}</span>
            <span>{task.method}</span>
            <Link to={to.bench(task.id)}>{text("to.bench")}</Link>
            <Link to={to.worksheet(task.id)}>{bench("worksheet.open")}</Link>
          </span>
        )
      }
    >
      <Stateful of={review}>{(found) => <Content key={found.task.id} review={found} />}</Stateful>
    </Page>
  );
}

function Content({ review }: { readonly review: Review }) {
  const bench = useText(determinationText);
  const { task } = review;
  const definition = taskDefinition(task);
  const newest = newestOf(task);
  if (!definition) return <Note>{bench("bench.no-method", { id: task.definition })}</Note>;
  return (
    <div className="review">
      <div className="stack">
        <Result review={review} />
        {newest && (
          <section className="panel stack">
            <h2>{bench("verdicts.title")}</h2>
            <VerdictList verdicts={newest.verdicts} />
            <RuleNote sentence={task.ruleSentence} />
          </section>
        )}
        <Readings review={review} />
        {newest && <Pictures definition={definition} readings={newest.readings} />}
        <History definition={definition} task={task} />
      </div>
      <ReviewDecision review={review} newest={newest} />
    </div>
  );
}

function Result({ review: { task } }: { readonly review: Review }) {
  const text = useText(reviewText);
  const definition = taskDefinition(task);
  const evaluation = newestOf(task)?.evaluation;
  return (
    <section className="panel stack">
      <h2>{text("result.title")}</h2>
      {evaluation && definition ? (
        <>
          <p className="main-value">
            <Quantity value={evaluation.reported} expanded={statedExpanded(evaluation)} unit={evaluation.unit} />
          </p>
          <EvaluationPanel definition={definition} evaluation={evaluation} />
        </>
      ) : (
        <p className="quiet">{text("result.none")}</p>
      )}
    </section>
  );
}

/** The newest readings beside the ones before, where there are any. */
function Readings({ review: { task } }: { readonly review: Review }) {
  const text = useText(reviewText);
  const definition = taskDefinition(task);
  const shown = [...task.observations].sort((a, b) => a.number - b.number).slice(-2);
  if (!definition || shown.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{text("readings.title")}</h2>
      {shown.length > 1 && <p className="quiet">{text("readings.changed")}</p>}
      <ReadingsTable definition={definition} task={task} observations={shown} />
      {shown.slice(-1).map(({ id, readings }) => (
        <TableReadings key={id} definition={definition} readings={readings} />
      ))}
    </section>
  );
}
