/**
 * Worker of the originals: hashes and keeps files. The only place where WebAssembly may be compiled. Effects: the browser's store.
 *
 * 1. Its built name begins with `hash-worker-`: the server names this one script in its policy for WebAssembly.
 * 2. The page hands over one port; calls that come before the store is open wait in the port.
 */
import { openBrowserStore, serveVault } from "@recourse/vault";
import "../services/zod-config.ts";

addEventListener("message", (event: MessageEvent<unknown>) => {
  const port = event.data;
  if (!(port instanceof MessagePort)) return;
  void openBrowserStore({ storage: navigator.storage, locks: navigator.locks }).then((opened) => {
    // Thrown, so that the page's `error` listener ends what waits.
    if (!opened.ok) reportError(new Error(`originals: ${opened.error.kind}`));
    else serveVault(port, opened.value.store);
  });
});
