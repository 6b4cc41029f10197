/**
 * Clauses: is a platform's term captured, does its quote stand in the capture, and was it there at the order? Pure (B2, B10, E6).
 *
 * 1. A term typed from memory supports nothing: without a live capture its ground stays unknown.
 * 2. A term captured only afterwards says what they write now; whether it was so at the order stays open.
 */
import { find, type Case } from "../case/case.ts";
import { ref } from "../identity.ts";
import { liveOrders } from "../measure/live.ts";
import { message, type Message } from "../message.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { endOf } from "../time.ts";
import { material } from "./facts.ts";
import { finding, missing, type Finding } from "./finding.ts";
import { normalised } from "./quote.ts";

type Clause = RecordOf<"clause">;

export type QuoteState = "contained" | "not_contained" | "no_text" | "not_captured";

/** B2: does the quote stand in the text of its exhibit? `no_text` where no text was read from it. */
export function quoteState(of: Case, c: Clause): QuoteState {
  const exhibit = find(of, "exhibit", c.exhibit);
  if (!exhibit) return "not_captured";
  if (exhibit.text === undefined || normalised(exhibit.text) === "") return "no_text";
  return normalised(exhibit.text).includes(normalised(c.quote)) ? "contained" : "not_contained";
}

/** B10: whether these words stood there when the order was made. A capture from before the order settles it. */
export function versionAtOrder(of: Case, c: Clause): "yes" | "no" | "unknown" {
  if (c.shownAtOrder !== "unknown") return c.shownAtOrder;
  const order = liveOrders(of)[0];
  const captured = find(of, "exhibit", c.exhibit) && c.capturedAt;
  return order && captured && endOf(captured) <= order.orderedAt ? "yes" : "unknown";
}

/** The finding on a clause's condition together with what is known about the clause itself. */
export function withClause(of: Case, c: Clause, on: Finding): Finding {
  const exhibit = find(of, "exhibit", c.exhibit);
  const args = { document: c.document, article: c.article };
  const refs = [ref("clause", c.id), ...(exhibit ? [ref("exhibit", exhibit.id)] : [])];
  const quote = quoteState(of, c);
  const version = versionAtOrder(of, c);
  const flags: readonly (Message | undefined)[] = [
    quote === "not_captured" ? message("B2.not_captured", args, refs) : undefined,
    quote === "not_contained"
      ? message("B2.quote_not_in_exhibit", { ...args, file: exhibit?.name ?? "" }, [ref("clause", c.id)])
      : undefined,
    version === "unknown" ? message("B10.version_unknown", args, [ref("clause", c.id)]) : undefined,
    version === "no" ? message("B10.not_at_order", args, [ref("clause", c.id)]) : undefined,
  ];
  if (on.verdict === "not_met") return finding("not_met", [...on.because, ...flags]);
  const wanted = [
    ...(quote === "not_captured"
      ? [missing("missing.clause", args, material.rules, "responsibility", [ref("clause", c.id)])]
      : []),
    ...(version === "no"
      ? [missing("missing.clause_at_order", args, material.rules, "responsibility", [ref("clause", c.id)])]
      : []),
  ];
  return finding(wanted.length > 0 ? "unknown" : on.verdict, [...on.because, ...flags], [...on.missing, ...wanted]);
}
