/** The window that asks which letter to write stands beside the workbench, so that every screen and the palette can open it. Effects: the page. */
import { createMemo, lazy, Show, Suspense } from "solid-js";
import { render } from "solid-js/web";
import { Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";
import { writing } from "./writing.ts";

const KindWindow = lazy(async () => ({ default: (await import("./KindWindow.tsx")).KindWindow }));

/** Puts the place of the window into the page; returns the removal. */
export function hostWriting(services: Services): () => void {
  const host = document.createElement("div");
  document.body.append(host);
  const end = render(() => {
    // Once used it stays: a window that goes away with what it asked could not give the focus back.
    const used = createMemo((before: boolean) => before || writing.asked() !== undefined, false);
    return (
      <Served services={services}>
        <Suspense>
          <Show when={used()}>
            <KindWindow />
          </Show>
        </Suspense>
      </Served>
    );
  }, host);
  return () => {
    end();
    host.remove();
  };
}
