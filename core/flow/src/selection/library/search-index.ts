import { askedTokens, folded, tokensOf } from "./tokens.ts";

/** One version of a row as it is searched: names that many rows share are shared texts, so that each is taken apart once. */
export type SearchEntry = {
  readonly rowId: string;
  readonly versionId: string;
  /** When it was recorded. [ms since 1970] */
  readonly recordedAt: number;
  readonly retired: boolean;
  readonly effective: { readonly from: string | null; readonly to: string | null };
  /** Values that narrow a search and are counted, one of each dimension. */
  readonly facets: Readonly<Record<Facet, string>>;
  readonly texts: readonly string[];
};

export const FACETS = ["product", "market", "document", "characteristic", "status", "force"] as const;
export type Facet = (typeof FACETS)[number];

export type SearchQuestion = {
  readonly text?: string;
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Only what is in force on the day. */
  readonly on?: string;
  /** As known at an instant. [ms since 1970] */
  readonly knownAt: number;
  /** Row ids after this one. */
  readonly after?: string;
  readonly limit: number;
};

export type SearchAnswer = {
  /** Versions in the order of their row ids. */
  readonly versions: readonly string[];
  readonly next: string | null;
  readonly total: number;
  /** How many rows have each value, the facet's own choice left aside, most first. */
  readonly facets: Readonly<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>;
};

const ALWAYS = Number.POSITIVE_INFINITY;

/**
 * An index of the versions of requirements. It grows by the versions that are recorded and never forgets one, so that it
 * answers for every instant; texts, facets and days are kept as numbers.
 */
export class SearchIndex {
  readonly #rowIds: string[] = [];
  readonly #versions: string[] = [];
  readonly #from: number[] = [];
  readonly #until: number[] = [];
  readonly #retired: boolean[] = [];
  readonly #days: { from: string; to: string }[] = [];
  readonly #codes: Readonly<Record<Facet, number[]>>;
  readonly #values: Readonly<Record<Facet, { readonly list: string[]; readonly of: Map<string, number> }>>;
  readonly #texts: { readonly text: string; readonly tokens: readonly number[] }[] = [];
  readonly #textOf = new Map<string, number>();
  readonly #entryTexts: (readonly number[])[] = [];
  readonly #tokens = new Map<string, number>();
  readonly #postings: number[][] = [];
  readonly #newest = new Map<string, number>();
  #sortedTokens: readonly string[] | null = null;
  #order: Uint32Array | null = null;

  constructor() {
    this.#codes = record((): number[] => []);
    this.#values = record(() => ({ list: [] as string[], of: new Map<string, number>() }));
  }

  get size(): number {
    return this.#versions.length;
  }

