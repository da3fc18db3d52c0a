import { useCallback, useEffect, useRef, useState } from "react";
import type { RecordAnswer, RecordQuestion } from "../../../workers/long-record-messages.ts";

export type RecordRun = {
  /** Null before the first file and after a run was cancelled. */
  readonly answer: RecordAnswer | null;
  readonly fileName: string | null;
  readonly start: (question: RecordQuestion) => void;
  readonly cancel: () => void;
};

/** Evaluates a long record in a worker of its own; cancelling ends the worker at once. */
export function useRecord(): RecordRun {
  const [answer, setAnswer] = useState<RecordAnswer | null>(null);
  const [fileName, setFileName] = useState<string | null>(null);
  const worker = useRef<Worker | null>(null);
  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  useEffect(() => stop, [stop]);

  const start = useCallback(
    (question: RecordQuestion) => {
      stop();
      const started = new Worker(new URL("../../../workers/long-record.ts", import.meta.url), { type: "module" });
      started.addEventListener("message", ({ data }: MessageEvent<RecordAnswer>) => {
        if (worker.current !== started) return;
        setAnswer(data);
        if (data.kind !== "progress") stop();
      });
      worker.current = started;
      setFileName(question.file.name);
      setAnswer({ kind: "progress", step: "read", share: 0 });
      started.postMessage(question);
    },
    [stop],
  );
  const cancel = useCallback(() => {
    stop();
    setAnswer(null);
  }, [stop]);
  return { answer, fileName, start, cancel };
}
