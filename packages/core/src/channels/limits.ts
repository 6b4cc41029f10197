/**
 * What a channel takes and where it is reached, with what a person changed of it. Pure (A4, X7).
 *
 * 1. Paths: `channels.<id>.limits.<field>` and `channels.<id>.contacts.<type>`. A changed limit counts as told, never as verified.
 * 2. A limit nobody knows is null, which is not "no limit".
 */
import type { Case } from "../case/case.ts";
import type { ChannelLimits } from "../letters/limits.ts";
import type { ChannelRule } from "../pack/channel-rule.ts";
import type { Pack } from "../pack/pack.ts";
import { overrideOf } from "./override.ts";

export interface TakenLimits extends ChannelLimits {
  /** Where changed values come from, in the person's words. */
  readonly sources: readonly string[];
}

const numbers = ["files", "bytesPerFile", "totalBytes", "textChars"] as const;

/** Limits of a channel as they hold in this case; undefined for a channel the pack does not know. */
export function channelLimits(of: Case, pack: Pick<Pack, "channels">, channel: string): TakenLimits | undefined {
  const rule = pack.channels.items.find((c) => c.id === channel);
  if (rule === undefined) return undefined;
  const own = (field: string) => overrideOf(of, `channels.${channel}.limits.${field}`);
  const changed = [...numbers, "formats"].flatMap((field) => {
    const change = own(field);
    return change === undefined ? [] : [change.source];
  });
  const number = (field: (typeof numbers)[number]): number | null => {
    const value = own(field)?.value;
    return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : (rule.limits?.[field] ?? null);
  };
  const formats = own("formats")?.value;
  return {
    status: changed.length > 0 ? "as_told" : (rule.limits?.status ?? "unverified"),
    files: number("files"),
    bytesPerFile: number("bytesPerFile"),
    totalBytes: number("totalBytes"),
    textChars: number("textChars"),
    formats: typeof formats === "string" ? formatsIn(formats) : (rule.limits?.formats ?? null),
    asOf: rule.asOf,
    sources: [...new Set(changed)],
  };
}

/** `jpg、png, .pdf` → the extensions, lower case. */
const formatsIn = (text: string): string[] =>
  text
    .split(/[\s,，、;；/]+/)
    .map((each) => each.replace(/^\./, "").toLowerCase())
    .filter((each) => each !== "");

export interface ChannelContact {
  readonly type: "phone" | "url";
  readonly value: string;
  readonly status: string;
  /** Where a changed value comes from. */
  readonly source: string | undefined;
}

/** Telephones and addresses of a channel, with what a person changed or added. */
export function channelContacts(of: Case, rule: Pick<ChannelRule, "id" | "contacts">): readonly ChannelContact[] {
  const change = (type: ChannelContact["type"]): ChannelContact | undefined => {
    const own = overrideOf(of, `channels.${rule.id}.contacts.${type}`);
    return typeof own?.value === "string" && own.value.trim() !== ""
      ? { type, value: own.value, status: "as_told", source: own.source }
      : undefined;
  };
  return (["phone", "url"] as const).flatMap((type) => {
    const own = change(type);
    if (own !== undefined) return [own];
    return (rule.contacts ?? []).filter((c) => c.type === type).map((c) => ({ ...c, source: undefined }));
  });
}
