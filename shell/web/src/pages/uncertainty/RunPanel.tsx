import { problemSentence } from "@quanheng/contract/messages/problems.ts";
import { useLanguage, useText } from "../../i18n/catalogue.ts";
import { uncertaintyText } from "../../i18n/uncertainty.ts";
import { figure } from "./figures.ts";
import type { RunState } from "./use-engine.ts";

/** Starts and stops the trials and says how far they are. */
export function RunPanel({
  run,
  most,
  ready,
  stale,
  onStart,
}: {
  readonly run: RunState;
  /** Trials after which a run ends at the latest. */
  readonly most: number;
  readonly ready: boolean;
  readonly stale: boolean;
  readonly onStart: () => void;
}) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const done = run.progress?.[0]?.trials ?? 0;
  return (
    <div className="run stack">
      <h3>{text("run.title")}</h3>
      <div className="row">
        <button type="button" className="plain-button is-main" disabled={!ready || run.running} onClick={onStart}>
          {text(run.run ? "run.again" : "run.start")}
        </button>
        {run.running && (
          <button type="button" className="plain-button" onClick={run.cancel}>
            {text("run.cancel")}
          </button>
        )}
        {run.running && <progress value={done} max={most} aria-label={text("run.title")} />}
      </div>
      <p aria-live="polite" className="quiet run-says">
        {run.running &&
          (run.progress
            ? text("run.progress", {
                trials: done,
                stable: run.progress.filter(({ stable }) => stable).length,
                outputs: run.progress.length,
              })
            : text("run.starting"))}
        {run.stopped && text("run.stopped")}
        {run.run && <Done run={run.run} />}
      </p>
      {run.refused && (
        <p className="field-problem" role="alert">
          {problemSentence(run.refused.code, run.refused.facts)[own]}
        </p>
      )}
      {run.run && stale && <p className="stale">{text("run.stale")}</p>}
    </div>
  );
}

function Done({ run: { evaluation, milliseconds } }: { readonly run: NonNullable<RunState["run"]> }) {
  const text = useText(uncertaintyText);
  const { own } = useLanguage();
  const { trials } = evaluation;
  if (trials === null) return null;
  if ("refused" in trials) return problemSentence(trials.refused, trials.facts)[own];
  return text("run.done", {
    trials: trials.outputs[0]?.trials ?? 0,
    seconds: figure(milliseconds / 1000, 3),
    engine: trials.engine,
    seed: trials.seed,
    stable: text(trials.outputs.every(({ stable }) => stable) ? "run.stable" : "run.unstable"),
  });
}
