const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * A printed result where HTML is written by hand, as in a message: "< 10" must not open a tag.
 *
 * @source HTML Living Standard, 13.1.4 (character references) and 13.3 (escaping a string)
 * @example htmlText("< 10") // → "&lt; 10" (HTML Living Standard, 13.3)
 */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
