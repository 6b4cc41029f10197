/**
 * Signs that the platform failed or is gone: failure notices and attempts to reach it. Pure (M7, B1).
 *
 * 1. What is told without a screen is unknown, with the screen named as missing; no sign at all is unknown, never "not met".
 */
import { compareText, liveRecords } from "../measure/live.ts";
import { attempts } from "../measure/say.ts";
import { message } from "../message.ts";
import { ref } from "../identity.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Facts } from "./facts.ts";
import { met, missing, notMet, unknown, type Finding } from "./finding.ts";

const incidentRefs = (i: RecordOf<"incident">) => [
  ref("incident", i.id),
  ...(i.exhibit === undefined ? [] : [ref("exhibit", i.exhibit)]),
];

/** "系统故障导致订单失败". A site that is down is a sign of M7, not of a failed order. */
export function failureNotice(f: Facts): Finding {
  const wanted = missing("missing.failure_notice", {}, "系统提示");
  const notices = liveRecords(f.of, "incident").filter((i) => i.what !== "site_down");
  const shown = notices.filter((i) => i.exhibit !== undefined);
  const say = (code: string, list: typeof notices) =>
    list.map((i) => message(code, { at: i.at, what: i.what, text: i.text ?? "" }, incidentRefs(i)));
  if (shown.length > 0) return met(...say("B1.failure_notice", shown));
  if (notices.length > 0) return unknown(say("B1.failure_told", notices), wanted);
  return unknown([message("B1.no_failure_notice")], wanted);
}

/** "平台无法提供客服响应". A message of theirs after the first unanswered attempt leaves it open whether that was an answer. */
export function unreachable(f: Facts): Finding {
  const u = f.measures.unreachable;
  const all = liveRecords(f.of, "attempt").toSorted((a, b) => compareText(a.at, b.at) || compareText(a.id, b.id));
  const last = all.at(-1);
  if (last?.reached)
    return notMet(message("M7.reached", { at: last.at, medium: last.medium }, [ref("attempt", last.id)]));
  const t = f.thresholds;
  if (!u.shown) {
    const args = { n: u.attempts.length, dates: u.dates, media: u.media, spanHours: Math.floor(u.spanHours) };
    const needed = {
      attemptsMin: t.attemptsMin,
      attemptDatesMin: t.attemptDatesMin,
      attemptMediaMin: t.attemptMediaMin,
      attemptSpanHours: t.attemptSpanHours,
    };
    return unknown(
      [message("M7.not_enough", args), attempts(u)],
      missing("missing.attempts", { ...args, ...needed }, "无法访问"),
    );
  }
  const first = u.attempts[0];
  const later = liveRecords(f.of, "communication").find(
    (c) => c.direction === "theirs" && c.at !== undefined && first !== undefined && c.at > first.at,
  );
  if (later?.at !== undefined) {
    const refs = [
      ref("communication", later.id),
      ...(later.exhibit === undefined ? [] : [ref("exhibit", later.exhibit)]),
    ];
    return unknown(
      [message("M7.later_message", { at: later.at, sender: later.sender }, refs), attempts(u)],
      missing("missing.attempts_after_message", { at: later.at }, "无法访问"),
    );
  }
  return met(attempts(u));
}
