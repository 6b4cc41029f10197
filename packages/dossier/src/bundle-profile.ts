/**
 * For whom a bundle is, and what of a case may stand in it. Pure (E14, P1, P4, L9).
 *
 * 1. The profile is that of the channel; every bundle names it in its lists and in its file name, so that two bundles of
 *    one case cannot be taken for each other.
 * 2. A public bundle holds masked text and nothing else: pictures cannot be masked here, so none goes in.
 * 3. A picture of an identity paper goes in only where one is asked for, and only once the person has marked it.
 */
import { all, info, isForMinor, profileRules, type Case, type RecordOf, type RedactionProfile } from "@recourse/core";

/** A profile a bundle can have; a channel with `none` takes no bundle. */
export type BundleProfile = Exclude<RedactionProfile, "none">;

export const bundleProfiles: readonly BundleProfile[] = ["platform", "12315", "court", "minor", "public"];

/** What a bundle is called by its profile (F1); only the masked one carries no order number. */
export const bundleTypes: Readonly<Record<BundleProfile, string>> = {
  platform: "平台材料包",
  "12315": "投诉材料包",
  court: "法院材料包",
  minor: "未成年人退款材料包",
  public: "公开文字稿",
};

/** Stands where a public bundle would name the order. */
export const MASKED_NUMBER = "已打码";

/**
 * - `others`: lists of other people's accounts (E14).
 * - `identity`: this reader has no use for it (P4). `identity_unmarked`: not marked as for this matter only.
 * - `text_only`: a public bundle holds text (P2).
 */
export type WithheldReason = "others" | "identity" | "identity_unmarked" | "text_only";

export interface ProfileChoice {
  readonly profile: BundleProfile;
  /** The person says that pictures of identity papers carry a watermark for this matter. */
  readonly identityMarked?: boolean;
}

/** Material types of the pack (F4) that show who somebody is, and lists of accounts. */
const IDENTITY = "身份关系";
const ACCOUNTS = "粉丝列表";

const showsOthers = (of: Case, exhibit: RecordOf<"exhibit">): boolean =>
  exhibit.materialType === ACCOUNTS || all(of, "sample").some((s) => s.exhibit === exhibit.id);

/** Why an exhibit stays out; undefined where it goes along. */
export function withheldReason(
  of: Case,
  exhibit: RecordOf<"exhibit">,
  { profile, identityMarked = false }: ProfileChoice,
): WithheldReason | undefined {
  if (profile === "public") return "text_only";
  const rules = profileRules(profile);
  if (!rules.followerLists && showsOthers(of, exhibit)) return "others";
  if (exhibit.materialType !== IDENTITY) return undefined;
  if (rules.idImages === "never") return "identity";
  return identityMarked ? undefined : "identity_unmarked";
}

/** Why nothing of this case is published; undefined where it may be. Source: L9. */
export function publicationBarred(of: Case): "engagement" | "minor" | undefined {
  if (info(of)?.category === "engagement") return "engagement";
  return isForMinor(of) ? "minor" : undefined;
}
