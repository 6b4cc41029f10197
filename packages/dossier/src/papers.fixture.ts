/**
 * For tests of papers: alice's case with a follower list, an identity picture and a chat, the layouts, a form and a letter.
 */
import {
  apply,
  emptyCase,
  id,
  instant,
  message,
  ref,
  sha256,
  type Case,
  type Change,
  type Fields,
  type FormField,
  type FormView,
  type Forms,
  type Id,
  type Kind,
  type LetterKind,
  type LetterView,
} from "@recourse/core";

export const CASE = id("0".repeat(26));
export const one = (n: number): Id => id(String(n).padStart(26, "0"));
export const put = (kind: Kind, of: Id, value: Fields): Change => ({ op: "put", kind, id: of, value });
export const at = instant("2024-06-02T10:00:00+08:00");

export const BILL = one(20);
export const CHAT = one(21);
export const FOLLOWERS = one(22);
export const IDENTITY = one(23);
export const RECORDING = one(24);
export const DRAFT = one(60);

const exhibit = (of: Id, name: string, mediaType: string, materialType: string): Change =>
  put("exhibit", of, {
    sha256: sha256(of.slice(-2).repeat(32)),
    size: 4,
    name,
    mediaType,
    materialType,
    importedAt: instant(`2024-06-01T10:00:${of.slice(-2)}+08:00`),
    importedVia: "test",
    strength: 1,
  });

/** Bill, chat, follower list, identity picture, recording; alice, a company, and staff with a number. */
export const filingCase = (...more: readonly Change[]): Case =>
  apply(emptyCase(CASE), [
    put("case", CASE, { title: "t", category: "course", lang: "zh-CN", purpose: "life", paidTo: "merchant" }),
    put("party", one(10), { role: "claimant", name: "张小明", kind: "person", contact: "13800000001" }),
    put("party", one(11), { role: "respondent", name: "某某教育科技有限公司", kind: "company" }),
    put("order", one(2), {
      number: "20240501001",
      item: "课程",
      paidFen: 10_000,
      orderedAt: instant("2024-05-01T10:02:31+08:00"),
    }),
    put("communication", one(7), {
      direction: "theirs",
      medium: "chat",
      sender: "顾问小陈",
      staffNo: "KF0087",
      text: "不退",
      exhibit: CHAT,
    }),
    exhibit(BILL, "bill.csv", "text/csv", "支付凭证"),
    exhibit(CHAT, "chat.png", "image/png", "沟通记录"),
    exhibit(FOLLOWERS, "followers.csv", "text/csv", "粉丝列表"),
    exhibit(IDENTITY, "id.jpg", "image/jpeg", "身份关系"),
    exhibit(RECORDING, "call.m4a", "audio/mp4", "通话录音"),
    put("draft", DRAFT, { kind: "complaint12315", lang: "zh-CN" }),
    ...more,
  ]).case;

/** The same, with a draft of another kind. */
export const withDraft = (kind: LetterKind): Change => ({
  op: "set",
  kind: "draft",
  id: DRAFT,
  field: "kind",
  value: kind,
});

/** A letter that names a person, staff, the order, and the bill and the chat. */
export const letterOf = (blocks = 0): LetterView => ({
  draft: DRAFT,
  parts: [{ part: "problem", sentences: [one(70)] }],
  sentences: [
    {
      id: one(70),
      part: "problem",
      template: undefined,
      text: "张小明的订单20240501001，顾问小陈（工号KF0087）答复不退（证据1）。",
      sources: [],
      rewritten: true,
      findings: [],
    },
  ],
  omitted: [],
  exhibits: [
    { number: 1, exhibit: CHAT },
    { number: 2, exhibit: FOLLOWERS },
  ],
  ready: blocks === 0,
  problems: Array.from({ length: blocks }, () => ({
    code: "A6.newest",
    severity: "block",
    target: ref("draft", DRAFT),
    message: message("A6.newest"),
    fixes: [],
  })),
});

export const fieldOf = (label: string, more: Partial<FormField> = {}): FormField => ({
  id: label,
  label,
  need: "required",
  state: "filled",
  value: [],
  choices: [],
  note: undefined,
  missing: undefined,
  hints: [],
  ...more,
});

/** One field of every state. */
export const formView: FormView = {
  kind: "complaint12315",
  title: "投诉登记表",
  basis: ["samr-121-10"],
  note: "不是官方原表。",
  sections: [
    {
      id: "complainant",
      title: "投诉人",
      fields: [
        fieldOf("姓名", { value: [message("form.value.plain", { text: "张小明" })] }),
        fieldOf("证件号码", { need: "identity", state: "own_hand", note: message("form.own_hand.identity") }),
        fieldOf("联系地址", {
          state: "missing",
          missing: {
            field: "联系地址",
            message: message("form.missing.party", { role: "claimant", what: "address" }),
            fix: { title: "form.fix.fill", command: "party.edit", data: {} },
            required: true,
          },
        }),
        fieldOf("是否同意公示", {
          need: "choice",
          choices: [
            { value: "yes", label: "是", chosen: false },
            { value: "no", label: "否", chosen: true },
          ],
        }),
      ],
    },
    {
      id: "matter",
      title: "投诉内容",
      fields: [
        fieldOf("事实", {
          value: [
            message("form.value.plain", { text: "事实：一句。" }),
            message("form.value.plain", { text: "<二句> & \u202E" }),
          ],
        }),
        fieldOf("编号", { need: "authority", state: "theirs" }),
        fieldOf("签字", { need: "signature", state: "own_hand", note: message("form.own_hand.sign", { who: "self" }) }),
      ],
    },
  ],
  notes: [message("form.note.no_report")],
  enclosures: [message("form.enclose.evidence"), message("form.enclose.identity")],
  missing: [],
  ready: false,
};

const paper: Forms["samr_complaint_form"] = {
  titleZh: "表",
  titleEn: "Form",
  basis: [],
  noteZh: "说明",
  noteEn: "note",
  origin: "practice",
  sections: [],
};

export const layouts: Forms = {
  samr_complaint_form: paper,
  samr_report_form: paper,
  statement_of_claim: paper,
  power_of_attorney: paper,
  association_complaint: paper,
  payment_dispute: paper,
  evidence_list: {
    titleZh: "证据清单（证据目录）",
    titleEn: "List of evidence",
    basis: ["spc-evidence-2019-19"],
    noteZh: "通常做法。",
    noteEn: "Practice.",
    columnsZh: ["序号", "证据名称", "证据来源", "证明目的", "页码", "份数", "原件/复制件", "备注"],
    columnsEn: ["No.", "Name", "Source", "Purpose", "Pages", "Copies", "Original/copy", "Remarks"],
    requiredByLawZh: ["来源"],
    footerZh: ["签名", "日期", "副本份数"],
    footerEn: ["Signature", "Date", "Copies"],
  },
};
