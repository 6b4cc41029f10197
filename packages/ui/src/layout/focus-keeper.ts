/**
 * Keeps the focus on the page when what had it goes away: removed, hidden or switched off by a change of the screen. Adapter to the DOM.
 *
 * 1. It acts only when nothing else did: after the change is drawn, and only where the focus really fell to the page.
 * 2. The focus goes to the nearest place around the lost one that can take it and is still shown, else to the home of the focus, else to the
 *    main region. Within an open window it stays in that window.
 * 3. A press beside everything lets go of the focus on purpose; that is left alone.
 */

const isShown = (element: Element): boolean => element.isConnected && element.checkVisibility();

/** Whether an element that had the focus can have it no longer. */
const isLost = (element: Element): boolean => !isShown(element) || element.matches(":disabled");

function homeOf(around: readonly Element[]): HTMLElement | undefined {
  const window = document.querySelector("dialog:modal");
  if (window !== null)
    return [...window.querySelectorAll<HTMLElement>("button, input, select, textarea")].find((e) => !isLost(e));
  const homes = [...document.querySelectorAll("[data-focus-home], main[tabindex]")];
  return [...around, ...homes].find(
    (e): e is HTMLElement => e instanceof HTMLElement && e.hasAttribute("tabindex") && !isLost(e),
  );
}

/** Watches a document. Returns the undoing. */
export function keepFocusOn(page: Document): () => void {
  let last: readonly Element[] = [];
  let frame = 0;
  const look = (): void => {
    frame = 0;
    const [lost, ...around] = last;
    if (lost === undefined || (page.activeElement !== null && page.activeElement !== page.body) || !isLost(lost))
      return;
    last = [];
    homeOf(around)?.focus({ preventScroll: true });
  };
  // Ancestors are written down while there are some: what is taken out of the page has none.
  const remember = (event: FocusEvent): void => {
    const path: Element[] = [];
    for (
      let e = event.target instanceof Element ? event.target : null;
      e !== null && e !== page.body;
      e = e.parentElement
    )
      path.push(e);
    last = path;
  };
  const watcher = new MutationObserver(() => {
    // The first frame is for whoever moves the focus themselves; browsers let go of a disabled control only when they draw.
    if (frame === 0) frame = requestAnimationFrame(() => (frame = requestAnimationFrame(look)));
  });
  page.addEventListener("focusin", remember);
  watcher.observe(page.body, { subtree: true, childList: true, attributeFilter: ["hidden", "disabled", "open"] });
  return () => {
    page.removeEventListener("focusin", remember);
    watcher.disconnect();
    cancelAnimationFrame(frame);
  };
}
