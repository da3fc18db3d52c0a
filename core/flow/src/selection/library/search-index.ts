import { askedTokens, folded, tokensOf } from "./tokens.ts";

/** One version of a row as it is searched: names that many rows share are shared texts, so that each is taken apart once. */
export type SearchEntry = {
  readonly rowId: string;
  readonly versionId: string;
  /** When it was recorded. [ms since 1970] */
  readonly recordedAt: number;
  readonly retired: boolean;
  /** Whether a second person is still to verify it; it takes the place of no version until then. */
  readonly proposed?: boolean;
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
  /** 0 holds, 1 a proposal of a row that does not hold yet, 2 one beside a version that holds. */
  readonly #proposed: (0 | 1 | 2)[] = [];
  readonly #firstDay: number[] = [];
  readonly #endDay: number[] = [];
  readonly #codes: Readonly<Record<Facet, number[]>>;
  readonly #values: Readonly<Record<Facet, { readonly list: string[]; readonly of: Map<string, number> }>>;
  readonly #texts: { readonly text: string; readonly tokens: readonly number[] }[] = [];
  readonly #textOf = new Map<string, number>();
  readonly #entryTexts: (readonly number[])[] = [];
  readonly #tokens = new Map<string, number>();
  readonly #postings: number[][] = [];
  readonly #newest = new Map<string, number>();
  readonly #proposal = new Map<string, number>();
  readonly #rows = new Set<string>();
  #sortedTokens: readonly string[] | null = null;
  #order: Uint32Array | null = null;
  #sortedRows: readonly string[] = [];

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
    this.#proposed.push(this.#replace(entry, at));
    this.#rowIds.push(entry.rowId);
    this.#versions.push(entry.versionId);
    this.#from.push(entry.recordedAt);
    this.#until.push(ALWAYS);
    this.#retired.push(entry.retired);
    this.#firstDay.push(dayNumber(entry.effective.from, 0));
    this.#endDay.push(dayNumber(entry.effective.to, LAST_DAY));
    for (const facet of FACETS) this.#codes[facet].push(this.#codeOf(facet, entry.facets[facet]));
    const texts = entry.texts.filter((text) => text !== "").map((text) => this.#textId(text));
    this.#entryTexts.push(texts);
    const tokens = new Set(texts.flatMap((id) => this.#texts[id]!.tokens));
    for (const token of tokens) this.#postings[token]!.push(at);
    this.#order = null;
  }

  /** Ends what a version takes the place of. @returns how the version itself stands */
  #replace({ rowId, recordedAt, proposed }: SearchEntry, at: number): 0 | 1 | 2 {
    const proposal = this.#proposal.get(rowId);
    if (proposal !== undefined) this.#until[proposal] = recordedAt;
    this.#proposal.delete(rowId);
    const former = this.#newest.get(rowId);
    if (proposed) {
      this.#proposal.set(rowId, at);
      if (former !== undefined && !this.#retired[former]) return 2;
      this.#rows.add(rowId);
      return 1;
    }
    if (former !== undefined) this.#until[former] = recordedAt;
    this.#newest.set(rowId, at);
    this.#rows.add(rowId);
    return 0;
  }

  /** @param question shows proposals of rows that do not hold yet where it narrows to their status */
  search(question: SearchQuestion): SearchAnswer {
    const { knownAt } = question;
    const on = question.on === undefined ? null : dayNumber(question.on, 0);
    const narrowed = FACETS.flatMap((facet) => {
      const wanted = this.#chosen(facet, question.facets[facet]);
      return wanted ? [{ facet, wanted, codes: this.#codes[facet] }] : [];
    });
    const counts = record((facet) => new Uint32Array(this.#values[facet].list.length));
    const columns = FACETS.map((facet) => ({ counts: counts[facet], codes: this.#codes[facet] }));
    const order = this.#rowOrder();
    // Where each row's hit lies; rows are met in any order and read out in theirs.
    const hitOf = new Int32Array(this.#rows.size).fill(-1);
    let total = 0;
    const shown = question.facets.status?.includes("proposed") ? 1 : 0;
    const visit = (at: number) => {
      if (this.#proposed[at]! > shown) return;
      if (this.#retired[at] || this.#from[at]! > knownAt || this.#until[at]! <= knownAt) return;
      if (on !== null && (this.#firstDay[at]! > on || this.#endDay[at]! <= on)) return;
      let missed: Facet | null = null;
      for (const { facet, wanted, codes } of narrowed) {
        if (wanted[codes[at]!] === 1) continue;
        if (missed !== null) return;
        missed = facet;
      }
      // A value is counted as if its own facet were not narrowed: the reader sees what another choice would find.
      if (missed !== null) {
        counts[missed][this.#codes[missed][at]!]!++;
        return;
      }
      for (const column of columns) column.counts[column.codes[at]!]!++;
      hitOf[order[at]!] = at;
      total++;
    };
    this.#eachCandidate(question.text ?? "", visit);
    return {
      ...this.#page(hitOf, question),
      total,
      facets: record((facet) => this.#counted(facet, counts[facet])),
    };
  }

  #page(hitOf: Int32Array, { after, limit }: SearchQuestion): Pick<SearchAnswer, "versions" | "next"> {
    const page: number[] = [];
    for (let place = after === undefined ? 0 : this.#placeAfter(after); place < hitOf.length; place++) {
      if (hitOf[place]! < 0) continue;
      if (page.length === limit) {
        const last = page.at(-1);
        return {
          versions: page.map((at) => this.#versions[at]!),
          next: last === undefined ? null : this.#rowIds[last]!,
        };
      }
      page.push(hitOf[place]!);
    }
    return { versions: page.map((at) => this.#versions[at]!), next: null };
  }

  /** Places of the row ids in their order; versions of one row share theirs. */
  #rowOrder(): Uint32Array {
    if (this.#order) return this.#order;
    this.#sortedRows = [...this.#rows].sort();
    const placeOf = new Map(this.#sortedRows.map((id, place) => [id, place]));
    this.#order = Uint32Array.from(this.#rowIds, (id) => placeOf.get(id)!);
    return this.#order;
  }

  /** The first place behind a row id, whether the row exists or not. */
  #placeAfter(rowId: string): number {
    const place = firstNotBefore(this.#sortedRows, rowId);
    return this.#sortedRows[place] === rowId ? place + 1 : place;
  }

  #eachCandidate(text: string, visit: (at: number) => void): void {
    if (text.trim() === "") {
      for (let at = 0; at < this.#versions.length; at++) visit(at);
      return;
    }
    const lists = askedTokens(text)
      .map(({ token, prefix }) => (prefix ? this.#beginningWith(token) : this.#postingsOf(token)))
      .sort((one, other) => sizeOf(one) - sizeOf(other));
    if (lists.length === 0) return;
    const held = this.#markedTexts(text);
    // How many of the lists, in their order, hold each version.
    const marks = new Uint16Array(this.#versions.length);
    for (const [step, list] of lists.entries()) {
      const last = step + 1 === lists.length;
      for (const postings of list)
        for (const at of postings) {
          if (marks[at] !== step) continue;
          marks[at] = step + 1;
          if (last && held(at)) visit(at);
        }
    }
  }

  /** Whether a version holds what was typed with signs between, such as GB/T or 100%, as it was typed. */
  #markedTexts(text: string): (at: number) => boolean {
    const pieces = folded(text)
      .split(/\s+/)
      .filter((piece) => /[^\p{L}\p{M}\p{N}]/u.test(piece));
    const memory = pieces.map((piece) => ({ piece, seen: new Uint8Array(this.#texts.length) }));
    return (at) =>
      memory.every(({ piece, seen }) =>
        this.#entryTexts[at]!.some((id) => {
          seen[id] ||= this.#texts[id]!.text.includes(piece) ? 2 : 1;
          return seen[id] === 2;
        }),
      );
  }

  #postingsOf(token: string): readonly (readonly number[])[] {
    const id = this.#tokens.get(token);
    return id === undefined ? [] : [this.#postings[id]!];
  }

  #beginningWith(prefix: string): readonly (readonly number[])[] {
    this.#sortedTokens ??= [...this.#tokens.keys()].sort();
    const tokens = this.#sortedTokens;
    const found: (readonly number[])[] = [];
    for (let at = firstNotBefore(tokens, prefix); at < tokens.length && tokens[at]!.startsWith(prefix); at++)
      found.push(...this.#postingsOf(tokens[at]!));
    return found;
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

/** A day as a number that sorts as its text does, 20261125. */
function dayNumber(day: string | null, open: number): number {
  return day === null ? open : Number(day.replaceAll("-", ""));
}

const LAST_DAY = 99_999_999;

function sizeOf(list: readonly (readonly number[])[]): number {
  return list.reduce((sum, { length }) => sum + length, 0);
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
