/**
 * Requirements of a proven order: the order itself, the money that was paid for it, and what was promised. Pure (E1, E3, E11).
 */
import { all } from "../case/case.ts";
import { ref, type Id } from "../identity.ts";
import { message } from "../message.ts";
import { linked, need, ofMaterial, okBy, open, type Judged, type OnCase } from "./judged.ts";

/** The order has a number, and a bill or a screenshot shows it. Source: E1, E3. */
export function orderRecord(g: OnCase): Judged {
  const order = g.money.order;
  if (!order) return open("none", message("E1.no_order"), [need("order_exists", "missing.order", "支付凭证")]);
  if (order.number.trim() === "")
    return open("weak", message("E1.order_number_missing", {}, [ref("order", order.id)]), [
      need("order_exists", "missing.order_number", "订单截图"),
    ]);
  const bills = g.money.payments
    .filter((p) => p.merchantOrder === order.number)
    .flatMap((p) => g.money.seenIn("payment", p.id));
  const by = linked(g, "order_exists", [...bills, order.exhibit, ...ofMaterial(g, "order_exists", "订单截图")]);
  if (by.length > 0) return okBy(by, [message("E3.order_number_on_payment", { number: order.number })]);
  return open("weak", message("E1.order_told", { number: order.number }, [ref("order", order.id)]), [
    need("order_exists", "missing.order_proof", "支付凭证"),
  ]);
}

/** Money left for this order: its amount and time fit what was ordered. Source: E1, E3, E11. */
export function paymentMatched(g: OnCase): Judged {
  const order = g.money.order;
  const payments = g.money.payments;
  if (!order || payments.length === 0) {
    const shots = ofMaterial(g, "order_exists", "支付凭证");
    return shots.length > 0
      ? open(
          "weak",
          message("E1.payment_not_recorded"),
          [need("order_exists", "missing.payment_details", "支付凭证")],
          shots,
        )
      : open("none", message("E1.no_payment"), [need("order_exists", "missing.payment", "支付凭证")]);
  }
  const by = linked(g, "order_exists", [
    ...payments.flatMap((p) => g.money.seenIn("payment", p.id)),
    ...ofMaterial(g, "order_exists", "支付凭证"),
  ]);
  const refs = payments.map((p) => ref("payment", p.id));
  if (by.length === 0)
    return open("weak", message("E1.payment_told", {}, refs), [need("order_exists", "missing.payment", "支付凭证")]);
  const first = payments[0];
  if (first && first.amountFen !== order.paidFen && g.money.paidFen !== order.paidFen)
    return open(
      "weak",
      message("E3.amount_differs", { orderFen: order.paidFen, paymentFen: first.amountFen }, refs),
      [need("order_exists", "missing.amount_explained")],
      by,
    );
  if (first && printedMinute(first.paidAt) < printedMinute(order.orderedAt))
    return open(
      "weak",
      message("E3.payment_before_order", { paidAt: first.paidAt, orderedAt: order.orderedAt }, refs),
      [need("order_exists", "missing.order_time")],
      by,
    );
  if (first?.payeeKind === "person") return toPerson(g, by);
  return okBy(by, [message("E3.payment_matches", { amountFen: g.money.paidFen, number: order.number }, refs)]);
}

/** Instants compare as text; minutes are what bills and pages both print. */
const printedMinute = (at: string): string => at.slice(0, 16);

/** E11: row + chat where the payee asks for and confirms it + promise; else weak. */
function toPerson(g: OnCase, by: readonly Id[]): Judged {
  const chats = all(g.of, "communication").filter(
    (c) => c.direction === "theirs" && g.shown.exhibit(c.exhibit) !== undefined,
  );
  const asked = chats.some((c) => /转|付|收款|打款/.test(c.text));
  const promised = all(g.of, "undertaking").some((u) => g.shown.exhibit(u.exhibit) !== undefined);
  if (asked && promised)
    return okBy(
      [
        ...by,
        ...linked(
          g,
          "order_exists",
          chats.map((c) => c.exhibit),
        ),
      ],
      [message("E11.person_confirmed")],
    );
  return open("weak", message("E11.person_unconfirmed"), [need("order_exists", "missing.payee_chat", "沟通记录")], by);
}

/** What was promised, in words that an exhibit shows. Source: E1, E3. */
export function promiseCaptured(g: OnCase): Judged {
  const promises = all(g.of, "undertaking").filter((u) => g.money.orders.some((o) => o.id === u.order));
  const by = linked(
    g,
    "order_exists",
    promises.map((u) => u.exhibit),
  );
  const first = promises.find((u) => u.exhibit !== undefined && by.includes(u.exhibit));
  if (first)
    return okBy(
      by,
      first.shownAtOrder === "yes" ? [message("E1.promise_shown")] : [message("E3.promise_captured_later")],
    );
  const bare = ofMaterial(g, "order_exists", "服务承诺");
  if (promises.length > 0)
    return open(
      "weak",
      message(
        "E1.promise_told",
        {},
        promises.map((u) => ref("undertaking", u.id)),
      ),
      [need("order_exists", "missing.promise", "服务承诺")],
      bare,
    );
  if (bare.length > 0)
    return open("weak", message("E1.promise_not_typed"), [need("order_exists", "missing.promise_quote")], bare);
  return open("none", message("E1.no_promise"), [need("order_exists", "missing.promise", "服务承诺")]);
}
