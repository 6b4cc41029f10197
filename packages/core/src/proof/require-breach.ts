/**
 * Requirements of breach and amount: that the condition of the ground holds, and what is owed for it. Pure (E1, E2, D1–D3).
 */
import { info } from "../case/case.ts";
import { message } from "../message.ts";
import { linked, need, okBy, open, type Grounding, type Judged, type OnCase } from "./judged.ts";

/** The condition is met, and exhibits linked to the breach carry it. Source: B3, E2. */
export function conditionShown(g: Grounding): Judged {
  const c = g.condition;
  const by = linked(g, "breach", c.exhibits);
  if (c.verdict === "met") {
    const bare = c.exhibits.filter((e) => !by.includes(e));
    if (by.length > 0) return okBy(by, c.because);
    return open(
      bare.length > 0 ? "weak" : "none",
      message("E2.not_linked"),
      [need("breach", "missing.breach_link")],
      bare,
    );
  }
  const why = c.because[0] ?? message(c.verdict === "unknown" ? "B3.unknown" : "B3.not_met");
  return open(
    c.verdict === "unknown" && by.length > 0 ? "weak" : "none",
    why,
    c.missing.map((m) => ({ ...m, element: "breach" })),
    by,
  );
}

/** The claim follows from payments that exhibits show. An open choice is no gap: both amounts are known (D3). Source: D1. */
export function amountComputed(g: OnCase): Judged {
  const by = linked(
    g,
    "amount",
    g.money.payments.flatMap((p) => g.money.seenIn("payment", p.id)).concat([...g.shown.for("amount")]),
  );
  if (g.money.payments.length === 0 || by.length === 0)
    return open(
      g.money.order ? "weak" : "none",
      message("D1.unproven"),
      [need("amount", "missing.payment", "支付凭证")],
      by,
    );
  if (g.demand.claimFen === undefined && g.demand.either === undefined)
    return open(
      "weak",
      message("D3.usage_unknown"),
      [need("amount", "missing.usage", info(g.of)?.category === "course" ? "课程记录" : "其他")],
      by,
    );
  return okBy(
    by,
    g.demand.claimFen === undefined
      ? [message("D3.choose", {})]
      : [message("D1.computed", { claimFen: g.demand.claimFen })],
  );
}
