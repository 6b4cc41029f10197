/**
 * What a Ref is called on a chip: "证据 3", a rule's name and article, a payment's time. Not pure: reads records, tracked.
 *
 * 1. A Ref whose record is gone has no label: what it stood on is no longer there.
 */
import { lawName, parseRef, type Pack, type Ref } from "@recourse/core";
import { shortMoment } from "@recourse/words";
import type { CaseLive, Say } from "../services/services.ts";
import type { ExhibitOrder } from "./exhibit-order.ts";

export interface RefContext {
  readonly live: CaseLive;
  readonly exhibits: ExhibitOrder;
  readonly say: Say;
  readonly pack: () => Pack;
}

/** Label of a Ref, or undefined where there is nothing to show. */
export function refLabel(ref: Ref, { live, exhibits, say, pack }: RefContext): string | undefined {
  const parsed = parseRef(ref);
  if (!parsed.ok) return undefined;
  const { kind, id, locator } = parsed.value;
  const short = (code: string, at: string): string => say.word(code, { at: shortMoment(at) });
  switch (kind) {
    case "exhibit": {
      const n = exhibits.numberOf(id);
      const row = /^row=(\d+)$/.exec(locator ?? "")?.[1];
      if (n === undefined) return undefined;
      return row === undefined ? say.word("screen.ref.exhibit", { n }) : say.word("screen.ref.exhibit_row", { n, row });
    }
    case "clause": {
      const clause = live.record("clause", id);
      return clause && `《${clause.document}》${clause.article}`;
    }
    case "provision": {
      const provision = pack().provisions.find((p) => p.id === id);
      return provision && `《${lawName(provision.law)}》${provision.article}`;
    }
    case "payment": {
      const payment = live.record("payment", id);
      return payment && short("screen.ref.payment", payment.paidAt);
    }
    case "refund": {
      const refund = live.record("refund", id);
      return refund && short("screen.ref.refund", refund.at ?? "");
    }
    case "order": {
      const order = live.record("order", id);
      return order && say.word("screen.ref.order", { number: order.number });
    }
    case "reading": {
      const reading = live.record("reading", id);
      return reading && short("screen.ref.reading", reading.at);
    }
    case "communication": {
      const talk = live.record("communication", id);
      return talk && short("screen.ref.communication", talk.at ?? "");
    }
    case "event": {
      const event = live.record("event", id);
      return event && short("screen.ref.event", event.at);
    }
    case "party":
      return live.record("party", id)?.name;
    case "undertaking":
      return live.record("undertaking", id) && say.word("screen.ref.undertaking");
    default:
      return undefined;
  }
}

const kindOf = (ref: Ref): string => ref.split("/")[0] ?? "";

/** Refs worth a chip: where exhibits are named, the rows behind them say nothing new; each label once. */
export function chipRefs(refs: readonly Ref[], context: RefContext): readonly Ref[] {
  const exhibitsToo = refs.some((ref) => kindOf(ref) === "exhibit");
  const seen = new Set<string>();
  return refs.filter((ref) => {
    if (exhibitsToo && ["reading", "communication", "sample", "clause"].includes(kindOf(ref))) return false;
    const label = refLabel(ref, context);
    if (label === undefined || seen.has(label)) return false;
    seen.add(label);
    return true;
  });
}
