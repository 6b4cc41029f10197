/**
 * Reading a reply: what it may be, what it promises until when, what it offers for what. Suggestions only. Pure (X5, X11, G1).
 *
 * 1. A message with danger in it yields neither promise nor offer: nothing it says is to be relied on (G1).
 */
import type { Calendar } from "../clock/workday.ts";
import { fold } from "../letters/fold.ts";
import type { Fen } from "../money.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Category } from "../schema/parts.ts";
import type { When } from "../time.ts";
import { amountsIn, type AmountSaid } from "./amount.ts";
import type { OfferSigns, ReplyBook } from "./excuse.ts";
import { suggestReply, type ReplySuggestion } from "./suggest.ts";
import { timesSaid, type TimeSaid } from "./time-said.ts";

export interface OfferSaid {
  readonly form: RecordOf<"offer">["form"];
  readonly asks: NonNullable<RecordOf<"offer">["asks"]>;
  /** The amount they would give, where the message names one. */
  readonly amountFen?: Fen;
  /** The amount or share as written. */
  readonly amount?: AmountSaid;
  /** What they want for it, as written. */
  readonly condition?: string;
  readonly expiresAt?: When;
}

export interface ReplyReading {
  readonly suggestions: readonly ReplySuggestion[];
  readonly amounts: readonly AmountSaid[];
  /** Times by which they say something will be done; `sentence` is what. */
  readonly promises: readonly TimeSaid[];
  readonly offer?: OfferSaid;
}

/** What they would do: without such a word a time is no promise. */
const does =
  /退|到账|处理|回复|答复|答覆|安排|解决|启动|开始|完成|联系|反馈|打款|核实|审核|补偿|赔|给您|给你|发给|恢复|开通|查|结果/;
/** A rule or a refusal with a time in it. */
const forbids = /超过|逾期|过期|不能|不支持|不予|不可以|不退|无法|已经过|才能退/;
/** How long an offer stands, not when something will be done. */
const stands = /有效|过期|接受的话|考虑|确认一下|限时|名额|截止|之前回复我|不然|否则/;

/**
 * Everything a screen offers beside a pasted or imported message.
 * `at`: when it was said. `paidFen`: what a share is taken of.
 */
export function readReply(
  text: string,
  book: ReplyBook,
  x: { readonly category: Category; readonly at: When; readonly calendar: Calendar; readonly paidFen?: Fen },
): ReplyReading {
  const suggestions = suggestReply(text, book.items, x.category);
  const amounts = amountsIn(text);
  if (suggestions[0]?.as === "danger") return { suggestions, amounts, promises: [] };
  const times = timesSaid(text, x.at, x.calendar);
  const offer = suggestions.some((s) => s.as === "offer")
    ? offerSaid(text, book.offerSigns, amounts, times, x.paidFen)
    : undefined;
  return {
    suggestions,
    amounts,
    promises: times.filter((t) => does.test(t.sentence) && !forbids.test(t.clause) && !stands.test(t.clause)),
    ...(offer === undefined ? {} : { offer }),
  };
}

function offerSaid(
  text: string,
  signs: OfferSigns,
  amounts: readonly AmountSaid[],
  times: readonly TimeSaid[],
  paidFen: Fen | undefined,
): OfferSaid {
  const folded = fold(text).text;
  const says = (fragments: readonly string[]): string | undefined =>
    fragments.find((f) => folded.includes(fold(f).text));
  const form =
    says(signs.forms.redo) !== undefined ? "redo" : says(signs.forms.credit) !== undefined ? "credit" : "money";
  const asked = (["withdraw", "take_down", "waiver", "praise"] as const).find((a) => says(signs.asks[a]) !== undefined);
  const amount = amounts[0];
  const fen =
    amount?.fen ??
    // Rounded down: never more than they said.
    (amount?.shareRatio === undefined || paidFen === undefined ? undefined : Math.floor(paidFen * amount.shareRatio));
  const until = times.find((t) => stands.test(t.clause));
  const condition = asked === undefined ? undefined : says(signs.asks[asked]);
  return {
    form,
    asks: asked ?? "nothing",
    ...(fen === undefined || form === "redo" ? {} : { amountFen: fen }),
    ...(amount === undefined ? {} : { amount }),
    ...(condition === undefined ? {} : { condition }),
    ...(until === undefined ? {} : { expiresAt: until.due }),
  };
}
