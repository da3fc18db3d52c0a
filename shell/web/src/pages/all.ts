import type { PageRoute } from "./page-route.ts";

/**
 * Every page of every stage. A stage adds `pages/<stage>/routes.ts` with `export const pages: readonly PageRoute[]`; it is
 * found here by its name, so that no list has to be kept.
 */
export const allPages: readonly PageRoute[] = Object.values(
  import.meta.glob<{ readonly pages: readonly PageRoute[] }>("./*/routes.ts", { eager: true }),
).flatMap(({ pages }) => pages);

/** Whether a page exists at an address pattern. */
export function isServed(path: string): boolean {
  return allPages.some((page) => page.path === path);
}
