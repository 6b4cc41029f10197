/**
 * CaseView: the document as a view of the records in force. Its only effect is on the documents it makes.
 *
 * 1. doc = view(admissible set): what `catchUp` leads to equals what `build` makes, whatever came in which order (I1).
 * 2. Records enter in causal order in one transaction; Yjs is never left with pending structs (I5).
 * 3. The document must not be written to under a log's client id other than the writer's own; see `SealedWriter`.
 *
 * Source: AC5, RE2.
 */
import * as Y from "yjs";
import type { Admissible } from "./case-index.ts";
import type { CaseLog } from "./case-log.ts";
import type { RecordHash } from "./log-ids.ts";
import { maskedStructs, type MaskedStructs, type UpdateInView } from "./masks.ts";
import type { Standings } from "./standing.ts";

/** Origin of transactions that bring in records. */
export const FROM_LOG = "log";

/** `rebuilt`: another document has taken the place of the one before. Source: AC5. */
export interface CaughtUp {
  readonly doc: Y.Doc;
  readonly rebuilt: boolean;
}

export interface CaseView {
  readonly doc: () => Y.Doc;
  /** Whether `catchUp` would rebuild, so that pending edits can be sealed first. */
  readonly mustRebuild: () => boolean;
  readonly catchUp: () => CaughtUp;
}

interface Built {
  readonly doc: Y.Doc;
  readonly shown: Map<RecordHash, "in_force" | "masked">;
  readonly masks: MaskedStructs;
}

/** The document of the records as they stand. `createDoc` makes an empty one. */
export function createCaseView(log: CaseLog, createDoc: () => Y.Doc): CaseView {
  let built = buildView(log.index.all(), log.standings(), createDoc);
  /** How many records, and of which turn, were looked at. */
  let seen = log.index.all().length;
  let turn = log.standings().turn;

  const plan = (): readonly Admissible[] | "rebuild" => {
    const standings = log.standings();
    const all = log.index.all();
    if (standings.turn !== turn) return "rebuild";
    const fresh = all.slice(seen).filter(({ node }) => standings.of(node.hash) === "in_force");
    return fresh.some((each) => unmasks(standings, built, each)) ? "rebuild" : fresh;
  };
  const rebuild = (): CaughtUp => {
    built = buildView(log.index.all(), log.standings(), createDoc);
    return { doc: built.doc, rebuilt: true };
  };
  const catchUp = (): CaughtUp => {
    const next = plan();
    seen = log.index.all().length;
    turn = log.standings().turn;
    if (next === "rebuild") return rebuild();
    try {
      applyAll(built.doc, next.flatMap(updateOf));
    } catch {
      // Whatever Yjs makes of it, the records are the truth.
      return rebuild();
    }
    for (const { node } of next) built.shown.set(node.hash, "in_force");
    return { doc: built.doc, rebuilt: false };
  };

  return { doc: () => built.doc, mustRebuild: () => plan() === "rebuild", catchUp };
}

const updateOf = ({ content }: Admissible): readonly Uint8Array[] => (content.is === "update" ? [content.update] : []);

/** Whether a record in force stands on masked ones that are not in the document, or not as it needs them. */
function unmasks(standings: Standings, { shown, masks }: Built, { node, content }: Admissible): boolean {
  const hidden = node.deps.some((dep) => standings.of(dep) === "masked" && !shown.has(dep));
  return hidden || (content.is === "update" && !masks.none && masks.needsMore(content.update));
}

/** Makes the document of records that stand in causal order. */
export function buildView(records: readonly Admissible[], standings: Standings, createDoc: () => Y.Doc): Built {
  const wanted = new Map<RecordHash, "in_force" | "masked">();
  const below = new Set<RecordHash>();
  for (const { node } of records.toReversed()) {
    const standing = standings.of(node.hash);
    const shows = standing === "in_force" || (standing === "masked" && below.has(node.hash));
    if (!shows) continue;
    wanted.set(node.hash, standing);
    for (const dep of node.deps) below.add(dep);
  }
  const updates = records.flatMap(({ node, content }): UpdateInView[] => {
    const as = wanted.get(node.hash);
    return as === undefined || content.is !== "update" ? [] : [{ update: content.update, masked: as === "masked" }];
  });
  const masks = maskedStructs(updates);
  const doc = createDoc();
  applyAll(
    doc,
    updates.map(({ update, masked }) => (masked ? masks.materialised(update) : update)),
  );
  return { doc, shown: wanted, masks };
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  Y.transact(
    doc,
    () => {
      for (const update of updates) Y.applyUpdate(doc, update, FROM_LOG);
    },
    FROM_LOG,
    false,
  );
}
