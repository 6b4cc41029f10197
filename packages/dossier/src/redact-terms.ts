/**
 * What a case knows that may not be published: names, accounts, addresses, numbers. Pure (P1, P2).
 *
 * 1. Names of companies and their addresses are public and stay; whoever is not known to be a company counts as a person.
 * 2. What windows call whoever answers (客服, 商家) is nobody's name.
 */
import { all, type Case, type RecordOf } from "@recourse/core";

/** What is masked. Words: `redact.kind.<kind>`. */
export type RedactKind =
  | "person"
  | "identity"
  | "card"
  | "phone"
  | "email"
  | "address"
  | "account"
  | "staff"
  | "order"
  | "transaction"
  | "reference"
  | "number";

/** Words to mask wherever they stand. */
export interface RedactTerm {
  readonly text: string;
  readonly kind: RedactKind;
  /** Never shown, whatever is asked to be kept. */
  readonly isFixed: boolean;
}

export interface RedactionTerms {
  readonly masked: readonly RedactTerm[];
  /** Names and addresses of companies. */
  readonly open: readonly string[];
}

type Party = RecordOf<"party">;

const companyWords =
  /公司|集团|工作室|商行|商店|商城|超市|旗舰店|专营店|专卖店|网络|科技|平台|中心|有限|合作社|事务所|银行|支付宝|财付通|学校|工厂|\b(?:inc|ltd|llc|gmbh|corp|company|studio|shop|store|co)\b/iu;

const generic: ReadonlySet<string> = new Set(
  [
    "我 我方 本人 自己 客服 在线客服 人工客服 智能客服 官方客服 平台客服 客服人员 售后 售后客服 商家 卖家 店家 店主 平台 系统 系统消息 系统通知 机器人 智能助手 小助手 对方 官方 未知",
    "me i you support service agent bot system seller shop staff unknown",
  ].flatMap((words) => words.split(" ")),
);

/** Nobody's name: what a window calls a side of the talk. */
export const isGenericName = (name: string): boolean => generic.has(name.trim().toLowerCase());

const isCompany = ({ kind, name, role }: Pick<Party, "kind" | "name" | "role">): boolean => {
  if (kind === "company" || kind === "store") return true;
  if (kind === "person" || role === "claimant" || role === "guardian" || role === "agent") return false;
  return companyWords.test(name);
};

/** Whether masking every place of it would leave the text readable. Units: characters. */
const isDistinct = (text: string, letters: number, digits: number): boolean =>
  Array.from(text).length >= (/^\p{Nd}+$/u.test(text) ? digits : letters);

const term = (text: string | undefined, kind: RedactKind, isFixed: boolean): readonly RedactTerm[] => {
  const told = (text ?? "").trim();
  return told === "" ? [] : [{ text: told, kind, isFixed }];
};

const numberTerm = (text: string | undefined, kind: RedactKind): readonly RedactTerm[] =>
  term(text, kind, true).filter((t) => isDistinct(t.text, 4, 5));

function partyTerms(p: Party): readonly RedactTerm[] {
  if (isCompany(p)) return [];
  const name = isGenericName(p.name) ? [] : term(p.name, "person", true);
  return [...name, ...term(p.address, "address", true), ...term(p.contact, "account", true)].filter(
    (t) => t.kind !== "account" || isDistinct(t.text, 2, 5),
  );
}

const payees = (of: Case): readonly RedactTerm[] =>
  all(of, "payment").flatMap((p) => {
    const open = p.payeeKind === "merchant" || (p.payeeKind !== "person" && companyWords.test(p.payee));
    return open || isGenericName(p.payee) ? [] : term(p.payee, "person", p.payeeKind === "person");
  });

const senders = (of: Case): readonly RedactTerm[] =>
  all(of, "communication").flatMap((c) => [
    ...(isGenericName(c.sender) || companyWords.test(c.sender) ? [] : term(c.sender, "person", false)),
    ...term(c.staffNo, "staff", false).filter((t) => isDistinct(t.text, 3, 5)),
  ]);

const numbers = (of: Case): readonly RedactTerm[] => [
  ...all(of, "order").flatMap((o) => [...numberTerm(o.number, "order"), ...term(o.url, "order", true)]),
  ...all(of, "payment").flatMap((p) => [
    ...numberTerm(p.transaction, "transaction"),
    ...numberTerm(p.merchantOrder, "order"),
  ]),
  ...all(of, "refund").flatMap((r) => numberTerm(r.transaction, "transaction")),
  ...all(of, "filing").flatMap((f) => numberTerm(f.reference, "reference")),
  ...all(of, "reading").flatMap((r) => term(r.account, "account", false).filter((t) => isDistinct(t.text, 2, 5))),
];

const companies = (of: Case): readonly string[] => [
  ...all(of, "party").flatMap((p) => (isCompany(p) ? [p.name, p.address ?? ""] : [])),
  ...all(of, "payment").flatMap((p) =>
    p.payeeKind === "merchant" || (p.payeeKind !== "person" && companyWords.test(p.payee)) ? [p.payee] : [],
  ),
];

/** Everything of a case that a public text must not carry, each once. */
export function redactionTerms(of: Case): RedactionTerms {
  const found = [...all(of, "party").flatMap(partyTerms), ...payees(of), ...senders(of), ...numbers(of)];
  const once = new Map<string, RedactTerm>();
  for (const t of found) {
    const key = `${t.kind}|${t.text}`;
    if (once.get(key)?.isFixed !== true) once.set(key, t);
  }
  const open = new Set(
    companies(of)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
  return { masked: [...once.values()], open: [...open] };
}
