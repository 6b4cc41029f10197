/**
 * Findings: what the import noticed about a file, as a code and facts. Pure data; `words` turns them into sentences.
 *
 * 1. Every finding names the file and, through `fix`, what the person can do. None of them keeps the original out (E9).
 * 2. `codes` of the table are words keys `intake.<code>`; `fix` is a words key `intake.fix.<code>`.
 * 3. Facts follow core `Args`: amounts in fen under `…Fen`, instants under `…At`, ratios 0–1 under `…Ratio`, rows as text.
 */
import type { Args } from "@recourse/core";

export type Severity = "error" | "warning" | "info";

interface FindingSpec {
  readonly severity: Severity;
  readonly fix: string;
  /** Name and meaning of every fact. */
  readonly args: Readonly<Record<string, string>>;
  /** Says something about the file itself, so it stays with the exhibit as a mark. */
  readonly mark: boolean;
}

const rows = "rows of the file as a spreadsheet shows them, at most 20";
const count = "how many in all";

const specs = {
  duplicate_file: {
    severity: "info",
    fix: "use_first",
    args: { firstName: "name the file had when it came in first" },
    mark: false,
  },
  restored_file: {
    severity: "info",
    fix: "nothing",
    args: { firstName: "name the file had when it came in first" },
    mark: false,
  },
  empty_file: { severity: "error", fix: "export_again", args: {}, mark: true },
  too_large_to_read: { severity: "info", fix: "split_file", args: { size: "bytes", limit: "bytes" }, mark: true },
  renamed_file: {
    severity: "warning",
    fix: "rename_back",
    args: { extension: "as named", mediaType: "by magic bytes" },
    mark: true,
  },
  truncated_file: { severity: "error", fix: "export_again", args: { mediaType: "by magic bytes" }, mark: true },
  mis_encoded: { severity: "error", fix: "export_again", args: { encoding: "the encoding tried last" }, mark: true },
  image_too_large: {
    severity: "warning",
    fix: "view_outside",
    args: { width: "pixels", height: "pixels" },
    mark: true,
  },
  no_preview: { severity: "info", fix: "view_outside", args: { mediaType: "by magic bytes" }, mark: false },
  svg_script: { severity: "warning", fix: "take_screenshot", args: {}, mark: true },
  archive_closed: { severity: "info", fix: "unpack_first", args: {}, mark: false },
  archive_encrypted: { severity: "warning", fix: "unpack_with_password", args: {}, mark: true },
  archive_too_large: {
    severity: "error",
    fix: "export_again",
    args: { size: "bytes when unpacked", limit: "bytes" },
    mark: true,
  },
  old_office: { severity: "warning", fix: "save_as_xlsx", args: {}, mark: true },
  unreadable_table: { severity: "error", fix: "export_again", args: {}, mark: true },
  unknown_header: { severity: "warning", fix: "name_columns", args: { columns: "the columns found" }, mark: false },
  bad_rows: {
    severity: "warning",
    fix: "look_at_rows",
    args: { rows, count, cells: "for each row: `row column: text`" },
    mark: true,
  },
  number_mangled: { severity: "error", fix: "import_untouched", args: { rows, count }, mark: true },
  bill_rows_missing: {
    severity: "warning",
    fix: "export_again",
    args: { statedCount: "rows the file says it has", readCount: "rows found" },
    mark: true,
  },
  bill_personal_use: { severity: "info", fix: "get_sealed_statement", args: {}, mark: false },
  bill_no_match: { severity: "info", fix: "pick_rows", args: { count: "rows in the bill" }, mark: false },
  amounts_differ: {
    severity: "warning",
    fix: "check_amount",
    args: {
      row: "row of the file",
      order: "order number",
      orderFen: "paid according to the order",
      billFen: "paid according to the bill",
    },
    mark: false,
  },
  several_payments: {
    severity: "warning",
    fix: "check_twice_paid",
    args: { order: "order number", count: "payment numbers found", totalFen: "their sum" },
    mark: false,
  },
  paid_to_person: {
    severity: "warning",
    fix: "show_payee_asked",
    args: { row: "row of the file", payee: "as the bill names it", amountFen: "amount", paidAt: "when" },
    mark: false,
  },
  payment_unclear: {
    severity: "warning",
    fix: "pick_rows",
    args: { row: "row of the file", status: "as the bill words it" },
    mark: false,
  },
  refund_without_payment: {
    severity: "info",
    fix: "import_earlier_bill",
    args: { row: "row of the file", amountFen: "amount", refundedAt: "when" },
    mark: false,
  },
  no_order_yet: { severity: "info", fix: "pick_order", args: { count: "rows to choose from" }, mark: false },
  order_number_missing: {
    severity: "warning",
    fix: "add_order_number",
    args: { count: "rows that could be it" },
    mark: false,
  },
  readings_out_of_order: { severity: "info", fix: "nothing", args: { rows, count }, mark: true },
  readings_repeated: { severity: "info", fix: "nothing", args: { rows, count }, mark: true },
  readings_conflict: { severity: "warning", fix: "look_at_rows", args: { rows, count }, mark: true },
  series_other_columns: {
    severity: "info",
    fix: "split_columns",
    args: { used: "the column read", columns: "the columns left out" },
    mark: false,
  },
  sample_rule_missing: {
    severity: "info",
    fix: "say_sample_rule",
    args: { count: "accounts in the list" },
    mark: false,
  },
  sample_repeated: { severity: "warning", fix: "look_at_rows", args: { rows, count }, mark: true },
  chat_guessed: {
    severity: "info",
    fix: "check_preview",
    args: { count: "messages", confidenceRatio: "how sure" },
    mark: false,
  },
  chat_unsure: {
    severity: "info",
    fix: "check_preview",
    args: { count: "messages", confidenceRatio: "how sure" },
    mark: false,
  },
  chat_several: {
    severity: "info",
    fix: "pick_conversation",
    args: { count: "conversations in the file" },
    mark: false,
  },
  chat_sides_unknown: {
    severity: "warning",
    fix: "say_own_name",
    args: { names: "senders", count: "messages" },
    mark: false,
  },
  chat_no_time: { severity: "warning", fix: "screenshot_with_time", args: { rows, count }, mark: true },
  chat_out_of_order: { severity: "info", fix: "look_at_rows", args: { rows, count }, mark: true },
  chat_gap: {
    severity: "info",
    fix: "add_missing_talk",
    args: { fromAt: "last before the gap", toAt: "first after it", hours: "whole hours" },
    mark: true,
  },
  chat_deleted: { severity: "warning", fix: "find_deleted", args: { rows, count }, mark: true },
  chat_pictures: { severity: "info", fix: "add_pictures", args: { rows, count }, mark: true },
} as const satisfies Readonly<Record<string, FindingSpec>>;

