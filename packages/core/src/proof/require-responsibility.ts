/**
 * Requirements of responsibility: that the other side answers for it, by its words, its silence or its own rules, and who it
 * is. Pure (E1, E3, M7, R1).
 */
import { all } from "../case/case.ts";
import { ref } from "../identity.ts";
import { message } from "../message.ts";
import { linked, need, okBy, open, type Grounding, type Judged, type OnCase } from "./judged.ts";

/** Talk with the other side in which they answer and the order is named. Source: E1, E3. */
export function conversation(g: OnCase): Judged {
  const talks = all(g.of, "communication").filter((c) => linked(g, "responsibility", [c.exhibit]).length > 0);
  const by = linked(
    g,
    "responsibility",
    talks.map((c) => c.exhibit),
  );
  if (by.length === 0)
    return open("none", message("E1.no_conversation"), [need("responsibility", "missing.conversation", "沟通记录")]);
  if (!talks.some((c) => c.direction === "theirs"))
    return open(
      "weak",
      message("E1.conversation_one_sided"),
      [need("responsibility", "missing.their_reply", "沟通记录")],
      by,
    );
  const numbers = g.money.orders.map((o) => o.number).filter((n) => n !== "");
  if (!talks.some((c) => numbers.some((n) => c.text.includes(n))))
    return open(
      "weak",
      message("E3.chat_without_order"),
      [need("responsibility", "missing.chat_order", "沟通记录")],
      by,
    );
  return okBy(by, [message("E1.conversation_shown")]);
}

/** A notice of theirs that the service failed. Source: E1. */
export function failureNotice(g: OnCase): Judged {
  const by = linked(
    g,
    "responsibility",
    all(g.of, "incident").map((i) => i.exhibit),
  );
  return by.length > 0
    ? okBy(by, [message("E1.failure_shown")])
    : open("none", message("E1.no_failure_notice"), [need("responsibility", "missing.failure_notice", "系统提示")]);
}

/** Attempts to reach them, on enough days and by enough ways. Source: M7. */
export function unreachableAttempts(g: OnCase): Judged {
  const u = g.measures.unreachable;
  const by = linked(
    g,
    "responsibility",
    u.attempts.map((a) => a.exhibit),
  );
  if (u.shown && by.length > 0)
    return okBy(by, [message("M7.attempts", { n: u.attempts.length, dates: u.dates, media: u.media })]);
  return open(
    u.attempts.length > 0 ? "weak" : "none",
    message("M7.not_enough", { n: u.attempts.length }),
    [need("responsibility", "missing.attempts", "无法访问")],
    by,
  );
}

/** The clause the ground is taken from, with the page it stands on. Source: E1. */
export function clauseCaptured(g: Grounding): Judged {
  const by = linked(g, "responsibility", [g.clause?.exhibit]);
  if (g.clause && by.length > 0)
    return okBy(by, [
      message("E1.clause_shown", { document: g.clause.document, article: g.clause.article }, [
        ref("clause", g.clause.id),
      ]),
    ]);
  return open("none", message("E1.no_clause"), [need("responsibility", "missing.clause", "平台规则")]);
}

/** Who they are, by more than the payee on a bill where that bears another name. Source: R1. */
export function respondentNamed(g: OnCase): Judged {
  const respondent = all(g.of, "party").find((p) => p.role === "respondent" && p.name.trim() !== "");
  const linkedTo = [...g.shown.for("respondent_identity")];
  if (!respondent)
    return open(
      linkedTo.length > 0 ? "weak" : "none",
      message("R1.unnamed"),
      [need("respondent_identity", "missing.respondent", "商家信息")],
      linkedTo,
    );
  if (linkedTo.length === 0)
    return open("weak", message("R1.told", { name: respondent.name }, [ref("party", respondent.id)]), [
      need("respondent_identity", "missing.respondent_proof", "商家信息"),
    ]);
  const fromBills = new Set(g.money.payments.flatMap((p) => g.money.seenIn("payment", p.id)));
  const other = linkedTo.some((e) => !fromBills.has(e));
  const payee = g.money.payments[0]?.payee;
  if (!other && payee !== undefined && payee !== respondent.name)
    return open(
      "weak",
      message("R1.payee_differs", { name: respondent.name, payee }, [ref("party", respondent.id)]),
      [need("respondent_identity", "missing.respondent_proof", "商家信息")],
      linkedTo,
    );
  return okBy(linkedTo, [message("R1.shown", { name: respondent.name }, [ref("party", respondent.id)])]);
}
