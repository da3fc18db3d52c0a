import { characterCode } from "../character-code.ts";
import { refuse } from "../refusals.ts";

/** Texts of several lines; everywhere else a line break is as invisible as the rest. */
const SEVERAL_LINES: ReadonlySet<string> = new Set(["remarks", "note", "comment", "reason", "statement", "source"]);
/** What is never shown may have any character. */
const NEVER_SHOWN: ReadonlySet<string> = new Set(["password", "totp", "reauthentication"]);

/**
 * Insists that the texts of a body are what they look like: no control character, none that turns the direction of
 * writing, none without width.
 *
 * @throws Refusal `invisible-character` with the field and the characters by number
 * @source Unicode Standard 16.0, general categories Cc, Cf, Zl and Zp
 */
export function requireVisible(body: unknown, field = ""): void {
  if (typeof body === "string") checkText(body, field);
  if (typeof body !== "object" || body === null) return;
  for (const [name, value] of Object.entries(body)) {
    if (!Array.isArray(body)) checkText(name, field);
    requireVisible(value, field === "" ? name : `${field}.${name}`);
  }
}

function checkText(text: string, field: string): void {
  const name = field.split(".").at(-1) ?? "";
  if (NEVER_SHOWN.has(name)) return;
  const shown = SEVERAL_LINES.has(name) ? text.replace(/[\n\r\t]/g, " ") : text;
  const found = new Set(shown.match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu));
  if (found.size > 0) refuse("invisible-character", { field, characters: [...found].slice(0, 10).map(characterCode) });
}
