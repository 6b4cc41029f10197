/**
 * Material: what kind of material a file is, and what such a file can show. Pure.
 *
 * 1. What the person says comes first, then what the content is, then words in the file's name.
 * 2. Which elements a type carries is the pack's table, not code.
 */
import type { ElementId, MaterialType } from "@recourse/core";

export type Recognised = "bill" | "series" | "sample" | "chat" | "image" | "other";

/** Names of types as platforms expect them in file names (F4). */
const byContent: Readonly<Partial<Record<Recognised, string>>> = {
  bill: "支付凭证",
  series: "后台数据",
  sample: "粉丝列表",
  chat: "沟通记录",
};
/** A file nobody has sorted yet. */
export const UNSORTED = "其他";
export const ORDER_SCREENSHOT = "订单截图";

/** The type a new exhibit gets; `UNSORTED` where nothing tells. `said` is the person's word and is never doubted. Source: F4. */
export function materialTypeOf(
  name: string,
  recognised: Recognised,
  types: readonly MaterialType[],
  said?: string,
): string {
  return said ?? byContent[recognised] ?? byName(name, types) ?? UNSORTED;
}

/** The longest word wins: 订单截图 before 订单. */
function byName(name: string, types: readonly MaterialType[]): string | undefined {
  const plain = name.normalize("NFKC").toLowerCase();
  let best: { readonly id: string; readonly length: number } | undefined;
  for (const type of types) {
    for (const word of [type.id, ...type.hints]) {
      if (word === "" || word.length <= (best?.length ?? 0)) continue;
      if (plain.includes(word.normalize("NFKC").toLowerCase())) best = { id: type.id, length: word.length };
    }
  }
  return best?.id;
}

/** What a picture or paper of this type can show. Nothing for a type the pack does not know. */
export function elementsOf(materialType: string, types: readonly MaterialType[]): readonly ElementId[] {
  return types.find((t) => t.id === materialType)?.elements ?? [];
}
