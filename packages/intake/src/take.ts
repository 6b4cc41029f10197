/**
 * Take: the one entry. A file's bytes → the exhibit, what was recognised in it, and the changes that follow. Pure; async for ids.
 *
 * 1. The original is always kept as an exhibit, whatever is wrong with it; the same bytes twice are one exhibit.
 * 2. Taking a file again changes nothing that is there, and finds what the case has since made findable.
 * 3. `changes` holds only what is certain; everything else is an offer or a suggestion.
 *
 * Source: E2, E6, E7, 6-evidence "In".
 */
import {
  all,
  ref,
  type Case,
  type Change,
  type ClausePattern,
  type FieldsOf,
  type Id,
  type Instant,
  type MaterialType,
  type RecordOf,
  type Sha256,
} from "@recourse/core";
import { prove } from "./bill-records.ts";
import type { Conversation, KnownNames } from "./chat/conversation.ts";
import { readContent, type Content } from "./content.ts";
import { exhibitId } from "./derived-id.ts";
import { finding, marksOf, type Finding } from "./finding.ts";
import type { ImageSize } from "./image-header.ts";
import { elementsOf, materialTypeOf, ORDER_SCREENSHOT, type Recognised } from "./material.ts";
import type { AcceptContext, Offer } from "./offer.ts";
import { recordContent, rowsIn, type Suggestion } from "./record-content.ts";
import { startRecording, type Recording } from "./recording.ts";
import { sniff } from "./sniff.ts";

/** Units: bytes. Above this a file is an exhibit and is not read. */
export const READ_LIMIT = 50_000_000;
/** Units: UTF-16 code units kept of a text, for quote checks (B2). */
const TEXT_LIMIT = 200_000;

export interface FileIn {
  /** The whole file, or its beginning when it is above `READ_LIMIT`. */
  readonly bytes: Uint8Array;
  readonly name: string;
  /** Units: bytes, of the whole file. */
  readonly size: number;
  /** Of the whole file, made before anything read it (E7). */
  readonly sha256: Sha256;
  readonly lastModified?: Instant;
  /** Import way: `drop`, `paste`, `camera`, … */
  readonly via: string;
  /** What the person says it is. */
  readonly materialType?: string;
}

export interface TakeContext extends AcceptContext {
  readonly materialTypes: readonly MaterialType[];
  readonly clausePatterns: readonly ClausePattern[];
  /** Names under which the person writes in chats. */
  readonly ownNames?: readonly string[];
}

export interface Taken {
  /** `status` tells whether `changes` put it, bring it back, or find it there. */
  readonly exhibit: {
    readonly id: Id;
    readonly fields: FieldsOf<"exhibit">;
    readonly status: "new" | "restored" | "there";
  };
  readonly recognised: Recognised;
  readonly changes: readonly Change[];
  readonly offers: readonly Offer[];
  readonly suggestions: readonly Suggestion[];
  readonly findings: readonly Finding[];
  /** Talk as it was read, for the preview. */
  readonly conversations: readonly Conversation[];
  /** Pixels, and whether it may be shown as a picture. */
  readonly picture?: { readonly size?: ImageSize; readonly previewable: boolean };
  /** Rows or messages of the file that became no record: what handing in the whole file discloses. */
  readonly otherRows: number;
}

/** Never refuses a file and never throws for its bytes: what is wrong with it is a finding. Nothing is stored; the caller applies `changes`. */
export async function takeFile(file: FileIn, context: TakeContext): Promise<Taken> {
  const { case: before, now, by, materialTypes } = context;
  const whole = file.bytes.length === file.size && file.size <= READ_LIMIT;
  const sniffed = sniff(file.bytes, file.name, whole);
  const read = whole ? await readContent(file.bytes, sniffed.mediaType, file.name, namesIn(context)) : undefined;
  const content: Content = read?.content ?? { kind: "none" };
  const tooLarge = whole ? [] : [finding("too_large_to_read", file.name, { size: file.size, limit: READ_LIMIT })];
  const findings: readonly Finding[] = [...sniffed.findings, ...(read?.findings ?? []), ...tooLarge];
  const recognised = recognise(content, sniffed.mediaType);

  const recording = startRecording(before, { now, ...(by === undefined ? {} : { by }) });
  const found = await placeOf(before, file);
  const materialType =
    found.there?.materialType ?? materialTypeOf(file.name, recognised, materialTypes, file.materialType);
  const fields = found.there ?? exhibitFields(file, now, sniffed.mediaType, materialType, content, marksOf(findings));
  recording.ensure("exhibit", found.id, fields);
  const outcome = await recordContent(recording, {
    exhibit: found.id,
    file: file.name,
    content,
    clausePatterns: context.clausePatterns,
  });
  if ((recognised === "image" || recognised === "other") && file.size > 0) {
    await linkByMaterial(recording, found.id, materialType, materialTypes);
  }
  const { size, previewable } = sniffed;
  return {
    exhibit: { id: found.id, fields, status: found.status },
    recognised,
    changes: recording.changes(),
    offers: outcome.offers,
    suggestions: outcome.suggestions,
    findings: [...seenBefore(found, file.name), ...findings, ...outcome.findings],
    conversations: content.kind === "chat" ? content.conversations : [],
    ...(recognised === "image" ? { picture: { previewable, ...(size === undefined ? {} : { size }) } } : {}),
    otherRows: outcome.otherRows,
  };
}