  /** Takes a version in; of one row they come in the order of recording. */
  add(entry: SearchEntry): void {
    const at = this.#versions.length;
    const former = this.#newest.get(entry.rowId);
    if (former !== undefined) this.#until[former] = entry.recordedAt;
    this.#newest.set(entry.rowId, at);
    this.#rowIds.push(entry.rowId);
    this.#versions.push(entry.versionId);
    this.#from.push(entry.recordedAt);
    this.#until.push(ALWAYS);
    this.#retired.push(entry.retired);
    this.#days.push({ from: entry.effective.from ?? "", to: entry.effective.to ?? "9999" });
    for (const facet of FACETS) this.#codes[facet].push(this.#codeOf(facet, entry.facets[facet]));
    const texts = entry.texts.filter((text) => text !== "").map((text) => this.#textId(text));
    this.#entryTexts.push(texts);
    const tokens = new Set(texts.flatMap((id) => this.#texts[id]!.tokens));
    for (const token of tokens) this.#postings[token]!.push(at);
    this.#order = null;
  }

  search(question: SearchQuestion): SearchAnswer {
    const candidates = this.#candidates(question.text ?? "");
    const { knownAt, on } = question;
    const chosen = record((facet) => this.#chosen(facet, question.facets[facet]));
    const counts = record((facet) => new Uint32Array(this.#values[facet].list.length));
    const hits: number[] = [];
    for (const at of candidates) {
      if (this.#retired[at] || this.#from[at]! > knownAt || this.#until[at]! <= knownAt) continue;
      const { from, to } = this.#days[at]!;
      if (on !== undefined && (from > on || to <= on)) continue;
      let missed: Facet | null = null;
      let misses = 0;
      for (const facet of FACETS) {
        const wanted = chosen[facet];
        if (wanted && wanted[this.#codes[facet][at]!] !== 1) {
          missed = facet;
          misses++;
        }
      }
      if (misses > 1) continue;
      // A value is counted as if its own facet were not narrowed: the reader sees what another choice would find.
      if (missed) {
        counts[missed][this.#codes[missed][at]!]!++;
        continue;
      }
      for (const facet of FACETS) counts[facet][this.#codes[facet][at]!]!++;
      hits.push(at);
    }
    return {
      ...this.#page(hits, question),
      total: hits.length,
      facets: record((facet) => this.#counted(facet, counts[facet])),
    };
  }

  #page(hits: readonly number[], { after, limit }: SearchQuestion): Pick<SearchAnswer, "versions" | "next"> {
    const order = this.#rowOrder();
    const place = after === undefined ? -1 : this.#placeAfter(after);
    const shown = hits
      .filter((at) => order[at]! > place)
      .sort((one, other) => order[one]! - order[other]!)
      .slice(0, limit + 1);
    const page = shown.slice(0, limit);
    const last = page.at(-1);
    return {
      versions: page.map((at) => this.#versions[at]!),
      next: shown.length > limit && last !== undefined ? this.#rowIds[last]! : null,
    };
  }

  /** Places of the row ids in their order; versions of one row share theirs. */
  #rowOrder(): Uint32Array {
    if (this.#order) return this.#order;
    const ids = [...this.#newest.keys()].sort();
    const placeOf = new Map(ids.map((id, place) => [id, place]));
    this.#order = Uint32Array.from(this.#rowIds, (id) => placeOf.get(id)!);
    return this.#order;
  }

  #placeAfter(rowId: string): number {
    const known = this.#newest.get(rowId);
    if (known !== undefined) return this.#rowOrder()[known]!;
    return [...this.#newest.keys()].filter((id) => id < rowId).length - 1;
  }

  #candidates(text: string): Iterable<number> {
    const asked = askedTokens(text);
    if (text.trim() === "") return this.#versions.keys();
    if (asked.length === 0) return [];
    const lists = asked.map(({ token, prefix }) => (prefix ? this.#beginningWith(token) : this.#postingsOf(token)));
    const [shortest, ...others] = lists.sort((one, other) => one.length - other.length);
    const sets = others.map((list) => new Set(list));
    const found = shortest!.filter((at) => sets.every((set) => set.has(at)));
    // What was typed with signs between, such as GB/T or 100%, stands in one of the texts as it was typed.
    const marked = folded(text)
      .split(/\s+/)
      .filter((piece) => /[^\p{L}\p{M}\p{N}]/u.test(piece));
    if (marked.length === 0) return found;
    const holds = marked.map((piece) => {
      const seen = new Map<number, boolean>();
      return (id: number) => {
        const known = seen.get(id);
        if (known !== undefined) return known;
        const held = this.#texts[id]!.text.includes(piece);
        seen.set(id, held);
        return held;
      };
    });
    return found.filter((at) => holds.every((held) => this.#entryTexts[at]!.some(held)));
  }

  #postingsOf(token: string): readonly number[] {
    const id = this.#tokens.get(token);
    return id === undefined ? [] : this.#postings[id]!;
  }

  #beginningWith(prefix: string): readonly number[] {
    this.#sortedTokens ??= [...this.#tokens.keys()].sort();
    const tokens = this.#sortedTokens;
    const found: string[] = [];
    for (let at = firstNotBefore(tokens, prefix); at < tokens.length && tokens[at]!.startsWith(prefix); at++)
      found.push(tokens[at]!);
    if (found.length === 0) return [];
    if (found.length === 1) return this.#postingsOf(found[0]!);
    const all = new Set<number>();
    for (const token of found) for (const at of this.#postingsOf(token)) all.add(at);
    return [...all];
  }

  #textId(text: string): number {
    const known = this.#textOf.get(text);
    if (known !== undefined) return known;
    const tokens = tokensOf(text).map((token) => {
      const id = this.#tokens.get(token);
      if (id !== undefined) return id;
      this.#sortedTokens = null;
      this.#postings.push([]);
      this.#tokens.set(token, this.#postings.length - 1);
      return this.#postings.length - 1;
    });
    this.#texts.push({ text: folded(text), tokens });
    this.#textOf.set(text, this.#texts.length - 1);
    return this.#texts.length - 1;
  }

  #codeOf(facet: Facet, value: string): number {
    const { list, of } = this.#values[facet];
    const known = of.get(value);
    if (known !== undefined) return known;
    list.push(value);
    of.set(value, list.length - 1);
    return list.length - 1;
  }

  #chosen(facet: Facet, values: readonly string[] | undefined): Uint8Array | null {
    if (values === undefined) return null;
    const wanted = new Uint8Array(this.#values[facet].list.length);
    for (const value of values) {
      const code = this.#values[facet].of.get(value);
      if (code !== undefined) wanted[code] = 1;
    }
    return wanted;
  }

  #counted(facet: Facet, counts: Uint32Array): readonly { value: string; count: number }[] {
    return this.#values[facet].list
      .map((value, code) => ({ value, count: counts[code]! }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  }
}

function record<Value>(make: (facet: Facet) => Value): Record<Facet, Value> {
  return Object.fromEntries(FACETS.map((facet) => [facet, make(facet)])) as Record<Facet, Value>;
}

function firstNotBefore(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
