/**
 * Chain checks: do the pieces fit each other? Findings, never refusals. Pure (E3, E9, E14, D4, R1).
 */
import { all, find, info, type Case } from "../case/case.ts";
import { ref, type Ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import type { Demand, Fix, Problem } from "../assess/assessment.ts";
import type { Misfit } from "../case/read.ts";
import type { RecordOf } from "../schema/kinds.ts";
import { quoteState, versionAtOrder } from "../grounds/clause.ts";
import { choiceFixes } from "./demand.ts";
import type { MoneyFlow } from "./money-flow.ts";
import type { Shown } from "./shown.ts";

const problem = (
  code: string,
  severity: Problem["severity"],
  target: Ref,
  m: Message,
  fixes: readonly Fix[] = [],
): Problem => ({ code, severity, target, message: m, fixes });

/** Findings about the order, its money, its exhibits and its readings. */
export function chainProblems(of: Case, money: MoneyFlow, shown: Shown, demand: Demand): readonly Problem[] {
  return [
    ...moneyProblems(of, money, demand),
    ...exhibitProblems(of, shown),
    ...clauseProblems(of),
    ...orderingProblems(of, money),
  ];
}

function moneyProblems(of: Case, money: MoneyFlow, demand: Demand): readonly Problem[] {
  const order = money.order;
  const found: Problem[] = [];
  if (!order) return found;
  const at = ref("order", order.id);
  const edit = (field: string, title: string): Fix => ({
    title,
    command: "order.edit",
    data: { id: order.id, ask: field },
  });
  if (order.number.trim() === "")
    found.push(
      problem("E3.order_number_missing", "warn", at, message("E1.order_number_missing", {}, [at]), [
        edit("number", "fix.enter_order_number"),
      ]),
    );
  const first = money.payments[0];
  if (first && money.paidFen !== order.paidFen && first.amountFen !== order.paidFen) {
    const pay = ref("payment", first.id, "amountFen");
    found.push(
      problem(
        "E3.amount_differs",
        "warn",
        at,
        message("E3.amount_differs", { orderFen: order.paidFen, paymentFen: first.amountFen }, [at, pay]),
        [
          {
            title: "fix.use_bill_amount",
            command: "order.edit",
            data: { id: order.id, set: { paidFen: first.amountFen } },
            preferred: true,
          },
        ],
      ),
    );
  }
  if (money.payments.length > 1)
    found.push(
      problem(
        "E3.several_payments",
        "info",
        at,
        message(
          "E3.several_payments",
          { n: money.payments.length, paidFen: money.paidFen },
          money.payments.map((p) => ref("payment", p.id)),
        ),
      ),
    );
  if (demand.either) {
    found.push(
      problem(
        "D3.choose",
        "info",
        at,
        message("D3.choose", { lowFen: demand.either[0], highFen: demand.either[1] }, demand.refs),
        choiceFixes(of),
      ),
    );
  }
  return found;
}

function exhibitProblems(of: Case, shown: Shown): readonly Problem[] {
  const linked = new Set(shown.links.map((l) => l.exhibit));
  const found: Problem[] = [];
  for (const e of all(of, "exhibit")) {
    if (linked.has(e.id) && e.marks === undefined) continue;
    const at = ref("exhibit", e.id);
    for (const mark of e.marks ?? []) {
      const code = mark.replace(/^intake\./, "");
      found.push(problem(`E9.${code}`, "info", at, message(`mark.${code}`, { file: e.name }, [at])));
    }
    if (!linked.has(e.id))
      found.push(
        problem("E2.no_link", "info", at, message("E2.no_link", { file: e.name }, [at]), [
          { title: "fix.say_what_it_shows", command: "link.add", data: { exhibit: e.id, ask: "element" } },
        ]),
      );
  }
  return found;
}

function clauseProblems(of: Case): readonly Problem[] {
  return all(of, "clause").flatMap((c) => {
    const at = ref("clause", c.id);
    const edit = (ask: string, title: string): readonly Fix[] => [
      { title, command: "clause.edit", data: { id: c.id, ask } },
    ];
    const state = quoteState(of, c);
    const found: Problem[] = [];
    if (state === "not_captured")
      found.push(
        problem(
          "B2.not_captured",
          "warn",
          at,
          message("B2.not_captured", { document: c.document }, [at]),
          edit("exhibit", "fix.add_screenshot"),
        ),
      );
    if (state === "not_contained") {
      const file = find(of, "exhibit", c.exhibit)?.name ?? "";
      found.push(
        problem(
          "B2.quote_not_in_exhibit",
          "warn",
          at,
          message("B2.quote_not_in_exhibit", { document: c.document, file }, [at]),
          edit("quote", "fix.check_quote"),
        ),
      );
    }
    if (versionAtOrder(of, c) === "unknown")
      found.push(problem("B10.version", "info", at, message("B10.version_unknown", { document: c.document }, [at])));
    return found;
  });
}

function orderingProblems(of: Case, money: MoneyFlow): readonly Problem[] {
  const order = money.order;
  const found: Problem[] = [];
  if (order) {
    const stands = (r: RecordOf<"reading">): boolean => find(of, "exhibit", r.exhibit) !== undefined;
    const late = (r: RecordOf<"reading">): boolean => r.at > order.orderedAt;
    const readings = all(of, "reading");
    if (!readings.some((r) => late(r) && stands(r)) && readings.some(stands))
      found.push(
        problem(
          "E3.readings_before_order",
          "warn",
          ref("order", order.id),
          message("E3.readings_before_order", {}, [ref("order", order.id)]),
        ),
      );
  }
  const me = info(of);
  if (me?.category === "engagement" && all(of, "sample").some((s) => s.rule === undefined)) {
    const sample = all(of, "sample").find((s) => s.rule === undefined);
    if (sample)
      found.push(
        problem(
          "M6.rule_missing",
          "warn",
          ref("sample", sample.id),
          message("M6.rule_missing", {}, [ref("sample", sample.id)]),
          [{ title: "fix.state_sampling", command: "sample.edit", data: { id: sample.id, ask: "rule" } }],
        ),
      );
  }
  return found;
}

export interface StoredTrouble {
  readonly foreign: readonly Misfit[];
  readonly quarantine: readonly Misfit[];
  readonly conflicts: readonly { readonly ref: Ref; readonly values: readonly unknown[] }[];
}

/** Each quarantined, foreign or conflicting record is a Problem; nothing is dropped silently. */
export function dataProblems(of: Case, trouble: StoredTrouble): readonly Problem[] {
  const root = ref("case", of.caseId);
  const misfit = (code: string, m: Misfit): Problem =>
    problem(code, "warn", root, message(code, { kind: m.kind, id: m.id, reason: m.reason }), [
      { title: "fix.show_raw", command: "data.show", data: { kind: m.kind, id: m.id } },
    ]);
  return [
    ...trouble.foreign.map((m) => misfit("data.foreign", m)),
    ...trouble.quarantine.map((m) => misfit("data.quarantine", m)),
    ...trouble.conflicts.map((c) =>
      problem(
        "data.conflict",
        "warn",
        c.ref,
        message("data.conflict", { values: c.values.map((v) => String(v)) }, [c.ref]),
        [{ title: "fix.choose_value", command: "data.choose", data: { ref: c.ref } }],
      ),
    ),
  ];
}
