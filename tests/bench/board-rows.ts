/**
 * Rows of a large board and the edits that come in from elsewhere: the same for every board that is measured. Pure.
 *
 * 1. Everything follows from the numbers given: the n-th edit is the same whoever is asked.
 */
import { addHours, type Instant, type Round, type Turn } from "@recourse/core";
// @boundaries-ignore the rows of the board are the app's own
import type { BoardRow } from "../../apps/web/src/live/board-row.ts";
import { BEGIN, benchId } from "./workload.ts";

/** The moment at which the boards are looked at. */
export const NOW: Instant = addHours(BEGIN, 24 * 20);

const elements = ["order_exists", "breach", "responsibility", "respondent_identity", "amount"] as const;
const turns: readonly Turn[] = ["mine", "theirs", "mine", "theirs", "authority", "mine"];
const rounds: readonly Round[] = ["prepare", "apply", "first", "second", "third", "settle"];
const steps: Readonly<Record<Turn, string>> = {
  mine: "next.reminder1",
  theirs: "next.wait_reply",
  authority: "next.wait_authority",
  none: "next.closed",
};

/** The row of the n-th case after `edits` edits of it. */
export function rowAt(n: number, edits = 0): BoardRow {
  const turn = turns[(n + (edits % 4 === 3 ? 1 : 0)) % turns.length] ?? "mine";
  const round = rounds[(n * 7 + (edits % 4 === 3 ? 1 : 0)) % rounds.length] ?? "prepare";
  return {
    caseId: benchId(8, n),
    title: edits === 0 ? `第 ${n} 件` : `第 ${n} 件，改过 ${edits} 次`,
    category: n % 3 === 0 ? "course" : "membership",
    respondent: `某影视网络科技有限公司 ${n % 97}`,
    orderNo: `VIP${String(n).padStart(8, "0")}`,
    paidFen: 22_800 + n,
    claimFen: 22_800 + n,
    round,
    turn,
    next: { code: steps[turn], args: {}, refs: [], action: { command: "letter.open", data: { kind: "reminder1" } } },
    clock: {
      due: addHours(NOW, ((n * 13) % 400) - 100 + edits),
      basis: "person",
      owner: "theirs",
      passed: ((n * 13) % 400) - 100 + edits < 0,
      counts: true,
      provisional: false,
      rule: "demand-period",
      hours: 24,
    },
    elements: elements.map((id, at) => ({ id, verdict: (n + at) % 3 === 0 ? "weak" : "ok" })),
    exhibits: n % 12,
    notices: [],
    safety: [],
    filings: [],
    dates: [],
    submittedAt: BEGIN,
    reminders: [BEGIN],
    channel: "platform_letter",
    reference: undefined,
    staleAt: undefined,
  };
}

/** One in so many edits falls on what is likely in view. */
const IN_VIEW = 5;

/** Index of the case that the n-th edit falls on, of `count`. */
export function editedBy(n: number, count: number): number {
  // A multiplier without a factor in common with the usual counts: every case has its turn.
  const anywhere = (n * 7919) % count;
  return n % IN_VIEW === 0 ? count - 1 - (Math.floor(n / IN_VIEW) % 12) : anywhere;
}