export type FindingCode = keyof typeof specs;

export interface Finding {
  /** Words key. */
  readonly code: `intake.${FindingCode}`;
  readonly severity: Severity;
  /** Name of the file as the person knows it. */
  readonly file: string;
  readonly args: Args;
  /** Words key of what to do. */
  readonly fix: `intake.fix.${string}`;
}

/** Every code with its facts: what `words` has to word. */
export const intakeFindingCodes: Readonly<Record<FindingCode, FindingSpec>> = specs;

/** A finding about `file`. `args` must be the facts the table documents. */
export function finding<C extends FindingCode>(
  code: C,
  file: string,
  args: { readonly [K in keyof (typeof specs)[C]["args"]]: string | number | readonly string[] },
): Finding {
  const { severity, fix } = specs[code];
  return { code: `intake.${code}`, severity, file, args: { ...args }, fix: `intake.fix.${fix}` };
}

/** Rows as facts: the first 20, and how many there are. */
export function rowFacts(of: readonly number[]): { readonly rows: readonly string[]; readonly count: number } {
  return { rows: of.slice(0, 20).map(String), count: of.length };
}

/** The codes that stay with the exhibit. */
export function marksOf(findings: readonly Finding[]): readonly string[] {
  const marking = new Set(
    Object.entries(intakeFindingCodes).flatMap(([code, spec]) => (spec.mark ? [`intake.${code}`] : [])),
  );
  return [...new Set(findings.map((f) => f.code).filter((code) => marking.has(code)))];
}
