/**
 * History: who wrote what, line by line, from the records in force. Holds what it has read of each log; effects none.
 *
 * 1. The lines are a function of the set of admissible records: order of arrival does not show (I1). Records stand in causal order, those of one depth of
 *    the graph by their hash; clocks do not enter (CO2).
 * 2. What is masked or set aside is not here; it is in quarantine.
 * 3. A record is read once; what comes later is added. Only where something in force has become masked or back, or a record comes in below the last one,
 *    are the lines put in order again.
 * 4. What the founder carried over before anyone else could write is one line (SPEC 1, `carried`); a note of this kind anywhere else brings no line away.
 *
 * Source: CO2, RE1, RE3.
 */
import type { Admissible, CaseIndex } from "./case-index.ts";
import type { CaseLog } from "./case-log.ts";
import type { DeviceId, RecordHash } from "./log-ids.ts";
import { toHex } from "./bytes.ts";
import { NOTE_KINDS } from "./note.ts";
import { editsOf, type WriteName } from "./record-edits.ts";
import { isAncestor, type GraphNode } from "./record-graph.ts";
import { linesOf, type RecordLine } from "./record-lines.ts";
import type { Standings } from "./standing.ts";

interface Signed {
  readonly device: DeviceId;
  /** Units: ms since 1970; its writer's clock, which is advice. */
  readonly at: number;
  readonly hash: RecordHash;
}

/** A field as one update left it. `carried`: the value was brought in when the case was founded from an older one. */
export type FieldLine = RecordLine & Signed & { readonly carried: boolean };

/** Brought in: the values of a case older than its log. `refs`: `kind/id` of all of it. `file`: SHA-256 of the case file, hex. */
export interface CarriedLine extends Signed {
  readonly is: "carried";
  readonly kind: "";
  readonly id: "";
  readonly field: "";
  readonly file: string;
  readonly refs: ReadonlySet<string>;
}

export type HistoryLine = FieldLine | CarriedLine;

/** Which lines: of a kind, of one of its records, of one of its fields. */
export interface HistoryOf {
  readonly kind: string;
  readonly id?: string;
  /** "" for the making of the record, "!" for its removals. */
  readonly field?: string;
}

interface ReadRecord {
  readonly hash: RecordHash;
  readonly depth: number;
  readonly lines: readonly FieldLine[];
}

interface Read {
  /** How many records of the log were read, and the turn they stood in. */
  cursor: number;
  turn: number;
  readonly depths: Map<RecordHash, number>;
  /** Every update that wrote something, whatever its standing, in order. */
  updates: ReadRecord[];
  /** Writes under keys, and by which records each was replaced. */
  readonly replaced: Map<WriteName, GraphNode[]>;
  readonly carryNotes: Admissible[];
  lines: readonly FieldLine[];
  whole: readonly HistoryLine[];
  byRecord: ReadonlyMap<string, readonly FieldLine[]> | undefined;
}

const known = new WeakMap<CaseLog, Read>();

/** All lines, or those asked for; newest last. Of the whole case, what was carried over is one line; asked for by record, each of its lines. */
export function historyOf(log: CaseLog, of?: HistoryOf): readonly HistoryLine[] {
  const read = caughtUp(log);
  if (of === undefined) return read.whole;
  const { kind, id, field } = of;
  if (id === undefined) return read.lines.filter((line) => line.kind === kind && isField(line, field));
  read.byRecord ??= grouped(read.lines);
  const lines = read.byRecord.get(`${kind}/${id}`) ?? [];
  return field === undefined ? lines : lines.filter((line) => isField(line, field));
}

function grouped(lines: readonly FieldLine[]): ReadonlyMap<string, readonly FieldLine[]> {
  const found = new Map<string, FieldLine[]>();
  for (const line of lines) {
    const name = `${line.kind}/${line.id}`;
    const group = found.get(name);
    if (group === undefined) found.set(name, [line]);
    else group.push(line);
  }
  return found;
}

const isField = (line: FieldLine, field: string | undefined): boolean => field === undefined || line.field === field;

/**
 * The newest line that says who a record, or one field of it, is from. For a field nobody has written since, the line in which the record was made, where
 * that had a value for it. Of writes that did not know of each other one is the newest here: where the document shows another, the lines that a conflict
 * names have its `write`.
 */
export function lastChangeOf(
  history: readonly HistoryLine[],
  { kind, id }: { readonly kind: string; readonly id: string },
  field?: string,
): HistoryLine | undefined {
  const isOfRecord = (line: HistoryLine): boolean =>
    line.is === "carried" ? line.refs.has(`${kind}/${id}`) : line.kind === kind && line.id === id;
  if (field === undefined) return history.findLast(isOfRecord);
  return (
    history.findLast((line) => line.is !== "carried" && line.field === field && isOfRecord(line)) ??
    history.findLast((line) => isOfRecord(line) && (line.is === "carried" || (line.field === "" && has(line, field))))
  );
}

