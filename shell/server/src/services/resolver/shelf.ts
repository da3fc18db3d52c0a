/**
 * What was looked up lately, in two halves: what is asked for again moves to the new half, and when that is full the old
 * one goes. Finding and forgetting cost the same however much is kept.
 */
export type Shelf<Value> = {
  get(key: string, nowMs: number): Value | undefined;
  set(key: string, value: Value, nowMs: number): void;
  forget(key: string): void;
};

type Kept<Value> = { readonly value: Value; readonly at: number };

/**
 * @param most values that are kept at once
 * @param freshMs how long a value counts [ms]
 */
export function openShelf<Value>(most: number, freshMs: number): Shelf<Value> {
  let young = new Map<string, Kept<Value>>();
  let old = new Map<string, Kept<Value>>();
  const put = (key: string, kept: Kept<Value>) => {
    young.set(key, kept);
    if (young.size * 2 <= most) return;
    old = young;
    young = new Map();
  };
  return {
    get(key, nowMs) {
      let kept = young.get(key);
      if (kept === undefined) {
        kept = old.get(key);
        if (kept === undefined) return undefined;
        put(key, kept);
      }
      return nowMs - kept.at < freshMs && nowMs >= kept.at ? kept.value : undefined;
    },
    set: (key, value, nowMs) => put(key, { value, at: nowMs }),
    forget(key) {
      young.delete(key);
      old.delete(key);
    },
  };
}
