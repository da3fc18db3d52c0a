import { useNavigate, useSearch } from "@tanstack/react-router";

/** What a list is narrowed by, kept in the address so that it can be shared and the back button works. */
export type Filters<Name extends string> = {
  readonly of: Readonly<Record<Name, string>>;
  /** Whether anything narrows the list. */
  readonly any: boolean;
  readonly change: (next: Partial<Record<Name, string>>) => void;
  readonly clear: () => void;
};

/** The filters of a page by name; an absent one is the empty text. */
export function useFilters<const Name extends string>(names: readonly Name[]): Filters<Name> {
  const go = useNavigate();
  const search: Record<string, unknown> = useSearch({ strict: false });
  const of = Object.fromEntries(names.map((name) => [name, textOf(search[name])])) as Record<Name, string>;
  const write = (next: Partial<Record<Name, string>>) =>
    void go({
      to: ".",
      search: (former: Record<string, unknown>) => withoutEmpty({ ...former, ...next }),
      replace: true,
      resetScroll: false,
    });
  return {
    of,
    any: names.some((name) => of[name] !== ""),
    change: write,
    clear: () => write(Object.fromEntries(names.map((name) => [name, ""])) as Record<Name, string>),
  };
}

/** The router reads `?text=123` as a number; here everything is a text. */
function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

function withoutEmpty(search: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== "" && value !== undefined));
}
