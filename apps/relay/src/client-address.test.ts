/** Whom limits per address are counted for, behind proxies. */
import { expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

const peer = "127.0.0.1";
const of = (forwarded: string | undefined, proxies: number): string => clientAddress({ peer, forwarded, proxies });

test("[RL3] nobody is believed unless a proxy is trusted: then what that proxy wrote, and nothing that was sent to it", () => {
  expect(of("203.0.113.7", 0)).toBe(peer);
  expect(of("203.0.113.7", 1)).toBe("203.0.113.7");
  // mallory sent the first two; the proxy added whom it saw.
  expect(of("198.51.100.1, 10.0.0.1, 203.0.113.7", 1)).toBe("203.0.113.7");
  // The outer one saw 203.0.113.7, the inner one the outer one.
  expect(of("198.51.100.1,203.0.113.7,  10.0.0.2", 2)).toBe("203.0.113.7");
  expect(of("2001:db8::7", 1)).toBe("2001:db8::7");
});

test("[RL3] where the proxies say no address all share the limits of the last one", () => {
  expect(of(undefined, 1)).toBe(peer);
  expect(of("", 1)).toBe(peer);
  expect(of("unknown", 1)).toBe(peer);
  expect(of("203.0.113.7:4711", 1)).toBe(peer);
  // Fewer than there are proxies: it did not come through all of them.
  expect(of("203.0.113.7", 2)).toBe(peer);
});
