import { refuse } from "../refusals.ts";

/** Takes a document apart while it arrives, so that a large one is never held whole. */
export type EventSplitter = {
  /** The events that are complete after some more text, each as JSON text. */
  push(text: string): readonly string[];
  /** The document so far without its events; closed at the list of events while that is still open. */
  frame(): string;
  /** Whether the list of events is still open: at the end the document is cut off then. */
  isOpen(): boolean;
};

/** Longest event and longest document without its events [characters]. */
const LONGEST = 1_000_000;
const EVENT_LIST = JSON.stringify(["", "epcisBody", "eventList"]);
const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPEN: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSE: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * Splits an EPCIS document into its events and what stands around them. It looks at brackets and strings only: whether
 * a piece is JSON is found when it is read.
 *
 * @throws `epcis-event-too-long` for an event, or a document without its events, of more than 1 000 000 characters
 * @example eventSplitter().push('{"epcisBody":{"eventList":[{"a":"]"},{"b":1}]}}') // → ['{"a":"]"}', '{"b":1}']
 * @source EPCIS 2.0, JSON binding: events lie in `epcisBody.eventList`
 */
export function eventSplitter(): EventSplitter {
  const path: string[] = [];
  const state = { depth: 0, quoted: false, escaped: false, inside: false, word: "", frame: "", event: "" };

  const keep = (text: string): void => {
    if (state.inside) state.event += text;
    else state.frame += text;
    if (state.event.length > LONGEST || state.frame.length > LONGEST)
      refuse("epcis-event-too-long", { limit: LONGEST });
  };
  const takeEvent = (found: string[]): void => {
    const event = state.event.trim();
    state.event = "";
    if (event !== "") found.push(event);
  };
  const inString = (code: number, char: string): void => {
    if (state.escaped) state.escaped = false;
    else if (code === BACKSLASH) state.escaped = true;
    else if (code === QUOTE) state.quoted = false;
    if (state.quoted && !state.inside && state.word.length < 100) state.word += char;
  };
  /** Whether the list of events begins behind this bracket. */
  const opened = (): boolean => {
    state.depth++;
    if (state.inside) return false;
    path.push(state.word);
    return path.length === 3 && JSON.stringify(path) === EVENT_LIST;
  };

  return {
    push(text) {
      const found: string[] = [];
      let from = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (state.quoted) inString(code, text.charAt(at));
        else if (code === QUOTE) {
          state.quoted = true;
          if (!state.inside) state.word = "";
        } else if (OPEN.has(code)) {
          if (!opened()) continue;
          keep(text.slice(from, at + 1));
          state.inside = true;
          from = at + 1;
        } else if (CLOSE.has(code)) {
          state.depth--;
          if (state.inside && state.depth === 2) {
            keep(text.slice(from, at));
            takeEvent(found);
            state.inside = false;
            from = at;
          }
          if (!state.inside) path.pop();
        } else if (code === COMMA && state.inside && state.depth === 3) {
          keep(text.slice(from, at));
          takeEvent(found);
          from = at + 1;
        }
      }
      keep(text.slice(from));
      return found;
    },
    isOpen: () => state.inside,
    frame: () => (state.inside ? `${state.frame}]}}` : state.frame),
  };
}
