/**
 * Checks of the course: what was handled before, what is pending, what has run out, what was asked first, what only they can say. Pure (X9, X10, X13, X14, A5, K9).
 */
import { all } from "../case/case.ts";
import { ref } from "../identity.ts";
import { message, type Message } from "../message.ts";
import { addMonths, civilOf, endOf } from "../time.ts";
import {
  against,
  asks,
  askFiling,
  askQuestion,
  cannotTell,
  holds,
  lacks,
  type CheckInput,
  type CheckRule,
} from "./check.ts";

const provisions = (x: CheckInput) => x.basis.map((id) => ref("provision", id));

/** X10: handled anywhere, also outside this case; what the case itself knows of shuts the door by `closedDoors`. Source: samr-121-16, samr-121-23. */
export const handledBefore: CheckRule = (x) => {
  const told = x.facts.answers.get("handled_before");
  const refs = provisions(x);
  const fix = askQuestion("handled_before");
  if (told === "yes") return [against(message("X10.handled_elsewhere", {}, refs), "answer.handled_before", fix)];
  return told === "no"
    ? [holds(message("X10.not_handled", {}, refs))]
    : [asks("answer.handled_before", message("X10.handled_open", {}, refs), fix)];
};

/** X13: one filing at a time; whoever received it first handles it. Source: samr-121-14. */
export const oneFiling: CheckRule = (x) => {
  const there = x.facts.doors.find(
    (d) =>
      d.channel === x.rule.id &&
      d.open &&
      // One that only events tell of is another one too.
      (d.filing === undefined || d.filing !== x.filing?.id),
  );
  return there === undefined
    ? []
    : [against(message("X13.already_open", { channel: x.rule.id, since: there.since }, [...provisions(x), there.at]))];
};

/** A clock of ours that this channel names, by the provision the check rests on. */
function runOut(
  x: CheckInput,
  said: {
    readonly over: (due: string) => Message;
    readonly left: (due: string) => Message;
    readonly open: () => Message;
  },
) {
  const { deadlines, order, pack, now } = x.facts;
  const named = x.rule.clocks.map((c) => c.rule);
  const own = deadlines.filter(
    (d) => d.owner === "mine" && named.includes(d.rule) && d.basis.some((b) => x.basis.includes(b)),
  );
  const latest = own.toSorted((a, b) => (endOf(a.due) < endOf(b.due) ? -1 : 1)).at(-1);
  if (latest !== undefined) return latest.passed ? [against(said.over(latest.due))] : [holds(said.left(latest.due))];
  // Nobody can know of a harm before the order: counted from it, the time is the shortest it can be.
  const rule = pack.rules.find(
    (r) => named.includes(r.id) && r.unit === "year" && r.basis.some((b) => x.basis.includes(b)),
  );
  if (order !== undefined && rule !== undefined && rule.amount !== null) {
    const soonest = addMonths(civilOf(order.orderedAt), rule.amount * 12);
    if (endOf(soonest) >= now) return [holds(said.left(soonest))];
  }
  return [
    asks("event.infringement.known", said.open(), { command: "event.append", data: { type: "infringement.known" } }),
  ];
}

/** Source: samr-121-16; not restarted by demands (K9). */
export const threeYears: CheckRule = (x) =>
  runOut(x, {
    over: (due) => message("X9.three_years_over", { due }, provisions(x)),
    left: (due) => message("X9.three_years_left", { due }, provisions(x)),
    open: () => message("X9.three_years_open", {}, provisions(x)),
  });

/** The court does not raise it by itself; the other side may. Source: cc-188. */
export const limitation: CheckRule = (x) =>
  runOut(x, {
    over: (due) => message("X9.limitation_over", { due }, provisions(x)),
    left: (due) => message("X9.limitation_left", { due }, provisions(x)),
    open: () => message("X9.limitation_open", {}, provisions(x)),
  });

/** X14: complaint and report in one paper are taken apart and handled apart. Source: samr-121-9. */
export const complaintOnly: CheckRule = (x) => {
  const { of, pack } = x.facts;
  const refs = provisions(x);
  const isReport = x.rule.kind === "report";
  const draft =
    x.filing?.draft ?? all(of, "draft").find((d) => d.filing !== undefined && d.filing === x.filing?.id)?.id;
  if (draft === undefined) return [holds(message("X14.apart", {}, refs))];
  const reports = new Set(pack.channels.items.filter((c) => (c.kind === "report") !== isReport).map((c) => c.id));
  const shared = all(of, "filing").find((f) => f.id !== x.filing?.id && f.draft === draft && reports.has(f.channel));
  if (shared !== undefined)
    return [
      against(
        message("X14.same_paper", {}, [...refs, ref("filing", shared.id)]),
        "filing.draft",
        askFiling(x, "draft"),
      ),
    ];
  const mixed = isReport
    ? undefined
    : all(of, "sentence").find((s) => s.draft === draft && s.omitted !== true && (s.text ?? "").includes("举报"));
  return mixed === undefined
    ? [holds(message("X14.apart", {}, refs))]
    : [
        lacks("sentence.text", message("X14.report_words", {}, [...refs, ref("sentence", mixed.id)]), {
          command: "letter.open",
          data: { draft, sentence: mixed.id },
        }),
      ];
};

/** Not required by law for a complaint, and useful everywhere. */
export const contactedFirst: CheckRule = ({ facts: { history } }) => {
  const asked = history.events.find((e) => e.type === "application.submitted" || e.type === "demand.sent");
  return asked === undefined
    ? [
        lacks("event.application.submitted", message("X9.not_asked_first"), {
          command: "draft.start",
          data: { kind: "application" },
        }),
      ]
    : [holds(message("X9.asked_first", { at: asked.at }, [ref("event", asked.id)]))];
};

/** A5: "入口未开通" is a state. */
export const entryOpen: CheckRule = ({ facts: { course } }) =>
  course.entryUnavailable === undefined ? [] : [against(message("A5.entry_closed", {}, [course.entryUnavailable]))];

/** The provider was asked before its overseer is. */
export const providerAnswered: CheckRule = ({ facts: { pack, doors } }) => {
  const providers = pack.channels.items.filter((c) => c.asks === "payment").map((c) => c.id);
  const gone = doors.find((d) => providers.includes(d.channel));
  const dispute = pack.channels.items.find((c) => c.asks === "payment" && c.kind === "mediation-private")?.id ?? "";
  return gone === undefined
    ? [lacks("filing", message("X9.provider_first"), { command: "filing.add", data: { channel: dispute } })]
    : [holds(message("X9.provider_asked", {}, [gone.at]))];
};

/** An arbitration agreement takes it from the court. */
export const arbitration: CheckRule = (x) => {
  const told = x.facts.answers.get("arbitration_clause");
  const refs = provisions(x);
  const fix = askQuestion("arbitration_clause");
  if (told === "yes") return [against(message("X9.arbitration", {}, refs), "answer.arbitration_clause", fix)];
  return told === "no"
    ? [holds(message("X9.no_arbitration", {}, refs))]
    : [asks("answer.arbitration_clause", message("X9.arbitration_open", {}, refs), fix)];
};

const theirs =
  (code: string): CheckRule =>
  (x) => [cannotTell(message(code, {}, provisions(x)))];

/** What the case cannot answer; shown so that it is no surprise. */
export const remit = theirs("X9.remit");
export const habit = theirs("X9.habit");
export const trueMaterial = theirs("X9.true_material");
export const bothWilling = theirs("X9.both_willing");
export const clues = theirs("X9.clues");
export const timeWindow = theirs("X9.time_window");
export const signIn = theirs("X9.sign_in");
