/** Slots: every gap the pack leaves in an answer is one that some case can fill. The pack is read as data: core may not import it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Case } from "../case/case.ts";
import { asCourse, asked, bookPack, parties, refused, REPLY_EVENT } from "../fixtures/kind-case.fixture.ts";
import {
  BILL,
  clause,
  demandOf100,
  letterCase,
  options,
  ORDER,
  plainRenderer,
  testId,
} from "../fixtures/letter-case.fixture.ts";
import { exhibit, put } from "../fixtures/measured-case.fixture.ts";
import { civil, instant } from "../time.ts";
import { slotReply } from "./answer.ts";
import { letterFacts } from "./compose.ts";
import { carried } from "./composed.ts";
import { replyFrom } from "./correspondence.ts";
import { exhibitNumbers } from "./numbering.ts";
import { slotWords, type Slot } from "./slot.ts";
import { slotsOf } from "./slots.ts";

interface Book {
  readonly slots: Readonly<Record<string, unknown>>;
}
const book: Book = JSON.parse(readFileSync(new URL("../../../pack-cn/src/data/excuses.json", import.meta.url), "utf8"));

/** A case that knows everything an answer may need. */
const rich = (): Case =>
  letterCase(
    asCourse,
    ...clause,
    ...asked,
    ...refused("virtual-no-refund", { amountFen: 3_000 }),
    ...parties,
    put("usage", testId(60 + 20), { order: ORDER, unitsTotal: 60, unitsUsed: 12, exhibit: BILL }),
    { op: "set", kind: "exhibit", id: BILL, field: "capturedAt", value: civil("2024-05-04") },
    exhibit(testId(81), { materialType: "身份关系" }),
    exhibit(testId(82), { materialType: "使用记录" }),
    put("filing", testId(83), { channel: "app_store", reference: "S-1" }),
    put("filing", testId(84), { channel: "samr_complaint", reference: "F-1" }),
    put("offer", testId(85), { side: "mine", form: "money", amountFen: 8_000 }),
  );

function slots(of: Case, answering = true): ReadonlyMap<string, Slot> {
  const facts = letterFacts(of, bookPack, options(of, { demand: demandOf100() }), testId(90), "reminder2");
  const event = of.live.event[REPLY_EVENT];
  const reply = event && answering ? slotReply(replyFrom(of, event)) : undefined;
  return slotsOf(facts, carried(facts), reply);
}

describe("[X6] slots", () => {
  it("[X6] a case that knows everything fills every slot of the pack; one that knows nothing none but the days", () => {
    const known = slots(rich());
    const wanted = Object.keys(book.slots).filter((name) => name !== "law:ID");
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((name) => !known.has(name))).toEqual([]);
    const bare = slots(letterCase(), false);
    expect(["excuse_quote", "clause_quote", "filing_ref", "counter_sentence"].filter((name) => bare.has(name))).toEqual(
      [],
    );
    expect(bare.has("deadline_at")).toBe(true);
  });
  it("[A2] each slot rests on something, so that a sentence made of it has its source", () => {
    const sourceless = [...slots(rich())].filter(([name, slot]) => slot.refs.length === 0 && name !== "now");
    expect(sourceless.map(([name]) => name)).toEqual([]);
  });
  it("[X6] what is still lacking is the quantity agreed less what came, never less than nothing", () => {
    const of = rich();
    const facts = letterFacts(of, bookPack, options(of), testId(90), "reminder2");
    const say = (name: string): string | undefined => {
      const slot = slots(of).get(name);
      return slot && slotWords(slot, facts, exhibitNumbers(of, []), plainRenderer, "zh-CN");
    };
    // 1000 agreed; 5395 − 5230 = 165 came; 835 lack.
    expect([say("promised"), say("delivered"), say("undelivered")]).toEqual(["1000", "165", "835"]);
    expect(say("payment_no")).toBe("2024050122001");
    // 1 May 10:02 to 4 May 22:00: 3 days and 11 hours, by the printed clock.
    expect(say("elapsed")).toBe('letter.phrase.elapsed {"days":3,"hours":11}');
    expect(instant("2024-05-04T22:00:00+08:00")).toBe(options(of).now);
  });
});
