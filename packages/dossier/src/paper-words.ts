/**
 * The fixed words of papers and bundles, zh-CN and en side by side. Pure data.
 *
 * 1. Formal papers may use the formal words (证据来源, 证明对象); pages for people use the plain ones.
 * 2. Nothing here promises or threatens anything.
 */
import type { Lang } from "@recourse/core";

/** Words of the letter and the list of evidence. */
export interface LetterWords {
  readonly exhibit: (n: number) => string;
  /** Exhibits named behind a paragraph. */
  readonly see: (names: readonly string[]) => string;
  readonly exhibitList: string;
  readonly columns: readonly [number: string, name: string, from: string, shows: string, hash: string];
  readonly from: string;
  readonly shows: string;
  readonly colon: string;
  readonly page: readonly [before: string, between: string, after: string];
}

/** Words of the bundle's own page. */
export interface BundleWords {
  readonly title: string;
  readonly orderNo: string;
  readonly noOrderNo: string;
  readonly packedOn: string;
  readonly exhibits: string;
  readonly count: (n: number) => string;
  readonly columns: readonly [number: string, file: string, type: string, shows: string, size: string, hash: string];
  readonly documents: string;
  readonly check: string;
  readonly limits: string;
  readonly notOpened: string;
  readonly originalName: string;
}

export const letterWords: Readonly<Record<Lang, LetterWords>> = {
  "zh-CN": {
    exhibit: (n) => `证据${n}`,
    see: (names) => `（见${names.join("、")}）`,
    exhibitList: "证据目录",
    columns: ["序号", "证据名称", "证据来源", "证明对象和内容", "文件指纹（SHA-256）"],
    from: "来源",
    shows: "证明内容",
    colon: "：",
    page: ["第 ", " 页 共 ", " 页"],
  },
  en: {
    exhibit: (n) => `Exhibit ${n}`,
    see: (names) => ` (see ${names.join(", ")})`,
    exhibitList: "List of evidence",
    columns: ["No.", "Name", "Source", "What it shows", "Fingerprint (SHA-256)"],
    from: "Source",
    shows: "Shows",
    colon: ": ",
    page: ["Page ", " of ", ""],
  },
};

export const bundleWords: Readonly<Record<Lang, BundleWords>> = {
  "zh-CN": {
    title: "材料包",
    orderNo: "订单号",
    noOrderNo: "没有订单号",
    packedOn: "打包日期",
    exhibits: "证据",
    count: (n) => `共 ${n} 份`,
    columns: ["序号", "文件", "类型", "这份能说明什么", "大小", "文件指纹（SHA-256）"],
    documents: "文书",
    check: "怎样核对这些文件没有改过",
    limits: "文件指纹一致，只说明打包以后没有改过，不证明内容真实，也不证明由谁制作。",
    notOpened: "这类文件不在网页里打开，请到 originals 文件夹里查看",
    originalName: "原文件名",
  },
  en: {
    title: "Bundle",
    orderNo: "Order number",
    noOrderNo: "No order number",
    packedOn: "Packed on",
    exhibits: "Exhibits",
    count: (n) => `${n} in all`,
    columns: ["No.", "File", "Type", "What it shows", "Size", "Fingerprint (SHA-256)"],
    documents: "Documents",
    check: "How to check that these files are unchanged",
    limits:
      "Equal fingerprints show only that a file has not changed since it was packed. They do not show that its content is true, nor who made it.",
    notOpened: "Files of this type are not opened from this page; find it in the originals folder",
    originalName: "Original name",
  },
};
