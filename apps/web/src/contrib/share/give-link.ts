/** Ways to hand over a link: the clipboard, the share sheet of the system, and paper. Adapter to the browser. */

/** Whether this browser can pass a link on to another app. */
export const canSend = (): boolean => "share" in navigator;

/** Opens the share sheet; one that is closed without choosing is no failure. */
export async function sendLink(title: string, url: string): Promise<void> {
  await navigator.share({ title, url }).catch(() => undefined);
}

/** Prints what is marked for it; the rest of the page is left out by its style. */
export const printPage = (): void => print();

/** Puts the link on the clipboard; false where the browser refuses. */
export const copyLink = (url: string): Promise<boolean> =>
  navigator.clipboard.writeText(url).then(
    () => true,
    () => false,
  );
