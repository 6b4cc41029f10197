/** Pairs for safety (G): each differs in one input and flips the result. */
import { describe } from "vitest";
import { fakeHelpers, instant, maskSecrets } from "@recourse/core";
import { pair } from "./pair.ts";
import { guide, happened, membership, renewal } from "./stories.ts";
import { assessed, edited, withMe, withRecords, type Story } from "./story.ts";

/** Cards as `stop G1.pay_first: sending`. */
const cards = (s: Story): readonly string[] =>
  assessed(s).safety.map((c) => `${c.severity} ${c.code}${c.blocks === "nothing" ? "" : `: ${c.blocks}`}`);

const asked = withRecords(renewal, {
  asked1: happened("application.submitted", "2026-11-10 10:00", { channel: "platform_form" }),
});
const again = (paidAt: string): Story =>
  withRecords(asked, {
    again: {
      is: "payment",
      provider: "wechat",
      transaction: "T10",
      payee: "某某视频",
      amountFen: 20_000,
      paidAt: instant(paidAt),
    },
  });
const away = withRecords(withMe(guide, { gaveAccount: "yes" }), {
  export: { is: "answer", question: "G3.export", value: "yes" },
  password: { is: "answer", question: "G3.password", value: "yes" },
  devices: { is: "answer", question: "G3.devices", value: "yes" },
});

describe("[G1–G6] safety", () => {
  pair("[G1] a reply confirmed as danger stops, a refusal does not", {
    base: withRecords(asked, { reply: happened("reply.received", "2026-11-11 10:00", { as: "refused" }) }),
    change: (s) => edited(s, "reply", { data: { as: "danger" } }),
    of: cards,
    results: [[], ["stop G1.pay_first: letters"]],
  });
  // A minute before the refund was asked for it is another purchase, a minute after it is a payment for a refund.
  pair("[G1] a new payment to the payee after the refund was asked for stops", {
    base: again("2026-11-10 09:59"),
    change: (s) => edited(s, "again", { paidAt: instant("2026-11-10 10:01") }),
    of: cards,
    results: [[], ["stop G1.pay_first: letters"]],
  });

  // 4539148803436467: doubled every second from the right 3+3+8+0+7+2+6+8 = 37, the others 7+4+3+3+8+4+9+5 = 43; 80 is a multiple of
  // ten, so it is a card number. One more is none.
  pair("[G2] a card number that is pasted is covered", {
    base: "卡号4539148803436468",
    change: () => "卡号4539148803436467",
    of: (text) => maskSecrets(text).text,
    results: ["卡号4539148803436468", "卡号************6467"],
  });
  pair<"create" | "invite", readonly string[]>(
    "[G2] where a helper is invited it says what helpers see; where a case begins, that there is no field for a code",
    {
      base: "create",
      change: () => "invite",
      of: (where) => fakeHelpers(where).lines.map((m) => m.code),
      results: [
        ["G2.never", "G2.no_field"],
        ["G2.never", "G2.what_helpers_see"],
      ],
    },
  );

  // Export, password, devices are ticked; unbinding the payment is the fourth.
  pair("[G3] an account given away stays until the fourth step is ticked", {
    base: away,
    change: (s) => withRecords(s, { unbind: { is: "answer", question: "G3.unbind", value: "yes" } }),
    of: cards,
    results: [["warn G3.account"], []],
  });

  pair("[G4] whoever worked for them sends nothing and goes to the payment provider and the police", {
    base: guide,
    change: (s) => withMe(s, { situation: "worked" }),
    of: (s) => [
      ...cards(s),
      ...assessed(s)
        .channels.filter((c) => ["payment_dispute", "police", "samr_complaint"].includes(c.id) && c.allowed)
        .map((c) => c.id)
        .toSorted(),
    ],
    results: [
      ["payment_dispute", "police", "samr_complaint"],
      ["stop G4.worked: sending", "payment_dispute", "police"],
    ],
  });

  pair("[G5] under 18 nothing is sent before a guardian is entered", {
    base: withMe(membership, { payerAge: 18 }),
    change: (s) => withMe(s, { payerAge: 17 }),
    of: cards,
    results: [[], ["stop G5.minor: sending"]],
  });
  pair("[G5] and with a guardian it may go", {
    base: withMe(membership, { payerAge: 17 }),
    change: (s) => withRecords(s, { mother: { is: "party", role: "guardian", name: "alice" } }),
    of: cards,
    results: [["stop G5.minor: sending"], []],
  });

  // In one's own note; the card says nothing of the words and points at nothing.
  pair("[G6] words of distress bring a quiet card that keeps nothing of them", {
    base: withRecords(membership, { note: { is: "note", text: "钱没了，很生气" } }),
    change: (s) => edited(s, "note", { text: "钱没了，不想活了" }),
    of: (s) => [
      ...cards(s),
      ...assessed(s).safety.map((c) => JSON.stringify(c).includes("不想活") || c.refs.length > 0),
    ],
    results: [[], ["quiet G6.pause", false]],
  });
});
