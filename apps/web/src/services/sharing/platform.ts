/** What sharing needs of the page it runs in. Adapter. */
import type { SessionPorts } from "@recourse/sync";
import type { BlobStore } from "@recourse/vault";
import type { Casebox } from "./casebox.ts";
import type { SharingPlatform } from "./open-shared.ts";

/** Whether an input method is composing, from the page's own events. */
function createComposition(page: Document): () => Promise<void> {
  let composing = false;
  let waiting: (() => void)[] = [];
  page.addEventListener("compositionstart", () => {
    composing = true;
  });
  page.addEventListener("compositionend", () => {
    composing = false;
    // The end of a composition still puts its text in: whoever waits goes after that.
    setTimeout(() => {
      for (const go of waiting) go();
      waiting = [];
    });
  });
  return () => (composing ? new Promise((go) => waiting.push(go)) : Promise.resolve());
}

/** Whether the person asked the browser to save data, where browsers can say so. */
function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

/** Of this browser. The relay is whoever served the app (JO1). */
export const browserPlatform = (
  casebox: Casebox,
  { scheduler, wake }: SessionPorts,
  vault: () => BlobStore,
): SharingPlatform => ({
  casebox,
  vault,
  mayFetchAhead: () => document.visibilityState === "visible" && !savesData(),
  scheduler,
  wake,
  locks: navigator.locks,
  origin: location.origin,
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  now: () => Date.now(),
  onHide: (listener) => {
    const onVisibility = (): void => {
      if (document.visibilityState === "hidden") listener();
    };
    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", listener);
    window.addEventListener("blur", listener);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", listener);
      window.removeEventListener("blur", listener);
    };
  },
  isLookedAt: () => document.visibilityState === "visible" && document.hasFocus(),
  beforeSwap: createComposition(document),
});
