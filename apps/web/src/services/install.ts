/** Install: offers to put the app on the device, where the browser lets a page ask. Adapter to the window. */
import { createSignal, type Accessor } from "solid-js";

export interface Install {
  /** Whether the browser would ask now. */
  readonly possible: Accessor<boolean>;
  readonly ask: () => Promise<void>;
}

interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

const isInstallEvent = (event: Event): event is InstallEvent => "prompt" in event;

/** Listens from now on: a browser offers once, soon after the page has loaded. */
export function createInstall(target: Window): Install {
  const [asked, setAsked] = createSignal<InstallEvent | undefined>(undefined);
  target.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    if (isInstallEvent(event)) setAsked(event);
  });
  target.addEventListener("appinstalled", () => setAsked(undefined));
  return {
    possible: () => asked() !== undefined,
    ask: async () => {
      const event = asked();
      // A browser lets one event ask once.
      setAsked(undefined);
      await event?.prompt();
    },
  };
}
