import { useCallback, useRef, useState } from "react";
import { useSession } from "../session/use-session.ts";
import { type Draft, draftKey, dropDraft, readDraft, writeDraft } from "./draft-store.ts";

export type DraftState<Value> = {
  /** What is typed; `initial` as it is now while nothing was typed. */
  readonly value: Value;
  readonly change: (next: Value | ((former: Value) => Value)) => void;
  /** The version of the record that the entries were made on: send this one, so that a newer one is noticed (409). */
  readonly version: number;
  /** Whether the record has changed under the entries. */
  readonly outdated: boolean;
  /** Takes the record's present version as the base of the entries: after the reader saw both and keeps the own ones. */
  readonly rebase: () => void;
  /** Forgets the entries: after the platform has kept them, or on the reader's wish. */
  readonly clear: () => void;
  /** When a draft of an earlier visit was left; null when there is none. `DraftNote` says it. */
  readonly restoredAt: string | null;
  /** False when the browser could not keep the last change. */
  readonly kept: boolean;
};

/**
 * What is being typed, kept on this device with every change: it survives a reload, a lost connection and a refusal.
 *
 * Use it below `Guard` (the person must be known) and where the record is loaded.
 *
 * @param record names the record and form, e.g. `readings.tsk-01h…`
 * @param version of the record as loaded; a draft made on an older one is kept and reported as outdated
 * @param initial what the form shows before anything is typed
 */
export function useDraft<Value>(record: string, version: number, initial: Value): DraftState<Value> {
  const { data: session } = useSession();
  const key = draftKey(session?.person?.id ?? "nobody", record);
  const [opened, setOpened] = useState(() => open<Value>(key));
  const [kept, setKept] = useState(true);
  const now = opened.key === key ? opened : open<Value>(key);
  // Several changes within one event each build on the one before, not on what was last drawn.
  const latest = useRef({ now, version, initial });
  latest.current = { now, version, initial };

  const keep = useCallback(
    (draft: Draft<Value> | null) => {
      if (draft) setKept(writeDraft(globalThis.localStorage, key, draft));
      else dropDraft(globalThis.localStorage, key);
      const next = { key, draft, restoredAt: draft ? latest.current.now.restoredAt : null };
      latest.current.now = next;
      setOpened(next);
    },
    [key],
  );
  const change = useCallback(
    (next: Value | ((former: Value) => Value)) => {
      const { now: before, version: present, initial: fresh } = latest.current;
      const former = before.draft ? before.draft.value : fresh;
      const value = typeof next === "function" ? (next as (former: Value) => Value)(former) : next;
      keep({ value, version: before.draft?.version ?? present, savedAt: new Date().toISOString() });
    },
    [keep],
  );

  return {
    value: now.draft ? now.draft.value : initial,
    change,
    version: now.draft?.version ?? version,
    outdated: now.draft !== null && now.draft.version < version,
    rebase: () => now.draft && keep({ ...now.draft, version }),
    clear: () => keep(null),
    restoredAt: now.restoredAt,
    kept,
  };
}

type Opened<Value> = { readonly key: string; readonly draft: Draft<Value> | null; readonly restoredAt: string | null };

function open<Value>(key: string): Opened<Value> {
  const draft = readDraft<Value>(globalThis.localStorage, key);
  return { key, draft, restoredAt: draft?.savedAt ?? null };
}
