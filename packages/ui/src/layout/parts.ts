/** Moving the focus between the parts of the shell (activity bar, side bar, groups, panel, status bar). Adapter to the DOM. */

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** `step` goes round the parts, `group` goes to one group. */
export type PartTarget = { readonly step: 1 | -1 } | { readonly group: string };

const isSeen = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** Focuses the first thing in the wanted part that takes focus, or the part itself. */
export function focusPart(root: ParentNode, target: PartTarget): void {
  const parts = [...root.querySelectorAll<HTMLElement>("[data-part]")].filter(isSeen);
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const part =
    "group" in target
      ? parts.find((other) => other.dataset["group"] === target.group)
      : parts.at((at < 0 && target.step < 0 ? 0 : at + target.step) % parts.length);
  if (part === undefined) return;
  const tab = part.querySelector<HTMLElement>("[role=tab][aria-selected=true]");
  const first =
    tab ?? [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].find((other) => isSeen(other) && other.tabIndex >= 0);
  (first ?? part).focus();
}
