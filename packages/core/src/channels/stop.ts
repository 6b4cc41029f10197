/**
 * Stop here: what speaks for and against going on, side by side. Pure (L7).
 *
 * 1. Figures only: amount, fee, hours the person enters, what is told, what can still be lost. No odds, no advice to go on (L4).
 * 2. It is the default where nobody is identified or the claim is below the threshold of the pack, which a person may change.
 */
import { ref } from "../identity.ts";
import { threshold } from "../measure/threshold.ts";
import { message, type Message } from "../message.ts";
import type { Fen } from "../money.ts";
import type { CivilDate, Instant } from "../time.ts";
import { feeFor, type Fee } from "./court-fee.ts";
import { disclosureOf } from "./disclosure.ts";
import { factsOf, identified, type ChannelFacts, type ChannelInput } from "./facts.ts";

/** Something that ends by itself while one waits. */
export interface Losable {
  readonly rule: string;
  readonly due: CivilDate | Instant;
  readonly message: Message;
}

export interface StopWorksheet {
  /** L7: whether stopping is the default here, and why. */
  readonly isDefault: boolean;
  readonly because: readonly Message[];
  /** Units: fen. */
  readonly claimFen: Fen | undefined;
  readonly either: readonly [Fen, Fen] | undefined;
  /** What a court asks in advance; whoever loses bears it (fees-20, fees-29). */
  readonly fee: Fee | undefined;
  readonly feeBasis: readonly string[];
  /** As the person puts it. Units: hours. */
  readonly hours: number | undefined;
  /** Units: fen per hour, rounded down. */
  readonly perHourFen: Fen | undefined;
  /** What a complaint and a suit would tell. */
  readonly reveals: readonly { readonly channel: string; readonly discloses: readonly Message[] }[];
  readonly losable: readonly Losable[];
  /** Stopping ends nothing: what to do before, and that the case can be opened again. */
  readonly keep: readonly Message[];
}

const HOURS = "stop_hours";
/** The answer of whoever has weighed stopping and goes on: `go_on`. */
const WEIGHED = "stop_weighed";

/** Whether stopping is still the one to look at: the default here, and not weighed yet (L7). */
export const stopComesFirst = (facts: ChannelFacts): boolean =>
  stopReasons(facts).length > 0 && facts.answers.get(WEIGHED) !== "go_on";

/** Why stopping is the default in this case; empty where it is not (L7). */
export function stopReasons(facts: ChannelFacts): readonly Message[] {
  const below = threshold(facts.of, facts.pack, "stopBelowFen", 0);
  const claim = facts.claimFen;
  return [
    ...(identified(facts) ? [] : [message("L7.stop.unidentified")]),
    ...(claim !== undefined && claim < below ? [message("L7.stop.small", { claimFen: claim, belowFen: below })] : []),
  ];
}

/** The worksheet. `hours` come from the answer to the question `stop_hours`. */
export const stopWorksheet = (input: ChannelInput): StopWorksheet => worksheetOf(factsOf(input));

/** The same where the facts are already there. */
export function worksheetOf(facts: ChannelFacts): StopWorksheet {
  const { pack, demand, deadlines, answers, claimFen } = facts;
  const court = pack.channels.items.find((c) => c.cost.scale !== undefined);
  const scale = court?.cost.scale;
  const told = Number(answers.get(HOURS));
  const hours = Number.isFinite(told) && told > 0 ? told : undefined;
  const because = stopReasons(facts);
  return {
    isDefault: because.length > 0,
    because,
    claimFen: demand.claimFen,
    either: demand.either,
    fee: scale === undefined || claimFen === undefined ? undefined : feeFor(scale, claimFen),
    feeBasis: court?.cost.basis ?? [],
    hours,
    perHourFen: hours === undefined || claimFen === undefined ? undefined : Math.floor(claimFen / hours),
    reveals: pack.channels.items
      .filter((c) => c.asks === "authority" || c.asks === "court")
      .filter((c) => c.kind === "administrative-mediation" || c.kind === "court")
      .map((c) => ({ channel: c.id, discloses: disclosureOf(facts, c) })),
    losable: losableOf(deadlines),
    keep: [message("L7.keep_material"), message("L7.reopen")],
  };
}

/** Ours and those of records that still run, soonest first. */
function losableOf(deadlines: ChannelFacts["deadlines"]): readonly Losable[] {
  return deadlines
    .filter((d) => !d.passed && (d.owner === "mine" || d.owner === "record"))
    .map((d) => ({
      rule: d.rule,
      due: d.due,
      message: message(d.owner === "record" ? "L7.lose.records" : "L7.lose.right", { rule: d.rule, due: d.due }, [
        d.event,
        ...d.basis.map((id) => ref("provision", id)),
      ]),
    }));
}
