/**
 * Before the next purchase: a checklist that works without a case. Pure (S4).
 *
 * 1. The items are the pack's. The answer says what speaks against buying now, never that a seller is to be trusted (L4).
 */

export type PurchaseAnswer = "yes" | "no" | "unknown";

/** What the check needs of an item of the pack. */
export interface PurchaseItem {
  readonly id: string;
  /** What a "no" means: `stop` do not pay, `warn` think again. */
  readonly weight: "stop" | "warn";
}

export interface PurchaseCheck {
  /** `stop` and `warn` as the items answered with no say; `open` while something is not answered; `clear` where nothing speaks against it. */
  readonly level: "stop" | "warn" | "open" | "clear";
  /** Items answered with no, those that stop first. */
  readonly against: readonly string[];
  /** Items not answered, or answered with unknown. */
  readonly open: readonly string[];
}

/** What the answers so far amount to. */
export function purchaseCheck(
  items: readonly PurchaseItem[],
  answers: Readonly<Record<string, PurchaseAnswer>>,
): PurchaseCheck {
  const answered = (item: PurchaseItem): PurchaseAnswer =>
    Object.hasOwn(answers, item.id) ? (answers[item.id] ?? "unknown") : "unknown";
  const no = items.filter((i) => answered(i) === "no");
  const stop = no.filter((i) => i.weight === "stop");
  const warn = no.filter((i) => i.weight === "warn");
  const open = items.filter((i) => answered(i) === "unknown").map((i) => i.id);
  return {
    level: stop.length > 0 ? "stop" : warn.length > 0 ? "warn" : open.length > 0 ? "open" : "clear",
    against: [...stop, ...warn].map((i) => i.id),
    open,
  };
}
