/**
 * Build step: writes the service worker that keeps the whole app on the device.
 *
 * 1. One cache per build; a build is served whole or not at all, never mixed.
 * 2. Requests are matched by pathname only: a navigation's URL may carry a secret fragment, which must not reach cache keys.
 * 3. A new build waits until the person agrees.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const worker = (version: string, files: readonly string[]): string => `/* Recourse: keeps the app on this device. */
const CACHE = "shell-${version}";
const FILES = ${JSON.stringify(files)};
addEventListener("install", (e) => e.waitUntil(caches.open(CACHE).then((c) => c.addAll(FILES.map((f) => new Request(f, { cache: "reload" }))))));
addEventListener("message", (e) => {
  if (e.data === "skip-waiting") skipWaiting();
  if (e.data === "ready?") caches.open(CACHE).then((c) => c.keys()).then((k) => e.source?.postMessage({ ready: k.length >= FILES.length, version: "${version}" }));
});
addEventListener("activate", (e) => e.waitUntil(caches.keys().then((names) => Promise.all(names.filter((n) => n.startsWith("shell-") && n !== CACHE).map((n) => caches.delete(n)))).then(() => clients.claim())));
addEventListener("fetch", (e) => {
  const request = e.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname === "/healthz" || url.pathname === "/metrics") return;
  e.respondWith(caches.open(CACHE).then(async (c) => (await c.match(request.mode === "navigate" ? "/" : url.pathname)) ?? fetch(request)));
});
`;

/** Emits `sw.js` naming every file of the build and of `public/`. */
export function shellWorker(publicDir: string): Plugin {
  return {
    name: "recourse-shell-worker",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const hash = createHash("sha256");
        const built = Object.values(bundle).filter((f) => !f.fileName.endsWith(".map"));
        for (const f of built.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
          hash.update(f.fileName).update(f.type === "chunk" ? f.code : f.source);
        const still = readdirSync(publicDir, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
        for (const f of still) hash.update(readFileSync(join(f.parentPath, f.name)));
        const publicFiles = still.map(
          (f) =>
            `/${join(f.parentPath, f.name)
              .slice(publicDir.length + 1)
              .replaceAll("\\", "/")}`,
        );
        const files = [
          "/",
          ...built.map((f) => `/${f.fileName}`).filter((f) => f !== "/index.html"),
          ...publicFiles,
        ].toSorted();
        this.emitFile({ type: "asset", fileName: "sw.js", source: worker(hash.digest("hex").slice(0, 12), files) });
      },
    },
  };
}
