import { describe, expect, it } from "vitest";
import { kept } from "./same.ts";

describe("[G14] an answer that says the same stays the same object", () => {
  it("[G14] equal by value: the earlier one; a difference anywhere: the later one", () => {
    const was = { list: [{ n: 1 }, { n: 2 }], text: "a" };
    const same = { list: [{ n: 1 }, { n: 2 }], text: "a" };
    const other = { list: [{ n: 1 }, { n: 3 }], text: "a" };
    expect(kept(was, same)).toBe(was);
    expect(kept(was, other)).toBe(other);
  });
  it("[G14] a field that is there and undefined is not a field that is missing; a longer list is another list", () => {
    const absent = {};
    const there = { a: undefined };
    expect(kept(absent, there)).toBe(there);
    expect(kept(there, absent)).toBe(absent);
    const long = [1, 2];
    expect(kept([1], long)).toBe(long);
    const list: readonly unknown[] = [];
    expect(kept({}, list)).toBe(list);
  });
  it("[G14] what is no plain object is only ever itself", () => {
    const now = { of: (): number => 1 };
    expect(kept({ of: (): number => 1 }, now)).toBe(now);
    const set = new Set([1]);
    expect(kept(new Set([1]), set)).toBe(set);
    const both = { of: now.of };
    expect(kept(now, both)).toBe(now);
  });
});
