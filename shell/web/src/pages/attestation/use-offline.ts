import { useEffect, useState } from "react";

const WORKER = "/verify-worker.js";
const SCOPE = "/verify";

/**
 * Keeps the page of verification for times without a network: its worker sees only this page and keeps only what is
 * public. Where a browser has no such workers, or the address is not secure, the page works as ever while online.
 *
 * @returns whether all of the page is kept
 */
export function useOffline(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    // Without a secure address a browser has no workers of this kind.
    if (!("serviceWorker" in navigator)) return;
    const { serviceWorker } = navigator;
    const hear = (event: MessageEvent<{ readonly offline?: boolean }>) => {
      if (event.data.offline === true) setReady(true);
    };
    serviceWorker.addEventListener("message", hear);
    void keepPage(serviceWorker);
    return () => serviceWorker.removeEventListener("message", hear);
  }, []);
  return ready;
}

async function keepPage(workers: ServiceWorkerContainer): Promise<void> {
  try {
    const registration = await workers.register(WORKER, { scope: SCOPE });
    const worker = registration.active ?? registration.installing ?? registration.waiting;
    worker?.postMessage({ assets: loadedAssets() });
  } catch {
    // Refused by the browser, or no network: the page is then there only while it is online.
  }
}

/** What this page was made of, by path. */
function loadedAssets(): string[] {
  const urls = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const own = urls.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
  return [...new Set(own.filter((path) => path.startsWith("/assets/") || path === "/logo.svg"))];
}
