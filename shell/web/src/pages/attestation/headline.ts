/** A sentence parted into the word that is shown large and the rest; one without a colon is large as a whole. */
export function headline(sentence: string): { readonly head: string; readonly rest: string } {
  const match = /^(.{2,24}?)(?:：|: )(.+)$/u.exec(sentence);
  const [, head = "", rest = ""] = match ?? [];
  if (!match) return { head: sentence.replace(/[.。]$/, ""), rest: "" };
  return { head, rest: rest.charAt(0).toUpperCase() + rest.slice(1) };
}
