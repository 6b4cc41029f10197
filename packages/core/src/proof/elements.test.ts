import { describe, expect, it } from "vitest";
import { assess } from "../assess/assess.ts";
import type { Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import type { Id } from "../identity.ts";
import {
  BILL,
  CHAT,
  closedCase,
  closedPack,
  PAYMENT,
  PROMISE,
  RESPONDENT,
  RULES,
} from "../fixtures/closed-case.fixture.ts";
import { ORDER, put, SERIES_EXHIBIT, testId, withChanges } from "../fixtures/measured-case.fixture.ts";
import { instant } from "../time.ts";

const now = instant("2024-05-08 12:00");
const verdicts = (of: Case): Readonly<Record<string, string>> =>
  Object.fromEntries(assess(closedPack, of, now).elements.map((e) => [e.id, e.verdict]));
const reopened = (of: Case): readonly string[] =>
  Object.entries(verdicts(of)).flatMap(([id, v]) => (v === "ok" ? [] : [id]));
const set = (kind: "order" | "payment" | "party", id: Id, field: string, value: unknown): Change => ({
  op: "set",
  kind,
  id,
  field,
  value,
});

describe("[E4] a chain is closed when every element is shown", () => {
  it("[E4] bill, promise, readings, rule and chat close it", () => {
    expect(verdicts(closedCase())).toEqual({
      order_exists: "ok",
      breach: "ok",
      responsibility: "ok",
      respondent_identity: "ok",
      amount: "ok",
    });
    expect(assess(closedPack, closedCase(), now).closed).toBe(true);
  });
});

describe("[E6] removing an exhibit reopens exactly what it carried", () => {
  // The bill shows the order, the amount and the payee; the promise page only the order; the series only the breach.
  // The rule page is where the clause stands: without it the 24-hour ground has no source any more, so its breach is open.
  // The chat is the only thing linked to responsibility (the rule page is not), so it opens that alone.
  const carried: readonly (readonly [string, Id, readonly string[]])[] = [
    ["bill", BILL, ["order_exists", "respondent_identity", "amount"]],
    ["promise page", PROMISE, ["order_exists"]],
    ["series", SERIES_EXHIBIT, ["breach"]],
    ["rule page", RULES, ["breach"]],
    ["chat", CHAT, ["responsibility"]],
  ];
  it.each(carried)("[E6] %s", (_name, exhibit, opens) => {
    const without = withChanges(closedCase(), { op: "remove", kind: "exhibit", id: exhibit });
    expect(reopened(without)).toEqual(opens);
    expect(reopened(withChanges(without, { op: "restore", kind: "exhibit", id: exhibit }))).toEqual([]);
  });
});

describe("[E2] an exhibit proves only through a link", () => {
  it("[E2] without its link the chat is there and shows nothing", () => {
    expect(reopened(withChanges(closedCase(), { op: "remove", kind: "link", id: testId(95) }))).toEqual([
      "responsibility",
    ]);
  });
});

describe("[E3] pieces that do not fit make an element weak", () => {
  const orderElement = (of: Case): { readonly verdict: string; readonly why: readonly string[] } => {
    const e = assess(closedPack, of, now).elements[0];
    return { verdict: e?.verdict ?? "", why: e?.why.map((m) => m.code) ?? [] };
  };
  it("[E3] amounts that differ", () => {
    expect(orderElement(withChanges(closedCase(), set("order", ORDER, "paidFen", 9_900)))).toEqual({
      verdict: "weak",
      why: ["E3.amount_differs"],
    });
  });
  it("[E3] paid a minute before the order; the same minute is no contradiction", () => {
    expect(
      orderElement(withChanges(closedCase(), set("payment", PAYMENT, "paidAt", instant("2024-05-01 10:01:59")))).why,
    ).toEqual(["E3.payment_before_order"]);
    expect(
      orderElement(withChanges(closedCase(), set("payment", PAYMENT, "paidAt", instant("2024-05-01 10:02:00"))))
        .verdict,
    ).toBe("ok");
  });
  it("[E3] an order without number", () => {
    expect(orderElement(withChanges(closedCase(), set("order", ORDER, "number", ""))).why).toEqual([
      "E1.order_number_missing",
    ]);
  });
  it("[E11] paid to a person: weak until the payee asks for it in a chat", () => {
    const toPerson = withChanges(closedCase(), set("payment", PAYMENT, "payeeKind", "person"));
    expect(orderElement(toPerson).why).toEqual(["E11.person_unconfirmed"]);
    const asked = withChanges(
      toPerson,
      put("communication", testId(82), {
        direction: "theirs",
        medium: "chat",
        sender: "客服",
        text: "请转到这个账号",
        exhibit: CHAT,
      }),
    );
    expect(orderElement(asked).verdict).toBe("ok");
  });
  it("[R1] a payee other than the named respondent", () => {
    const other = withChanges(closedCase(), set("party", RESPONDENT, "name", "另一家公司"));
    expect(verdicts(other)["respondent_identity"]).toBe("weak");
  });
});

describe("[E5] there is one next step", () => {
  const next = (of: Case): readonly [string, string | undefined] => {
    const s = assess(
      closedPack,
      withChanges(of, { op: "set", kind: "case", id: testId(1), field: "situation", value: "own" }),
      now,
    ).next;
    return [s.code, s.material];
  };
  it("[E5] closed: write the application", () => {
    expect(next(closedCase())).toEqual(["next.write_application", undefined]);
  });
  it("[E5] the smallest gap of the best ground, named with its material", () => {
    expect(next(withChanges(closedCase(), { op: "remove", kind: "exhibit", id: PROMISE }))).toEqual([
      "missing.promise",
      "服务承诺",
    ]);
  });
  it("[L6] before anything else, a likes order is asked whose account it was", () => {
    expect(assess(closedPack, closedCase(), now).next.code).toBe("next.situation");
  });
});
