/** The secret of an invite leaves the address at once. */
import { expect, test } from "vitest";
import { takeInviteFragment } from "./invite-address.ts";

function page(address: string) {
  const url = new URL(address);
  const entries = ["before", address];
  return {
    entries,
    location: { pathname: url.pathname, hash: url.hash } as Location,
    history: {
      replaceState: (_state: unknown, _title: string, to: string) => void entries.splice(-1, 1, to),
    } as unknown as History,
  };
}

test("[JO1, S9] it is read once, and the entry of the history that held it is another one", () => {
  const of = page("https://r.test/j#1.abc.secret");
  expect(takeInviteFragment(of)).toBe("#1.abc.secret");
  expect(of.entries).toEqual(["before", "/#/join"]);
});

test("[JO1] any other address stays as it is, also one with a fragment", () => {
  const of = page("https://r.test/#/board");
  expect(takeInviteFragment(of)).toBeUndefined();
  expect(of.entries).toEqual(["before", "https://r.test/#/board"]);
});

test("[JO1] an invite without its secret is one that opens nothing, and is said to be", () => {
  expect(takeInviteFragment(page("https://r.test/j"))).toBe("");
});
