import { type Id, type IdKind, isId } from "@quanheng/kernel/id.ts";
import { notFound, useParams } from "@tanstack/react-router";

/** A parameter of the page's address. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? "";
}

/** The id in the page's address; an address with anything else is not found. */
export function useId<Kind extends IdKind>(kind: Kind, name = "id"): Id<Kind> {
  const text = useParam(name);
  if (!isId(kind, text)) throw notFound();
  return text;
}
