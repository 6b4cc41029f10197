/** The window that asks which letter to write stands beside the workbench, so that every screen and the palette can open it. Effects: the page. */
import { lazy } from "solid-js";
import { hostWindow } from "../../parts/hosted-window.tsx";
import type { Services } from "../../services/services.ts";
import { writing } from "./writing.ts";

const KindWindow = lazy(async () => ({ default: (await import("./KindWindow.tsx")).KindWindow }));

/** Puts the place of the window into the page; returns the removal. */
export const hostWriting = (services: Services): (() => void) =>
  hostWindow(services, () => writing.asked() !== undefined, KindWindow);
