/** Tests of hash routes. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatRoute, parseRoute } from "./route.ts";

describe("[UI] routes", () => {
  test("[UI] path and query are read and written", () => {
    const route = { path: ["case", "01J/甲 乙"], query: { view: "matrix", q: "a&b=c" } };
    expect(formatRoute(route)).toBe("#/case/01J%2F%E7%94%B2%20%E4%B9%99?q=a%26b%3Dc&view=matrix");
    expect(parseRoute("#/case/01J%2F%E7%94%B2%20%E4%B9%99?q=a%26b%3Dc&view=matrix")).toEqual(route);
  });
  test("[UI] any hash gives a route", () => {
    expect(parseRoute("")).toEqual({ path: [], query: {} });
    expect(parseRoute("#/")).toEqual({ path: [], query: {} });
    expect(parseRoute("#//a//?&x&=y")).toEqual({ path: ["a"], query: { x: "", "": "y" } });
    // A broken escape is kept as it stands.
    expect(parseRoute("#/%E7%94/%zz?a=%")).toEqual({ path: ["%E7%94", "%zz"], query: { a: "%" } });
  });
  test("[UI] the first of a doubled key counts, and __proto__ is a key like any other", () => {
    expect(parseRoute("#/a?x=1&x=2").query).toEqual({ x: "1" });
    expect(Object.entries(parseRoute("#/a?__proto__=1").query)).toEqual([["__proto__", "1"]]);
  });
  test("[UI] reading what was written gives the same route", () => {
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(text.filter((t) => t !== "")), fc.dictionary(text, text), (path, query) => {
        const back = parseRoute(formatRoute({ path, query }));
        expect(back.path).toEqual(path);
        expect(Object.entries(back.query).toSorted()).toEqual(Object.entries(query).toSorted());
      }),
    );
  });
  test("[UI] one place has one address, whatever the order of its query", () => {
    expect(formatRoute({ path: ["a"], query: { y: "1", x: "2" } })).toBe(
      formatRoute({ path: ["a"], query: { x: "2", y: "1" } }),
    );
  });
  test("[UI] half a surrogate pair does not throw", () => {
    expect(formatRoute({ path: ["\uD800"], query: {} })).toBe("#/%EF%BF%BD");
  });
});
