// Keeps the look of the pages and one page that says the network is away; `kept` and `name` are
// written above by the portal. Never a page of a person: only what `kept` names is stored, and it
// is fetched without cookies. A post is left to the browser, which keeps what was typed.
"use strict";
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(name);
  for (const address of kept) {
    const answer = await fetch(address, { credentials: "omit", cache: "reload" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  }
  await self.skipWaiting();
})()));
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const other of await caches.keys()) if (other !== name) await caches.delete(other);
  await self.clients.claim();
})()));
self.addEventListener("fetch", (event) => {
  const request = event.request;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => caches.match(kept[0])));
  } else if (kept.includes(address.pathname)) {
    event.respondWith(caches.match(address.pathname).then((found) => found || fetch(request)));
  }
});
