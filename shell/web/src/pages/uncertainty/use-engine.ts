import type { AdaptiveProgress } from "@quanheng/kernel/montecarlo/adaptive.ts";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Answer, Limits, Preview, Question, Refused, Run } from "../../workers/uncertainty-messages.ts";
import type { Content } from "./content.ts";

function openEngine(): Worker {
  return new Worker(new URL("../../workers/uncertainty.ts", import.meta.url), { type: "module" });
}

/** What the engine says of a content; `of` tells which one, as its text. */
export type Previewed = { readonly of: string; readonly preview: Preview | null; readonly refused: Refused | null };

/**
 * The preview of what is on the workbench. Asks the engine anew with every change; while it computes, the changes that
 * come meanwhile wait as one, so that the newest is always the next.
 *
 * @param content null while nothing can be evaluated
 */
export function usePreview(content: Content | null, limits: Limits | null): Previewed | null {
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const engine = useRef<Engine | null>(null);
  const text = content === null ? "" : JSON.stringify({ content, limits });

  useEffect(() => {
    const worker = openEngine();
    const state = { worker, busy: false, waiting: null as Question | null, asked: "", id: 0 };
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      // Of an answer in two parts the second may come when something else was asked already.
      if ("id" in data && data.id !== state.id) return;
      if (data.kind === "preview") setPreviewed({ of: state.asked, preview: data.preview, refused: null });
      if (data.kind === "refused") setPreviewed({ of: state.asked, preview: null, refused: data.refused });
      state.busy = false;
      if (state.waiting) ask(state, state.waiting);
    });
    engine.current = state;
    return () => {
      worker.terminate();
      engine.current = null;
    };
  }, []);

  useEffect(() => {
    const state = engine.current;
    if (!state || text === "") return;
    const { content: asked, limits: within } = JSON.parse(text) as { content: Content; limits: Limits | null };
    const question: Question = { kind: "preview", id: 0, content: asked, limits: within };
    if (state.busy) state.waiting = question;
    else ask(state, question);
  }, [text]);

  return previewed;
}

type Engine = { worker: Worker; busy: boolean; waiting: Question | null; asked: string; id: number };

function ask(state: Engine, question: Question) {
  state.busy = true;
  state.waiting = null;
  state.asked = JSON.stringify({ content: question.content, limits: question.limits });
  state.id += 1;
  state.worker.postMessage({ ...question, id: state.id } satisfies Question);
}

export type RunState = {
  /** Null while none is under way. */
  readonly progress: readonly AdaptiveProgress[] | null;
  readonly running: boolean;
  readonly run: Run | null;
  readonly refused: Refused | null;
  /** Whether the last run was stopped. */
  readonly stopped: boolean;
  /** The content that the run is or was of, as text. */
  readonly of: string;
  readonly start: (content: Content, limits: Limits | null) => void;
  readonly cancel: () => void;
};

type Kept = Omit<RunState, "start" | "cancel">;
const NOTHING: Kept = { progress: null, running: false, run: null, refused: null, stopped: false, of: "" };

/** Adaptive Monte Carlo on demand, in a thread of its own. Cancelling ends the thread; the next run has another. */
export function useRun(): RunState {
  const [kept, setKept] = useState<Kept>(NOTHING);
  const worker = useRef<Worker | null>(null);
  const end = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => end, [end]);

  const start = (content: Content, limits: Limits | null) => {
    worker.current ??= openEngine();
    const of = JSON.stringify({ content, limits });
    setKept({ ...NOTHING, running: true, of });
    worker.current.onmessage = ({ data }: MessageEvent<Answer>) => {
      if (data.kind === "progress") setKept((before) => ({ ...before, progress: data.progress }));
      if (data.kind === "run") setKept({ ...NOTHING, run: data.run, of });
      if (data.kind === "refused") setKept({ ...NOTHING, refused: data.refused, of });
    };
    worker.current.postMessage({ kind: "run", id: 0, content, limits } satisfies Question);
  };
  const cancel = () => {
    end();
    setKept((before) => ({ ...before, running: false, stopped: true }));
  };
  return { ...kept, start, cancel };
}
