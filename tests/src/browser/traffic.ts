import type { Page, Request } from "playwright-core";

/** What a page has asked and not yet been answered, and how much it has ever asked. */
type Traffic = { readonly open: Set<Request>; asked: number };

const watched = new WeakMap<Page, Traffic>();

/** Counts the requests of a page from now on. */
export function watchTraffic(page: Page): void {
  const traffic: Traffic = { open: new Set(), asked: 0 };
  watched.set(page, traffic);
  page.on("request", (request) => {
    traffic.open.add(request);
    traffic.asked += 1;
  });
  page.on("requestfinished", (request) => traffic.open.delete(request));
  page.on("requestfailed", (request) => traffic.open.delete(request));
  // A new document forgets what the old one was still waiting for.
  page.on("domcontentloaded", () => {
    for (const request of traffic.open) if (request.isNavigationRequest()) traffic.open.delete(request);
  });
}

/**
 * Waits until every request is answered and a few drawn frames bring no new one.
 *
 * The runner's own "network idle" waits half a second each time, on hundreds of pages.
 */
export async function quiet(page: Page): Promise<void> {
  const traffic = watched.get(page);
  if (!traffic) return page.waitForLoadState("networkidle");
  for (let calm = 0; calm < 3; ) {
    const before = traffic.asked;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    calm = traffic.open.size === 0 && traffic.asked === before ? calm + 1 : 0;
  }
}
