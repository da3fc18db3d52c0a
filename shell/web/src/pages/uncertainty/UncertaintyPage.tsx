import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { useCallback, useMemo, useRef, useState } from "react";
import { DraftNote } from "../../components/DraftNote.tsx";
import { Page } from "../../components/Page.tsx";
import { unitText } from "../../components/unit-text.ts";
import { useDraft } from "../../components/use-draft.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import type { Drawn, Preview } from "../../workers/uncertainty-messages.ts";
import { Correlations } from "./Correlations.tsx";
import { contentOf, unknownsOf, workbenchOf } from "./content.ts";
import { DecisionResult, LimitEntries } from "./DecisionPanel.tsx";
import { limitsOf, statedOf } from "./decide.ts";
import { Exports } from "./Exports.tsx";
import { EXAMPLES } from "./examples.ts";
import { Inputs } from "./Inputs.tsx";
import { Joint } from "./Joint.tsx";
import { LiveLine } from "./LiveLine.tsx";
import { ModelEditor } from "./ModelEditor.tsx";
import { readModelText } from "./model-text.ts";
import { Opening } from "./Opening.tsx";
import { isComplete, placeOf } from "./problems.ts";
import { Results } from "./Results.tsx";
import { RunPanel } from "./RunPanel.tsx";
import { Settings } from "./Settings.tsx";
import { usePreview, useRun } from "./use-engine.ts";
import type { InputEntry, Workbench } from "./workbench.ts";
import "./uncertainty.css";

const NO_LINES: readonly never[] = [];
const FIRST = workbenchOf(EXAMPLES[0]!.content);

/** The uncertainty workbench: model and inputs on one side, what follows from them on the other. */
export function UncertaintyPage() {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const draft = useDraft<Workbench>("uncertainty", 1, FIRST);
  const bench = draft.value;
  const change = (part: Partial<Workbench>) => draft.change((former) => ({ ...former, ...part }));

  const { change: changeDraft } = draft;
  const changeInput = useCallback(
    (name: string, input: InputEntry) =>
      changeDraft((former) => ({ ...former, inputs: { ...former.inputs, [name]: input } })),
    [changeDraft],
  );
  const { model: written, equations, start } = bench;
  const model = useMemo(() => readModelText(written, unknownsOf({ equations, start })), [written, equations, start]);
  const names = equations ? unknownsOf(bench) : Object.keys(model.formulas);
  const content = useMemo(() => contentOf(bench), [bench]);
  const limits = limitsOf(bench.decision, names);
  const ready = model.problem === null && isComplete(bench, model.inputs);
  const previewed = usePreview(ready ? content : null, limits);
  const run = useRun();
  const asked = JSON.stringify({ content, limits });

  const latest = useRef<Preview | null>(null);
  if (previewed?.preview) latest.current = previewed.preview;
  const preview = latest.current;
  const refused = ready ? (previewed?.refused ?? null) : null;
  const place = refused && placeOf(refused);
  const placed = place !== null && model.inputs.includes(place.input);
  const [chosen, setChosen] = useState(0);
  const output = preview && chosen < preview.outputs.length ? chosen : 0;
  const picture = useRef<SVGSVGElement>(null);
  const current = run.run && run.of === asked ? run.run : null;
  const trials = current && current.drawn.length > 0 ? current.drawn : null;
  const drawn: readonly Drawn[] = trials ?? (preview && !("code" in preview.drawn) ? preview.drawn : []);
  // Trials that have run for what is asked now may reject what first order would decide.
  const evaluated = preview && {
    outputs: preview.outputs,
    findings: preview.findings,
    trials: current?.evaluation.trials ?? null,
  };
  const evaluation =
    current?.evaluation ??
    (preview && ready && !refused
      ? { probability: preview.probability, outputs: preview.outputs, findings: preview.findings, trials: null }
      : null);

  return (
    <Page title={text("title")} lead={text("lead")}>
      <DraftNote draft={draft} />
      <Opening bench={bench} onOpen={(next) => draft.change(next)} />
      <div className="workbench">
        <div className="workbench-side">
          <ModelEditor bench={bench} problem={model.problem} onChange={change} />
          <Inputs
            names={model.inputs}
            inputs={bench.inputs}
            budget={preview?.outputs[0]?.budget ?? NO_LINES}
            refused={placed ? refused : null}
            onChange={changeInput}
          />
          <Correlations
            correlations={bench.correlations}
            inputs={model.inputs}
            onChange={(correlations) => change({ correlations })}
          />
          <Settings bench={bench} onChange={change} />
          <LimitEntries decision={bench.decision} outputs={names} onChange={(decision) => change({ decision })} />
        </div>
        <div className="workbench-side">
          <section className="panel stack" aria-label={text("results.title")}>
            <h2>{text("results.title")}</h2>
            {!ready && <p>{text("results.waiting")}</p>}
            {refused && !placed && (
              <p className="field-problem" role="alert">
                {problemSentence(refused.code, refused.facts)[own]}
              </p>
            )}
            {preview && (
              <Results
                preview={preview}
                trials={trials}
                output={output}
                digits={bench.digits === "1" ? 1 : 2}
                limits={limits}
                unit={unitText(bench.unit)}
                earlier={!ready || refused !== null}
                picture={picture}
                onOutput={setChosen}
              />
            )}
            <RunPanel
              run={run}
              most={
                Number(content["monteCarlo"] && (content["monteCarlo"] as { mostTrials?: unknown }).mostTrials) || 1
              }
              ready={ready && !refused}
              stale={run.of !== asked}
              onStart={() => run.start(content, limits)}
            />
          </section>
          {evaluated && (
            <section className="panel" aria-label={text("decision.title")}>
              <h2>{text("decision.title")}</h2>
              <DecisionResult decision={bench.decision} evaluated={evaluated} drawn={drawn} />
            </section>
          )}
          {preview && preview.outputs.length > 1 && <Joint preview={preview} />}
          <Exports
            content={content}
            evaluation={evaluation}
            output={output}
            unit={bench.unit}
            formulas={model.formulas}
            picture={picture}
            decision={evaluated && statedOf(bench.decision, evaluated, own)}
          />
        </div>
      </div>
      {preview && (
        <LiveLine output={preview.outputs[output]!} unit={unitText(bench.unit)} earlier={!ready || refused !== null} />
      )}
    </Page>
  );
}
