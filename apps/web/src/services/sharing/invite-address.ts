/**
 * The address of an invite: its secret is read first and taken out of the address before anything else runs. Effects: the page's address.
 *
 * 1. It goes into no history entry, title, cache or header (S9): what follows `#` is never sent, and the entry is replaced, not added to.
 *
 * Source: JO1, S9.
 */

/** Path of invites. */
const PATH = "/j";

/** What stood behind `#`, or undefined where the page was not opened as an invite. Afterwards the page stands on the join screen. */
export function takeInviteFragment({ location, history }: Pick<Window, "location" | "history">): string | undefined {
  if (location.pathname !== PATH) return undefined;
  const { hash } = location;
  history.replaceState(null, "", "/#/join");
  return hash;
}
