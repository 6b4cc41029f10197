/**
 * Respondent record: what to remember of the other side when the case is over, as plain data for this device. Pure (S3, P1).
 *
 * 1. No words of anybody, no staff, no account, no address. A natural person is remembered by a covered name only.
 * 2. Where it is kept is the caller's; it never travels with a shared case.
 */
import { all, info, type Case } from "../case/case.ts";
import { closingOf, type History } from "../course/history.ts";
import type { Id } from "../identity.ts";
import type { Fen } from "../money.ts";
import type { RecordOf } from "../schema/kinds.ts";
import type { Category } from "../schema/parts.ts";
import { civilOf, type CivilDate } from "../time.ts";
import type { Retrospective } from "./retrospective.ts";

export interface RespondentRecord {
  readonly format: "recourse-respondent";
  readonly version: 1;
  readonly caseId: Id;
  readonly name: string;
  readonly creditCode?: string;
  /** Host name of their site, without path. */
  readonly site?: string;
  readonly category: Category;
  readonly outcome: string;
  readonly closedOn: CivilDate;
  /** From the first asking to the closing. Units: days. */
  readonly days?: number;
  readonly lettersSent: number;
  readonly filings: number;
  readonly paidFen: Fen;
  readonly expectedFen?: Fen;
  readonly receivedFen: Fen;
  /** Ids of the excuses of the pack that were heard. */
  readonly excuses: readonly string[];
}

/** The record of a closed case; none while it is open or nobody is named. */
export function respondentRecordOf(of: Case, history: History, look: Retrospective): RespondentRecord | undefined {
  const me = info(of);
  const closing = closingOf(history);
  const party = all(of, "party")
    .filter((p) => p.role === "respondent" && p.name.trim() !== "")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  if (!me || !closing || !party || look.outcome === undefined) return undefined;
  const person = isPerson(of, party);
  const site = person ? undefined : hostOf(party.site);
  const excuses = history.events.flatMap((e) => {
    const id = e.type === "reply.received" ? e.data["excuse"] : undefined;
    return typeof id === "string" && id !== "" ? [id] : [];
  });
  return {
    format: "recourse-respondent",
    version: 1,
    caseId: of.caseId,
    name: person ? covered(party.name) : party.name.trim(),
    ...(person || party.creditCode === undefined || party.creditCode.trim() === ""
      ? {}
      : { creditCode: party.creditCode.trim() }),
    ...(site === undefined ? {} : { site }),
    category: me.category,
    outcome: look.outcome,
    closedOn: civilOf(closing.at),
    ...(look.days === undefined ? {} : { days: look.days }),
    lettersSent: look.lettersSent,
    filings: look.filings,
    paidFen: look.paidFen,
    ...(look.expectedFen === undefined ? {} : { expectedFen: look.expectedFen }),
    receivedFen: look.receivedFen,
    excuses: [...new Set(excuses)].toSorted(),
  };
}

type Party = RecordOf<"party">;

/** Said to be one, or paid as one under the same name. */
const isPerson = (of: Case, party: Party): boolean =>
  party.kind === "person" ||
  (party.kind !== "company" &&
    all(of, "payment").some((p) => p.payeeKind === "person" && p.payee.trim() === party.name.trim()));

/** 张三 → 张*; the first character stays. */
function covered(name: string): string {
  const [first = "", ...rest] = name.trim();
  return `${first}${rest.length === 0 ? "" : "*".repeat(Math.min(2, rest.length))}`;
}

function hostOf(site: string | undefined): string | undefined {
  const m = /^(?:[a-z]+:\/\/)?(?:[^/@\s]*@)?([^/:?#\s]+\.[^/:?#\s]+)/i.exec(site?.trim() ?? "");
  return m?.[1]?.toLowerCase();
}
