/**
 * Whose connection it is, for limits per address and for nothing else. Pure.
 *
 * Each proxy writes whom it serves at the right end of X-Forwarded-For, behind what it was sent. So with n proxies of one's own the n-th from the right was
 * written by the outermost of them, and what stands before it by anybody.
 *
 * Source: RL3; developer.mozilla.org, X-Forwarded-For, "selecting an IP address".
 */
import { isIP } from "node:net";

/** What is known of a connection. `peer`: the other end of the socket. `proxies`: how many of one's own stand before the relay. */
export type Arrival = {
  readonly peer: string;
  readonly forwarded: string | undefined;
  readonly proxies: number;
};

/** The address to count by. Where the proxies do not say one it is the last proxy's own, so that all of those share its limits. */
export const clientAddress = ({ peer, forwarded, proxies }: Arrival): string => {
  if (proxies === 0 || forwarded === undefined) return peer;
  const said = forwarded.split(",").map((each) => each.trim());
  const address = said.at(-proxies) ?? "";
  return isIP(address) === 0 ? peer : address;
};
