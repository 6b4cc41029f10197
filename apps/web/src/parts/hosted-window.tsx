/** A window that belongs to no screen: its place in the page, filled when it is first asked for. Effects: the page. */
import { createMemo, Show, Suspense, type Component } from "solid-js";
import { render } from "solid-js/web";
import type { Services } from "../services/services.ts";
import { Served } from "./served.tsx";

/** Puts the place into the page; returns the removal. `isAsked`: tracked; `Window` may be loaded late. */
export function hostWindow(services: Services, isAsked: () => boolean, Window: Component): () => void {
  const host = document.createElement("div");
  document.body.append(host);
  const end = render(() => {
    // Once used it stays: a window that goes away with what it asked could not give the focus back.
    const used = createMemo((before: boolean) => before || isAsked(), false);
    return (
      <Served services={services}>
        <Suspense>
          <Show when={used()}>
            <Window />
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