const has = (line: FieldLine, field: string): boolean =>
  line.is === "value" && typeof line.value === "object" && line.value !== null && Object.hasOwn(line.value, field);

function caughtUp(log: CaseLog): Read {
  const read = known.get(log) ?? empty();
  known.set(log, read);
  const standings = log.standings();
  const fresh = log.index.all().slice(read.cursor);
  if (fresh.length === 0 && standings.turn === read.turn) return read;
  const sameTurn = standings.turn === read.turn;
  read.cursor += fresh.length;
  read.turn = standings.turn;
  const notes = read.carryNotes.length;
  const added = fresh.flatMap((of) => readOne(read, log.index, of)).toSorted(inOrder);
  const last = read.updates.at(-1);
  const [first] = added;
  const follows = first === undefined || last === undefined || inOrder(last, first) < 0;
  read.updates = follows ? read.updates.concat(added) : [...read.updates, ...added].toSorted(inOrder);
  if (follows && sameTurn && read.carryNotes.length === notes) append(read, added, standings);
  else arrange(read, log.index, standings);
  return read;
}

const empty = (): Read => ({
  cursor: 0,
  turn: 0,
  depths: new Map(),
  updates: [],
  replaced: new Map(),
  carryNotes: [],
  lines: [],
  whole: [],
  byRecord: undefined,
});

const inOrder = (a: ReadRecord, b: ReadRecord): number => a.depth - b.depth || (a.hash < b.hash ? -1 : 1);

/** What is said by a record, read the one time that it is. Ancestors come first in the index. */
function readOne(read: Read, index: CaseIndex, of: Admissible): readonly ReadRecord[] {
  const { node, record, content } = of;
  const { hash } = node;
  const depth = 1 + node.deps.reduce((most, dep) => Math.max(most, read.depths.get(dep) ?? 0), 0);
  read.depths.set(hash, depth);
  if (content.is === "note" && content.note.kind === NOTE_KINDS.carried) read.carryNotes.push(of);
  if (content.is !== "update") return [];
  const said = editsOf(index, of, content);
  const isReplaced = (write: WriteName): boolean => (read.replaced.get(write) ?? []).some((by) => isAncestor(by, node));
  const by: Signed & { readonly carried: boolean } = {
    device: record.head.device,
    at: content.at,
    hash,
    carried: false,
  };
  const lines = linesOf(said, isReplaced).map((line): FieldLine => ({ ...line, ...by }));
  for (const { is, behind } of said.edits)
    if (is !== "letters" && behind !== undefined)
      read.replaced.set(behind, [...(read.replaced.get(behind) ?? []), node]);
  return lines.length === 0 ? [] : [{ hash, depth, lines }];
}

const inForce = (updates: readonly ReadRecord[], standings: Standings): readonly ReadRecord[] =>
  updates.filter(({ hash }) => standings.of(hash) === "in_force");

function append(read: Read, added: readonly ReadRecord[], standings: Standings): void {
  const lines = inForce(added, standings).flatMap((each) => each.lines);
  if (lines.length === 0) return;
  read.lines = read.lines.concat(lines);
  read.whole = read.whole.concat(lines);
  read.byRecord = undefined;
}

function arrange(read: Read, index: CaseIndex, standings: Standings): void {
  const updates = inForce(read.updates, standings);
  const notes = read.carryNotes.filter(({ node }) => standings.of(node.hash) === "in_force");
  // Those that count stand in one chain, the first of them first.
  const note = notes.find((each) => carriedBy(index, each) !== undefined);
  const covered = note === undefined ? undefined : carriedBy(index, note);
  read.lines = updates.flatMap(({ hash, lines }) =>
    covered?.has(hash) === true ? lines.map((line) => ({ ...line, carried: true })) : lines,
  );
  const later = read.lines.filter(({ carried }) => !carried);
  const summary = note === undefined ? undefined : carriedLine(note, read.lines);
  read.whole = summary === undefined ? read.lines : [summary, ...later];
  read.byRecord = undefined;
}

/** Records a note `carried` speaks for: its log from genesis on, where nobody else's is among them; undefined where it speaks for none. */
function carriedBy(index: CaseIndex, { node }: Admissible): ReadonlySet<RecordHash> | undefined {
  const covered = new Set<RecordHash>();
  for (let at: GraphNode = node; ;) {
    const [before, ...others] = at.deps;
    if (before === undefined) return covered;
    const previous = index.graph.get(before);
    if (others.length > 0 || previous === undefined || previous.log !== node.log) return undefined;
    covered.add(before);
    at = previous;
  }
}

function carriedLine({ node, record, content }: Admissible, lines: readonly FieldLine[]): CarriedLine | undefined {
  if (content.is !== "note") return undefined;
  const refs = new Set(lines.flatMap(({ carried, kind, id }) => (carried ? [`${kind}/${id}`] : [])));
  const by = { device: record.head.device, at: content.at, hash: node.hash };
  return { is: "carried", kind: "", id: "", field: "", ...by, file: toHex(content.note.value), refs };
}
