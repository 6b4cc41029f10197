/** Tests of `when` clauses. */
import { describe, expect, test } from "vitest";
import { parseWhen, when } from "./when.ts";

const read = (facts: Record<string, unknown>) => (key: string) => facts[key];
const holds = (clause: string, facts: Record<string, unknown> = {}): boolean => when(clause).evaluate(read(facts));

describe("[UI] when clauses", () => {
  test("[UI] a bare key is true when its value is truthy", () => {
    expect(holds("open", { open: true })).toBe(true);
    expect(holds("open", { open: 0 })).toBe(false);
    expect(holds("open")).toBe(false);
  });
  test("[UI] && binds tighter than ||, parentheses turn it round", () => {
    // a || (b && c) with only a: true. (a || b) && c with only a: c is missing, so false.
    expect(holds("a || b && c", { a: true })).toBe(true);
    expect(holds("(a || b) && c", { a: true })).toBe(false);
  });
  test("[UI] == and != compare as text, a missing key is the empty text", () => {
    expect(holds("n == 3", { n: 3 })).toBe(true);
    expect(holds("view == 'my board'", { view: "my board" })).toBe(true);
    expect(holds("view != board", {})).toBe(true);
    expect(holds("view == ''", {})).toBe(true);
    expect(holds("view == 看板", { view: "看板" })).toBe(true);
  });
  test("[UI] =~ matches a regular expression, with i", () => {
    expect(holds("view =~ /^case/", { view: "case:1" })).toBe(true);
    expect(holds("view =~ /^CASE/", { view: "case:1" })).toBe(false);
    expect(holds("view =~ /^CASE/i", { view: "case:1" })).toBe(true);
    expect(holds("path =~ /a\\/b/", { path: "a/b" })).toBe(true);
  });
  test("[UI] ! negates a key, a group and itself", () => {
    expect(holds("!a", {})).toBe(true);
    expect(holds("!!a", { a: 1 })).toBe(true);
    expect(holds("!(a == 1 || b)", { a: 1 })).toBe(false);
    expect(holds("!true || !false", {})).toBe(true);
  });
  test("[UI] keys are named once, in order", () => {
    expect(when("b && a == 1 || !(b && c =~ /x/)").keys).toEqual(["b", "a", "c"]);
    expect(when("true").keys).toEqual([]);
  });
  test("[UI] a clause is parsed once", () => {
    expect(when("x && y")).toBe(when("x && y"));
  });
  test.each([
    ["a &&", "unexpected-end", 4],
    ["", "unexpected-end", 0],
    ["(a", "unexpected-end", 2],
    ["a b", "unexpected", 2],
    ["a ) b", "unexpected", 2],
    ["&& a", "unexpected", 0],
    ["a == &&", "unexpected", 5],
    // Two readings: (!a) == b or !(a == b).
    ["!a == b", "unexpected", 3],
    ["a # b", "bad-token", 1],
    ["a =~ /(/", "bad-pattern", 5],
    // g would remember where the last match ended.
    ["a =~ /x/g", "bad-pattern", 5],
    ["a =~ b", "bad-pattern", 5],
  ])("[UI] %j is refused with %s at %d", (source, code, at) => {
    expect(parseWhen(source)).toEqual({ ok: false, error: { code, at, source } });
    expect(() => when(source)).toThrow(code);
  });
});
