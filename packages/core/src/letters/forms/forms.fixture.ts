/**
 * Small layouts of papers for tests, with one field of every need, and a letter whose sentences they take. Data for tests.
 */
import { testId } from "../../fixtures/measured-case.fixture.ts";
import { ref } from "../../identity.ts";
import { message } from "../../message.ts";
import type { LetterPart } from "../../schema/course.ts";
import type { LetterSentence, LetterView } from "../letter.ts";
import type { FieldLayout, Forms, PaperLayout, SectionLayout } from "./layout.ts";

export const field = (
  id: string,
  need: FieldLayout["need"],
  fill?: FieldLayout["fill"],
  more: Partial<FieldLayout> = {},
): FieldLayout => ({ id, labelZh: `栏${id}`, labelEn: id, need, ...(fill === undefined ? {} : { fill }), ...more });

export const section = (
  id: string,
  fields: readonly FieldLayout[],
  more: Partial<SectionLayout> = {},
): SectionLayout => ({ id, titleZh: `节${id}`, titleEn: id, fields: [...fields], ...more });

const paper = (basis: readonly string[], ...sections: readonly SectionLayout[]): PaperLayout => ({
  titleZh: "表",
  titleEn: "Form",
  basis: [...basis],
  noteZh: "说明",
  noteEn: "note",
  origin: "practice",
  sections: [...sections],
});

const yesNo = [
  { value: "yes", zh: "是", en: "Yes" },
  { value: "no", zh: "否", en: "No" },
];

const person = [
  field("name", "required", "party.name"),
  field("phone", "required", "party.phone"),
  field("address", "required", "party.address"),
  field("id_number", "identity"),
];
const claimant = section("claimant", person, { who: "claimant" });
const guardian = section("guardian", person, { who: "guardian", when: "minor" });
const respondent = section(
  "respondent",
  [
    field("name", "required", "party.name"),
    field("address", "required", "party.address"),
    field("code", "optional", "party.credit_code"),
    field("representative", "look_up"),
  ],
  { who: "respondent" },
);
const signing = section("signing", [field("signature", "signature"), field("officer", "authority")]);

export const forms: Forms = {
  samr_complaint_form: paper(
    ["samr-121-10"],
    claimant,
    section("consent", [field("publish", "choice", undefined, { question: "complaint_publish", choices: yesNo })]),
    guardian,
    respondent,
    section("matter", [
      field("facts", "required", "letter.facts", { hintsZh: ["时间"], hintsEn: ["When"] }),
      field("request", "required", "letter.demand"),
      field("evidence", "required", "evidence.list"),
    ]),
    section("signing", [field("signature", "not_needed_online"), field("officer", "authority")]),
  ),
  samr_report_form: paper(["samr-121-28"], section("clues", [field("clues", "own_hand")])),
  statement_of_claim: paper(
    ["cpl-124"],
    claimant,
    section(
      "agent",
      [
        field("present", "choice", "agent.present", { choices: yesNo }),
        field("name", "optional", "party.name"),
        field("job", "own_hand"),
        field("scope", "choice", undefined, { question: "agent_scope", choices: yesNo }),
      ],
      { who: "agent" },
    ),
    respondent,
    section("facts", [
      field("contract", "required", "order.contract"),
      field("parties", "required", "order.parties"),
      field("subject", "required", "order.subject"),
      field("price", "required", "order.payments"),
      field("quality", "optional", "order.quality"),
      field("asked", "optional", "course.asked"),
      field("negotiated", "optional", "course.replied"),
      field("terminated", "optional", "course.terminated"),
      field("delivery", "required", "letter.delivery"),
      field("breach", "required", "letter.problem"),
      field("basis", "optional", "letter.basis"),
      field("request", "required", "letter.demand"),
      field("costs", "optional", "demand.costs"),
      field("total", "required", "demand.total"),
      field("third", "choice", undefined, { choices: yesNo }),
      field("court", "required", "filing.authority"),
    ]),
    signing,
  ),
  power_of_attorney: paper(
    ["samr-121-11"],
    claimant,
    guardian,
    section("agent", person, { who: "agent" }),
    section("authority", [
      field("matter", "required", "attorney.matter"),
      field("scope", "required", "attorney.scope"),
      field("period", "required", "attorney.period"),
    ]),
    signing,
  ),
  association_complaint: paper(
    ["crpl-39"],
    claimant,
    respondent,
    section("matter", [field("facts", "required", "letter.facts")]),
  ),
  payment_dispute: paper(
    [],
    section(
      "payment",
      [
        field("provider", "required", "payment.provider"),
        field("transaction", "required", "payment.transaction"),
        field("paid_at", "required", "payment.paid_at"),
        field("amount", "required", "payment.amount"),
        field("payee", "required", "payment.payee"),
      ],
      { each: "payment" },
    ),
  ),
  evidence_list: {
    titleZh: "证据清单",
    titleEn: "List of evidence",
    basis: ["spc-evidence-2019-19"],
    noteZh: "说明",
    noteEn: "note",
    columnsZh: ["序号", "证据名称", "证据来源", "证明目的", "页码", "份数", "原件/复制件", "备注"],
    columnsEn: ["No.", "Name", "Source", "Purpose", "Pages", "Copies", "Original/copy", "Remarks"],
    requiredByLawZh: ["来源"],
    footerZh: ["签名", "日期", "副本份数"],
    footerEn: ["Signature", "Date", "Copies"],
  },
};

export const LETTER = testId(900);

/** A sentence of the letter; `n` gives it its id. */
export const says = (
  n: number,
  part: LetterPart,
  text: string,
  template?: string,
  sources: LetterSentence["sources"] = [
    { ref: ref("order", testId(2)), label: message("letter.source.order"), exhibits: [], numbers: [] },
  ],
): LetterSentence => ({
  id: testId(900 + n),
  part,
  template,
  text,
  sources,
  rewritten: template === undefined,
  findings: [],
});

/** A letter of these sentences, with so many problems that block it. */
export const letter = (sentences: readonly LetterSentence[], blocks = 0): LetterView => {
  const parts: readonly LetterPart[] = ["order", "problem", "evidence", "basis", "demand"];
  return {
    draft: LETTER,
    parts: parts.map((part) => ({ part, sentences: sentences.filter((s) => s.part === part).map((s) => s.id) })),
    sentences,
    omitted: [],
    exhibits: [],
    ready: blocks === 0,
    problems: Array.from({ length: blocks }, () => ({
      code: "A6.newest",
      severity: "block",
      target: ref("draft", LETTER),
      message: message("A6.newest"),
      fixes: [],
    })),
  };
};

/** Whole enough for a complaint. */
export const wholeLetter = letter([
  says(1, "order", "5月1日付款100.00元。"),
  says(2, "problem", "截至5月2日尚未启动。", "problem.not_started_until"),
  says(3, "demand", "请退还100.00元。", "demand.full"),
]);
