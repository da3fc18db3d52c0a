import { useCallback, useState } from "react";
import { useSession } from "../session/use-session.ts";
import { type Draft, draftKey, dropDraft, readDraft, writeDraft } from "./draft-store.ts";

export type DraftState<Value> = {
  readonly value: Value;
  readonly change: (next: Value | ((former: Value) => Value)) => void;
  /** When the restored draft was left; null when the page began afresh. Show `DraftNote`. */
  readonly restoredAt: string | null;
  /** Whether the record changed after the draft was left. */
  readonly outdated: boolean;
  /** False when the browser could not keep the last change. */
  readonly kept: boolean;
  /** Throws the draft away and begins afresh: on the reader's wish. */
  readonly discard: () => void;
  /** Forgets the draft: after the platform has kept it. */
  readonly clear: () => void;
};

/**
 * What is being typed, kept on this device with every change: it survives a reload, a lost connection and a refusal.
 *
 * Use it where the session is known (below `Guard`) and the record is loaded.
 *
 * @param record names the record and form, e.g. `readings.tsk-01h…`
 * @param version of the record the form was opened on; a draft of an older one is restored and reported as outdated
 */
export function useDraft<Value>(record: string, version: number, initial: Value): DraftState<Value> {
  const { data: session } = useSession();
  const key = draftKey(session?.person?.id ?? "nobody", record);
  const [opened, setOpened] = useState(() => open(key, version, initial));
  const [kept, setKept] = useState(true);
  const current = opened.key === key ? opened : open(key, version, initial);

  const change = useCallback(
    (next: Value | ((former: Value) => Value)) =>
      setOpened((former) => {
        const base = former.key === key ? former : open(key, version, initial);
        const value = typeof next === "function" ? (next as (former: Value) => Value)(base.value) : next;
        setKept(
          writeDraft(globalThis.localStorage, key, { value, version: base.version, savedAt: new Date().toISOString() }),
        );
        return { ...base, value };
      }),
    [key, version, initial],
  );

  const begin = (value: Value) => {
    dropDraft(globalThis.localStorage, key);
    setOpened({ key, value, version, restoredAt: null });
  };
  return {
    value: current.value,
    change,
    restoredAt: current.restoredAt,
    outdated: current.version < version,
    kept,
    discard: () => begin(initial),
    clear: () => begin(current.value),
  };
}

type Opened<Value> = {
  readonly key: string;
  readonly value: Value;
  readonly version: number;
  readonly restoredAt: string | null;
};

function open<Value>(key: string, version: number, initial: Value): Opened<Value> {
  const draft: Draft<Value> | null = readDraft<Value>(globalThis.localStorage, key);
  return draft
    ? { key, value: draft.value, version: draft.version, restoredAt: draft.savedAt }
    : { key, value: initial, version, restoredAt: null };
}
