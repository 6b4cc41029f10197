/**
 * Workloads: cases of a given size, made the same in every process and page. Pure.
 *
 * 1. Everything follows from the numbers given: the same call gives the same records everywhere.
 */
import {
  apply,
  decide,
  emptyCase,
  fromMillis,
  id,
  instant,
  sha256,
  toCaseFile,
  toMillis,
  type Case,
  type CaseFile,
  type Change,
  type Fields,
  type Id,
  type Instant,
  type Kind,
  type LetterRenderer,
  type Pack,
} from "@recourse/core";

export const BEGIN: Instant = instant("2026-05-01 10:00");
const MINUTE = 60_000;

/** Ids that sort by number within a kind. */
export const benchId = (kind: number, n: number): Id =>
  id(`01BBNCH${String(kind).padStart(3, "0")}${String(n).padStart(16, "0")}`);
export const CASE_ID = benchId(0, 0);
const ME = benchId(0, 1);
const at = (n: number): Instant => fromMillis(toMillis(BEGIN) + n * MINUTE);
const put = (kind: Kind, of: Id, value: Fields): Change => ({
  op: "put",
  kind,
  id: of,
  value: { ...value, by: ME, recordedAt: BEGIN },
});

const materials = ["支付凭证", "订单截图", "沟通记录", "会员页面", "扣费通知", "使用记录"] as const;
const elements = ["order_exists", "breach", "responsibility", "respondent_identity", "amount"] as const;

/** What a file is called: also how a page is known to show it. */
export const exhibitName = (n: number): string => `材料-${String(n).padStart(5, "0")}.png`;

const exhibit = (n: number): Change =>
  put("exhibit", benchId(1, n), {
    sha256: sha256(String(n).padStart(64, "0")),
    size: 40_000 + n,
    name: exhibitName(n),
    mediaType: "image/png",
    materialType: materials[n % materials.length],
    importedAt: at(n),
    importedVia: "drop",
    strength: 1,
  });

const note = (n: number, exhibits: number): Change =>
  put("note", benchId(2, n), {
    about: `exhibit/${benchId(1, n % Math.max(1, exhibits))}`,
    text: `第 ${n} 条备注：客服说会尽快处理，已经把当天的截图放进来，等对方在期限内答复后再写下一步。`,
  });

const base: readonly Change[] = [
  put("case", CASE_ID, { title: "大案件", category: "membership", lang: "zh-CN", purpose: "life", paidTo: "merchant" }),
  put("party", benchId(3, 1), { role: "respondent", name: "某影视网络科技有限公司" }),
  put("order", benchId(3, 2), { number: "VIP20260501", item: "年卡", paidFen: 22_800, orderedAt: BEGIN }),
];

/** G6, G7: exhibits and notes and the little every case has. */
export function changesOf(exhibits: number, notes: number): readonly Change[] {
  return [
    ...base,
    ...Array.from({ length: exhibits }, (_, n) => exhibit(n)),
    ...Array.from({ length: notes }, (_, n) => note(n, exhibits)),
  ];
}

export const caseFileOf = (exhibits: number, notes: number): CaseFile =>
  toCaseFile(apply(emptyCase(CASE_ID), changesOf(exhibits, notes)).case, ["cn@1"]);

/** A record of a file as its fields. */
export const fieldsOf = (record: unknown): Fields =>
  typeof record === "object" && record !== null ? { ...record } : {};

/** What every way of opening has to find. */
export interface Found {
  readonly exhibits: number;
  readonly notes: number;
  /** Characters of all notes. */
  readonly text: number;
}

export const foundIn = (exhibits: number, notes: readonly { readonly text: string }[]): Found => ({
  exhibits,
  notes: notes.length,
  text: notes.reduce((sum, each) => sum + each.text.length, 0),
});

export function expected(file: CaseFile): Found {
  const { exhibit: exhibits = {}, note: notes = {} } = file.records;
  return foundIn(
    Object.keys(exhibits).length,
    Object.values(notes).map((n) => ({ text: String(fieldsOf(n)["text"]) })),
  );
}

/** G14: a case in which everything is in use: links, talk, readings of a year, a letter begun. Errors: throws where a command refuses. */
export function busyCase(pack: Pack, render: LetterRenderer, now: Instant, exhibits = 500): Case {
  const order = benchId(3, 2);
  const payment = benchId(3, 3);
  const changes = [
    ...base,
    ...Array.from({ length: exhibits }, (_, n) => exhibit(n)),
    ...Array.from({ length: exhibits }, (_, n) =>
      put("link", benchId(4, n), {
        exhibit: benchId(1, n),
        element: elements[n % elements.length],
        code: "proves.screenshot",
      }),
    ),
    put("payment", payment, {
      provider: "wechat",
      transaction: "4200000001",
      merchantOrder: "VIP20260501",
      payee: "某影视网络科技有限公司",
      payeeKind: "merchant",
      amountFen: 22_800,
      paidAt: BEGIN,
      order,
    }),
    put("sighting", benchId(3, 4), { of: `payment/${payment}`, exhibit: benchId(1, 0), row: 18, amountFen: 22_800 }),
    put("undertaking", benchId(3, 5), {
      order,
      counter: "days",
      quantity: 365,
      quote: "开通后立即生效",
      shownAtOrder: "yes",
      exhibit: benchId(1, 1),
    }),
    put("answer", benchId(3, 6), { question: "renewal_notice_before", value: "no", exhibit: benchId(1, 1) }),
    ...Array.from({ length: 365 }, (_, n) =>
      put("reading", benchId(5, n), {
        counter: "days",
        at: at(n * 60),
        value: n,
        exhibit: benchId(1, 2),
        row: n + 2,
        order,
      }),
    ),
    ...Array.from({ length: 250 }, (_, n) =>
      put("communication", benchId(6, n), {
        at: at(n * 30),
        direction: n % 2 === 0 ? "mine" : "theirs",
        medium: "chat",
        sender: n % 2 === 0 ? "我" : "客服",
        text: n % 2 === 0 ? "订单 VIP20260501 请退回" : "已为您反馈，请耐心等待",
        exhibit: benchId(1, 2),
        row: n + 1,
      }),
    ),
  ];
  const of = apply(emptyCase(CASE_ID), changes).case;
  let minted = 0;
  const mint = (): Id => benchId(7, (minted += 1));
  const draft = decide(
    of,
    "draft.start",
    { id: mint(), kind: "application" },
    { now, role: "owner", pack, mint, render },
  );
  if (!draft.ok) throw new Error(`draft.start: ${JSON.stringify(draft.error)}`);
  return apply(of, draft.value).case;
}
