/**
 * Going to a place in the open case: a section, or the row of a Ref. Effects: scrolls, moves the focus.
 *
 * 1. The focus goes only where the person asked to go; a change of the case never moves it.
 * 2. A row that only comes with its section (a folded one) is looked for again after the next frame.
 */
import { parseRef, type Id } from "@recourse/core";
import { createEffect, on, type Accessor } from "solid-js";
import { asking, type Place } from "./asking.ts";

/** `kind/id` of a Ref: rows carry it whatever field or line the Ref names. */
export function rowKey(target: string): string {
  const parts = parseRef(target);
  return parts.ok ? `${parts.value.kind}/${parts.value.id}` : target;
}

function elementAt(page: HTMLElement, place: Place): HTMLElement | null {
  if (place.target !== undefined) {
    const row = page.querySelector<HTMLElement>(`[data-ref~="${CSS.escape(rowKey(place.target))}"]`);
    if (row !== null) return row;
  }
  const section = place.section ?? sectionOf(place.target);
  return section === undefined ? null : page.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`);
}

/** Where a Ref without a row of its own is shown. */
function sectionOf(target: string | undefined): string | undefined {
  const kind = target?.split("/")[0];
  if (kind === undefined) return undefined;
  if (kind === "reading" || kind === "sample" || kind === "measure") return "chart";
  if (kind === "event" || kind === "communication") return "timeline";
  if (kind === "exhibit" || kind === "link") return "exhibits";
  if (kind === "clause" || kind === "provision") return "grounds";
  return "facts";
}

/** Room that is left above what is gone to. Units: CSS pixels. */
const ABOVE = 12;

/** What is gone to stands below the head of the page, however high that is. */
function leaveRoom(page: HTMLElement): void {
  const head = page.querySelector<HTMLElement>(":scope > header");
  if (head !== null) page.style.scrollPaddingTop = `${head.offsetHeight + ABOVE}px`;
}

/** Follows what is asked for while the view is in front. */
export function followPlace(page: () => HTMLElement, caseId: Id, active: Accessor<boolean>): void {
  let served = 0;
  const show = (place: Place, tries: number): void => {
    const element = elementAt(page(), place);
    if (element === null) {
      if (tries > 0) requestAnimationFrame(() => show(place, tries - 1));
      return;
    }
    const details = element.closest("details");
    if (details !== null) details.open = true;
    leaveRoom(page());
    element.scrollIntoView({ block: "start" });
    const focus = element.matches("button, a, [tabindex]")
      ? element
      : element.querySelector<HTMLElement>("button, [tabindex]");
    focus?.focus({ preventScroll: true });
    element.dataset["shown"] = String(place.times);
  };
  createEffect(
    on([asking.place, active], ([place, isActive]) => {
      if (!isActive || place === undefined || place.caseId !== caseId || place.times === served) return;
      served = place.times;
      if (place.section === undefined && place.target === undefined) {
        // What it was opened from may be gone or hidden by now.
        requestAnimationFrame(() => page().focus({ preventScroll: true }));
        return;
      }
      requestAnimationFrame(() => show(place, 3));
    }),
  );
}
