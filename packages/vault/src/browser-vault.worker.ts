/**
 * A dedicated worker for the browser tests: hosts the OPFS store, or the one a browser chooses, on a port it is sent.
 * Test code; the app's own worker entry lives in apps/web.
 */
import { openBrowserStore } from "./browser-store.ts";
import { createOpfsStore } from "./opfs.ts";
import { serveVault } from "./vault-server.ts";

/** `choose`: let `openBrowserStore` decide; `opfs: false` hides OPFS from it. */
export interface HostRequest {
  readonly port: MessagePort;
  readonly name: string;
  readonly choose: boolean;
  readonly opfs: boolean;
}

async function host({ port, name, choose, opfs }: HostRequest): Promise<string> {
  const { storage, locks } = navigator;
  if (!choose) {
    const root = await (await storage.getDirectory()).getDirectoryHandle(name, { create: true });
    serveVault(port, createOpfsStore({ root, locks }));
    return "opfs";
  }
  if (!opfs)
    Object.defineProperty(storage, "getDirectory", {
      value: () => Promise.reject(new DOMException("", "SecurityError")),
    });
  const opened = await openBrowserStore({ storage, locks, name });
  if (!opened.ok) return opened.error.kind;
  serveVault(port, opened.value.store);
  return opened.value.kind;
}

globalThis.addEventListener("message", ({ data }: MessageEvent<HostRequest>) => {
  void host(data).then((kind) => globalThis.postMessage(kind));
});
