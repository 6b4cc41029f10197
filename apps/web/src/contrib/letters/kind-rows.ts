/**
 * The kinds of letters as a person chooses among them: which the case may have, why not the others, and what is there already. Reads signals.
 *
 * 1. What the case does not get is shown with its reason, never hidden.
 */
import {
  historyOf,
  letterKinds,
  message,
  specOf,
  type Barred,
  type Instant,
  type LetterKind,
  type Message,
  type When,
} from "@recourse/core";
import type { CaseLive, Services } from "../../services/services.ts";
import { draftFor, filingFor, isPaper } from "./draft-of.ts";
import { contextOf, packOf } from "./letter-context.ts";

/** To whom it goes: the other side, somebody else, everybody. */
export const kindGroups = ["them", "third", "public"] as const;
export type KindGroup = (typeof kindGroups)[number];

export interface KindRow {
  readonly kind: LetterKind;
  readonly group: KindGroup;
  /** Words `letter.barred.<code>`. */
  readonly barred: Barred | undefined;
  /** One is begun and has not gone out. */
  readonly begun: boolean;
  /** When the last one of this kind went out. */
  readonly sentAt: When | undefined;
  /** What to know before: no earlier letter, or no door open for it. */
  readonly notes: readonly Message[];
}

const groupOf = (kind: LetterKind): KindGroup =>
  specOf(kind).audience === "public" ? "public" : isPaper(kind) ? "third" : "them";

const asked: ReadonlySet<string> = new Set(["application.submitted", "demand.sent", "termination.sent"]);

/** Kinds that recall an earlier letter. */
const followUps: ReadonlySet<LetterKind> = new Set<LetterKind>(["reminder1", "reminder2"]);

/** Every kind, in the order in which a case comes to it. */
export function kindRows(
  live: CaseLive,
  services: Pick<Services, "fullPack" | "pack">,
  now: Instant,
): readonly KindRow[] {
  const of = live.whole();
  const hasAsked = historyOf(of, now).events.some((e) => asked.has(e.type));
  return letterKinds(of, { ...contextOf(live, now), pack: packOf(services) }).map(({ kind, barred, channels }) => {
    const drafts = new Set<string>(live.all("draft").flatMap((d) => (d.kind === kind ? [d.id] : [])));
    const sent = live.all("sentVersion").filter((v) => drafts.has(v.draft));
    const wanted = { kind, filing: filingFor(live.filings(), { kind }) };
    return {
      kind,
      group: groupOf(kind),
      barred,
      begun: draftFor(live, wanted) !== undefined,
      sentAt: sent
        .map((v) => v.at)
        .toSorted()
        .at(-1),
      notes: [
        ...(followUps.has(kind) && !hasAsked ? [message("letter.missing.asked")] : []),
        ...(isPaper(kind) ? shutDoors(live, channels) : []),
      ],
    };
  });
}

/** Why none of the doors it is for is open now; nothing where one is. */
function shutDoors(live: CaseLive, channels: readonly string[]): readonly Message[] {
  const doors = live.channels().filter((c) => c.applies && channels.includes(c.id));
  return doors.length === 0 || doors.some((c) => c.allowed) ? [] : (doors[0]?.reasons.slice(0, 1) ?? []);
}
