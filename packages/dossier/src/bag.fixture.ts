/**
 * A small bundle for tests: three originals of alice's order 20240501001, a letter, and a store that holds the originals.
 */
import { id, instant, type Sha256 } from "@recourse/core";
import { createMemoryStore, type BlobStore } from "@recourse/vault";
import { bagDocuments, planBag, type BagInput, type BagPlan } from "./bag.ts";
import type { BagExhibit } from "./bag-names.ts";
import type { LetterDocument } from "./letter-document.ts";

export const packedAt = instant("2024-05-08T09:00:00+08:00");

const encoder = new TextEncoder();

/** What alice's phone had: names as they came, bytes so short that a test can flip every one. */
export const sources = [
  { name: "账单.csv", mediaType: "text/csv", materialType: "支付凭证", text: "支付宝,20240501001,100.00\n" },
  { name: "IMG_0001.PNG", mediaType: "image/png", materialType: "后台数据", text: "\u0089PNG 增加 12" },
  { name: "<b>&\"'.png", mediaType: "image/png", materialType: "后台数据", text: "\u0089PNG 粉丝 20312" },
] as const;

/** The store with the originals, and the exhibits that name them. */
export async function stored(): Promise<{ readonly store: BlobStore; readonly exhibits: readonly BagExhibit[] }> {
  const store = createMemoryStore();
  const exhibits: BagExhibit[] = [];
  for (const [n, { name, mediaType, materialType, text }] of sources.entries()) {
    const put = await store.put({ bytes: new Blob([encoder.encode(text)]) });
    if (!put.ok) throw new Error(put.error.kind);
    const { sha256, size, crc32 } = put.value;
    const exhibit = id(String(n + 1).repeat(32));
    exhibits.push({
      exhibit,
      number: n + 1,
      sha256,
      size,
      crc32,
      name,
      mediaType,
      materialType,
      shows: [`能说明第 ${n + 1} 件事`],
    });
  }
  return { store, exhibits };
}

/** A short letter on those exhibits. */
export const letterOn = (exhibits: readonly BagExhibit[]): LetterDocument => ({
  lang: "zh-CN",
  title: "退款申请书",
  parts: [
    { heading: "一、订单信息", paragraphs: [{ text: "订单号 20240501001，付款 100.00 元。", exhibits: [1] }] },
    {
      heading: "二、服务问题",
      paragraphs: [{ text: "下单后48小时未开始，与承诺“2小时内启动”不符。", exhibits: [2, 3] }],
    },
  ],
  signature: ["申请人：alice", "2024年5月8日"],
  exhibits: exhibits.map(({ number, sha256, materialType, shows }) => ({
    number,
    name: `20240501001-${materialType}`,
    sha256,
    from: "本人截图",
    shows: shows.join("；"),
  })),
});

/** The bundle as planned, and everything it was planned from. */
export async function plannedBag(change: Partial<BagInput> = {}): Promise<{
  readonly plan: BagPlan;
  readonly store: BlobStore;
  readonly input: BagInput;
  readonly blobs: ReadonlyMap<Sha256, Blob>;
}> {
  const { store, exhibits } = await stored();
  const documents = await bagDocuments(letterOn(exhibits));
  const input: BagInput = { orderNo: "20240501001", at: packedAt, lang: "zh-CN", exhibits, documents, ...change };
  const blobs = new Map<Sha256, Blob>();
  for (const { sha256 } of exhibits) {
    const blob = await store.get(sha256);
    if (blob.ok) blobs.set(sha256, blob.value);
  }
  return { plan: await planBag(input), store, input, blobs };
}

/** A stream's bytes. */
export const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(stream).arrayBuffer());
