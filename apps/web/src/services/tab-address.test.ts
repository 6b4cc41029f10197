/** Tabs and addresses say the same. */
import { describe, expect, test } from "vitest";
import { pathOf, tabOf } from "./tab-address.ts";

describe("tab address", () => {
  test("[UI] a tab's address names the tab again", () => {
    for (const tab of [
      { view: "board", arg: undefined },
      { view: "case", arg: "01M81G67ZJSZCNEJNY00000001" },
      { view: "inbox", arg: "01M81G67ZJSZCNEJNY00000001/支付凭证" },
    ]) {
      expect(
        tabOf({ path: pathOf(tab.arg === undefined ? { view: tab.view } : { view: tab.view, arg: tab.arg }) }),
      ).toEqual(tab);
    }
    expect(tabOf({ path: [] })).toBeUndefined();
  });
});
