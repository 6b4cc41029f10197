/**
 * Offline: the service worker that keeps the whole app on the device, and the word for it. Adapter.
 *
 * 1. `ready` is said only when the worker answers that every file of its build is there.
 * 2. A new build waits for consent; consent reloads every tab, each after its documents are saved: never a mixed build.
 */
import { createSignal, type Accessor } from "solid-js";
import { isPlain } from "../live/plain.ts";
import { scriptUrl } from "./app-url.ts";

export type OfflineState = "unsupported" | "preparing" | "ready" | "update_available";

export interface Offline {
  readonly state: Accessor<OfflineState>;
  /** Name of the build that runs, once known. */
  readonly version: Accessor<string | undefined>;
  /** Takes the waiting build: reloads all tabs. */
  readonly update: () => void;
}

/** Units: milliseconds between two questions while files are still coming. */
const ASK_AGAIN = 2000;

export interface OfflinePorts {
  readonly container: ServiceWorkerContainer | undefined;
  /** Before a reload: resolves when all is durable. */
  readonly saved: () => Promise<void>;
  readonly reload: () => void;
  readonly after: (ms: number, work: () => void) => void;
}

/** Registers the worker at once; without a container nothing is registered. */
export function createOffline({ container, saved, reload, after }: OfflinePorts): Offline {
  const [state, setState] = createSignal<OfflineState>(container === undefined ? "unsupported" : "preparing");
  const [version, setVersion] = createSignal<string | undefined>(undefined);
  let waiting: ServiceWorker | null = null;

  let asking = false;
  const ask = (registration: ServiceWorkerRegistration): void => {
    if (asking || state() !== "preparing") return;
    asking = true;
    registration.active?.postMessage("ready?");
    after(ASK_AGAIN, () => {
      asking = false;
      ask(registration);
    });
  };
  const offer = (worker: ServiceWorker | null): void => {
    if (worker === null) return;
    waiting = worker;
    setState("update_available");
  };
  const watch = (registration: ServiceWorkerRegistration, coming: ServiceWorker | null): void => {
    // With a worker in charge a new one waits; the very first takes over by itself.
    const first = registration.active === null;
    coming?.addEventListener("statechange", () => {
      if (coming.state === "installed" && !first) offer(coming);
      if (coming.state === "activated") registration.active?.postMessage("ready?");
    });
  };
  const follow = (registration: ServiceWorkerRegistration): void => {
    offer(registration.waiting);
    watch(registration, registration.installing);
    registration.addEventListener("updatefound", () => watch(registration, registration.installing));
    registration.active?.postMessage("ready?");
    ask(registration);
  };

  if (container !== undefined) {
    let ruled = container.controller !== null;
    let leaving = false;
    container.addEventListener("controllerchange", () => {
      // The first worker taking charge of an open page changes nothing for it.
      const first = !ruled;
      ruled = true;
      if (first || leaving) return;
      leaving = true;
      void saved().then(reload);
    });
    container.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (!isPlain(data) || typeof data["version"] !== "string") return;
      setVersion(data["version"]);
      if (data["ready"] === true && state() === "preparing") setState("ready");
    });
    container.startMessages();
    container.register(scriptUrl("/sw.js"), { updateViaCache: "none" }).then(follow, () => setState("unsupported"));
  }
  return {
    state,
    version,
    update: () => {
      void saved().then(() => waiting?.postMessage("skip-waiting"));
    },
  };
}
