import type { Call } from "./command.ts";

/** Controls of a terminal and of the direction of writing, and the two separators that end a line. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");

/** A text from anybody as one line that can neither steer a terminal nor pretend to be another line. */
export const visible = (text: string): string => text.replace(HIDDEN, (hidden) => `‹U+${codeOf(hidden)}›`);

/** The same call, whose lines show what is hidden in names and texts of documents; JSON keeps it, escaped. */
export function visibly(call: Call): Call {
  const escaped = (line: string) => line.replace(HIDDEN, (hidden) => `\\u${codeOf(hidden)}`);
  return {
    ...call,
    out: (line) => call.out(call.json ? escaped(line) : visible(line)),
    note: (line) => call.note(visible(line)),
  };
}
