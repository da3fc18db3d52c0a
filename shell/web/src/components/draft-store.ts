/** Where drafts are kept: the browser's local storage, or a stand-in. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A draft as it was left: for which version of the record, and when. */
export type Draft<Value> = { readonly value: Value; readonly version: number; readonly savedAt: string };

/** Drafts belong to a person and a record, so that a shared bench computer shows nobody the entries of another. */
export function draftKey(personId: string, record: string): string {
  return `quanheng.draft.${personId}.${record}`;
}

/** The draft under a key; null when there is none or it cannot be read. */
export function readDraft<Value>(storage: DraftStorage, key: string): Draft<Value> | null {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? "null") as Draft<Value> | null;
    return kept && typeof kept === "object" && "value" in kept ? kept : null;
  } catch {
    return null;
  }
}

/** @returns false when the browser keeps nothing (storage full or forbidden): the page then says so */
export function writeDraft<Value>(storage: DraftStorage, key: string, draft: Draft<Value>): boolean {
  try {
    storage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(key);
  } catch {
    // Nothing was kept, so nothing has to go.
  }
}