interface Place {
  readonly id: Id;
  readonly there?: RecordOf<"exhibit">;
  readonly status: Taken["exhibit"]["status"];
}

/** The exhibit of these bytes: there, removed, or to be made. */
async function placeOf(of: Case, file: FileIn): Promise<Place> {
  const id = await exhibitId(of.caseId, file.sha256);
  const there = all(of, "exhibit").find((e) => e.sha256 === file.sha256);
  if (there !== undefined) return { id: there.id, there, status: "there" };
  const gone = Object.values(of.removed.exhibit).find((e) => e.sha256 === file.sha256);
  return gone === undefined ? { id, status: "new" } : { id: gone.id, there: gone, status: "restored" };
}

function seenBefore({ there, status }: Place, file: string): readonly Finding[] {
  if (there === undefined) return [];
  return [finding(status === "there" ? "duplicate_file" : "restored_file", file, { firstName: there.name })];
}

function recognise(content: Content, mediaType: string): Recognised {
  if (content.kind !== "text" && content.kind !== "none") return content.kind;
  return mediaType.startsWith("image/") ? "image" : "other";
}

function namesIn({ case: of, ownNames = [] }: TakeContext): KnownNames {
  const parties = all(of, "party").filter((p) => p.name !== "");
  const isOwn = (p: RecordOf<"party">): boolean => p.role === "claimant" || p.role === "guardian";
  return {
    own: [...ownNames, ...parties.filter(isOwn).map((p) => p.name)],
    theirs: parties.filter((p) => !isOwn(p)).map((p) => p.name),
  };
}

function exhibitFields(
  file: FileIn,
  now: Instant,
  mediaType: string,
  materialType: string,
  content: Content,
  marks: readonly string[],
): FieldsOf<"exhibit"> {
  const { sha256, size, name, via, lastModified } = file;
  const text = textOf(content);
  return {
    sha256,
    size,
    name,
    mediaType,
    materialType,
    importedAt: now,
    importedVia: via,
    ...(lastModified === undefined ? {} : { lastModified }),
    // E8: from now on it is fixed; that it existed before is told.
    strength: 1,
    ...(text === undefined ? {} : { text }),
    ...(marks.length === 0 ? {} : { marks: [...marks] }),
    ...(content.kind === "bill" ? { rowCount: rowsIn(content.bill) } : {}),
  };
}

/** Of a bill or a list of accounts no text is kept: the rest of it is nobody's business (6-evidence, "At rest"). */
function textOf(content: Content): string | undefined {
  const text =
    content.kind === "text" || (content.kind === "chat" && content.conversations.length === 1) ? content.text : "";
  return text === "" ? undefined : text.slice(0, TEXT_LIMIT);
}

/** E2: what a picture or paper shows follows from what kind of material it is. */
async function linkByMaterial(
  recording: Recording,
  exhibit: Id,
  materialType: string,
  types: readonly MaterialType[],
): Promise<void> {
  const orders = all(recording.case(), "order");
  const order = orders.length === 1 && orders[0]?.number.trim() !== "" ? orders[0] : undefined;
  for (const element of elementsOf(materialType, types)) {
    if (materialType === ORDER_SCREENSHOT && element === "order_exists" && order !== undefined) {
      await prove(recording, exhibit, element, "proves.order_no", ref("order", order.id, "number"));
    } else await prove(recording, exhibit, element, "proves.screenshot");
  }
}
