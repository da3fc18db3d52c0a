import type { Permission } from "@quanheng/contract/permission.ts";
import type { FunctionComponent } from "react";

/** One page: its address pattern (from `paths.ts`), the right it needs, and how to load it. */
export type PageRoute = {
  readonly path: string;
  /** `public` pages open without sign-in. The server checks again; this only spares the reader a dead page. */
  readonly permission: Permission;
  /** Loads the page when it is first opened: `page(() => import("./AwaitingPage.tsx"), "AwaitingPage")`. */
  readonly load: () => Promise<{ default: FunctionComponent }>;
};

/** Loads one named component of a module, so that pages need no default export. */
export function page<Name extends string>(
  load: () => Promise<{ readonly [Key in Name]: FunctionComponent }>,
  name: Name,
): PageRoute["load"] {
  return async () => ({ default: (await load())[name] });
}
