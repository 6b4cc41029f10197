/**
 * Which cases are in view at this moment: two may stand side by side, and then their sections are told apart by the case. Not pure: signals.
 */
import { createSignal, onCleanup, type Accessor } from "solid-js";

const [pages, setPages] = createSignal<readonly Accessor<boolean>[]>([]);

/** Counts a page of a case among those in view while it is. Call inside the component. */
export function countWhileShown(active: Accessor<boolean>): void {
  setPages((all) => [...all, active]);
  onCleanup(() => setPages((all) => all.filter((each) => each !== active)));
}

/** Whether more than one is in view. */
export const severalShown: Accessor<boolean> = () => pages().filter((active) => active()).length > 1;

/** Id of the element that holds the title of a case on its page. */
export const titleId = (caseId: string): string => `case-title-${caseId}`;
