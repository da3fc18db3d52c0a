// Keeps the public page of verification working without a network, once it was loaded. Of the platform it keeps only what
// everybody may read: the page itself, its scripts and styles, and the bundle of trust. Nothing of signed-in pages.

const CACHE = "quanheng-verify-1";
const PAGE = "/verify";
const TRUST = "/api/public/trust";

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keep([PAGE, TRUST]));
});

addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith("quanheng-verify-") && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

// The page says what it was made of; what an older build left is let go.
addEventListener("message", (event) => {
  const { assets } = event.data ?? {};
  if (!Array.isArray(assets)) return;
  const wanted = assets.filter((path) => typeof path === "string" && isAsset(path)).slice(0, 200);
  const done = keep([PAGE, TRUST, ...wanted])
    .then(() => dropOthers(wanted))
    .then(() => event.source?.postMessage({ offline: true }));
  event.waitUntil(done);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (isAsset(pathname)) event.respondWith(keptFirst(pathname, request));
  else if (pathname === TRUST) event.respondWith(freshFirst(TRUST, request));
  else if (request.mode === "navigate" && (pathname === PAGE || pathname.startsWith(`${PAGE}/`)))
    event.respondWith(freshFirst(PAGE, request));
});

/** Files whose name carries their hash, and the sign of the house. */
function isAsset(path) {
  return path.startsWith("/assets/") || path === "/logo.svg";
}

async function keep(paths) {
  const cache = await caches.open(CACHE);
  await Promise.all(
    paths.map(async (path) => {
      if (isAsset(path) && (await cache.match(path))) return;
      const answer = await fetch(path, { credentials: "omit" });
      if (answer.ok) await cache.put(path, answer);
    }),
  );
}

async function dropOthers(wanted) {
  const cache = await caches.open(CACHE);
  const kept = await cache.keys();
  const old = kept.filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname.startsWith("/assets/") && !wanted.includes(pathname);
  });
  await Promise.all(old.map((request) => cache.delete(request)));
}

async function keptFirst(path, request) {
  const kept = await (await caches.open(CACHE)).match(path);
  return kept ?? fetch(request);
}

/** The network's answer where there is one; it is kept under one name and without anybody's session. */
async function freshFirst(path, request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      const cache = await caches.open(CACHE);
      await cache.put(path, answer.clone());
    }
    return answer;
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(path);
    if (!kept) throw error;
    return kept;
  }
}
