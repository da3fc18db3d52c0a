import { Refusal } from "@quanheng/kernel/refusal.ts";
import type { FastifyInstance } from "fastify";

/** Deeper than any contract nests; a parser must not be led further down. */
const DEEPEST = 40;

/**
 * Reads JSON bodies with a bound on nesting, and refuses keys that would reach into a prototype.
 *
 * An empty body is an absent one: routes without a body are called with the JSON content type, too.
 */
export function jsonBody(app: FastifyInstance, bodyLimit: number): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeContentTypeParser(["application/json", "text/plain"]);
  app.addContentTypeParser("application/json", { parseAs: "string", bodyLimit }, (request, body, done) => {
    const text = body as string;
    if (text === "") return done(null, undefined);
    if (depthOf(text) > DEEPEST || hasNul(text) || hasHalfCharacter(text)) return done(new Refusal("malformed"));
    void parse(request, text, done);
  });
}

/** A NUL character, plain or escaped: no text of a person has one, and the database cannot keep it. */
export function hasNul(text: string): boolean {
  return text.includes("\u0000") || /(?:^|[^\\])(?:\\\\)*\\u0000/.test(text);
}

/** One half of a character that takes two escapes, alone: it is no text, and the database cannot keep it. */
export function hasHalfCharacter(text: string): boolean {
  if (!/\\u[dD][89a-fA-F]/.test(text)) return false;
  const escapes = text.replaceAll("\\\\", "_");
  return /\\u[dD][89a-fA-F]/.test(escapes.replace(WHOLE, "_"));
}

const WHOLE = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}/g;

/** How deep arrays and objects nest in a JSON text; brackets inside strings do not count. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (inString) {
      if (char === BACKSLASH) at++;
      else if (char === QUOTE) inString = false;
    } else if (char === QUOTE) inString = true;
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) deepest = Math.max(deepest, ++depth);
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth--;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
