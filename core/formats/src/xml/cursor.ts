import { refuse } from "../refusals.ts";
import { isCharacter, NAME_AT } from "./characters.ts";

const SPACE = /[ \t\n]*/y;
const PREDEFINED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

/** A place in a text, with what a reader asks of it. */
export class Cursor {
  readonly text: string;
  at = 0;
  #countedTo = 0;
  #line = 1;
  #lineStart = 0;

  /** Where the line that is counted ends: kept, since a text without lines would be searched anew for every tag. */
  #nextLine: number;

  constructor(text: string) {
    this.text = text;
    this.#nextLine = this.#lineEnd(0);
  }

  #lineEnd(from: number): number {
    const end = this.text.indexOf("\n", from);
    return end < 0 ? Number.POSITIVE_INFINITY : end;
  }

  startsWith(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }

  /** Steps over a word, if it stands here. */
  takes(word: string): boolean {
    if (!this.startsWith(word)) return false;
    this.at += word.length;
    return true;
  }

  /** @throws Refusal `xml-unreadable` where the word does not stand here */
  expect(word: string, why: string): void {
    if (!this.takes(word)) this.fail(why);
  }

  /** Steps over white space; how much there was. */
  space(): number {
    SPACE.lastIndex = this.at;
    const length = SPACE.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length;
  }

  /** @throws Refusal `xml-unreadable` where no name stands here */
  name(): string {
    NAME_AT.lastIndex = this.at;
    const name = NAME_AT.exec(this.text)?.[0];
    if (name === undefined) return this.fail("name");
    this.at += name.length;
    return name;
  }

  /** Everything up to a word, and steps over the word. @throws Refusal `xml-unreadable` where it never comes */
  until(word: string, why: string): string {
    const end = this.text.indexOf(word, this.at);
    if (end < 0) return this.fail(why);
    const taken = this.text.slice(this.at, end);
    this.at = end + word.length;
    return taken;
  }

  /** The character that a reference stands for; only the five of XML itself and numbers exist without a DTD. */
  reference(): string {
    const start = this.at;
    const name = /&(#x[0-9A-Fa-f]{1,8}|#[0-9]{1,8}|[a-zA-Z][\w.-]{0,63});/y;
    name.lastIndex = start;
    const found = name.exec(this.text)?.[1];
    if (found === undefined) return this.fail("reference");
    if (!found.startsWith("#")) {
      const character = Object.hasOwn(PREDEFINED, found) ? PREDEFINED[found] : undefined;
      if (character === undefined) return this.fail("entity");
      this.at += found.length + 2;
      return character;
    }
    const code = found.startsWith("#x") ? Number.parseInt(found.slice(2), 16) : Number.parseInt(found.slice(1), 10);
    if (!isCharacter(code)) return this.fail("character");
    this.at += found.length + 2;
    return String.fromCodePoint(code);
  }

  /** Line and column, from 1. Asked for in the order of the text, so that it is counted once. */
  place(at: number = this.at): { readonly line: number; readonly column: number } {
    if (at < this.#countedTo) return placeIn(this.text, at);
    while (this.#nextLine < at) {
      this.#line++;
      this.#lineStart = this.#nextLine + 1;
      this.#nextLine = this.#lineEnd(this.#lineStart);
    }
    this.#countedTo = at;
    return { line: this.#line, column: at - this.#lineStart + 1 };
  }

  fail(why: string, at: number = this.at): never {
    return refuse("xml-unreadable", { why, ...placeIn(this.text, at) });
  }
}

function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}
