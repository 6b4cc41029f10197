import { describe, expect, it } from "vitest";
import { purchaseCheck, type PurchaseItem } from "./purchase.ts";

const items: readonly PurchaseItem[] = [
  { id: "support", weight: "warn" },
  { id: "escrow", weight: "stop" },
];

describe("[S4] before the next purchase", () => {
  it("[S4] a no to what stops stops, a no to the rest warns", () => {
    expect(purchaseCheck(items, { support: "no", escrow: "no" })).toEqual({
      level: "stop",
      against: ["escrow", "support"],
      open: [],
    });
    expect(purchaseCheck(items, { support: "no", escrow: "yes" }).level).toBe("warn");
  });
  it("[S4] what is not answered is open, and an unknown is no yes", () => {
    expect(purchaseCheck(items, { escrow: "yes" })).toEqual({ level: "open", against: [], open: ["support"] });
    expect(purchaseCheck(items, { escrow: "yes", support: "unknown" }).level).toBe("open");
    expect(purchaseCheck(items, { escrow: "yes", support: "yes" }).level).toBe("clear");
  });
});
