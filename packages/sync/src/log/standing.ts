/**
 * What of the admissible records is in force. Pure in the set of records (I2); remembers its last answer.
 *
 * 1. Membership is walked first, from entries alone; then masks; then clashes, in which what is in force beats what is masked.
 *
 * Source: RE1, AC4.
 */
import type { Admissible, CaseIndex } from "./case-index.ts";
import { deviceOf, type DeviceId, type EpochId, type LogId, type RecordHash } from "./log-ids.ts";
import { membersOf, type Member, type Membership } from "./membership.ts";
import { isAncestor, newestOf, type GraphNode } from "./record-graph.ts";
import { neededLevel } from "./rules.ts";

/** `masked`: its author had been lowered. `set_aside`: lost a clash, or stands on what lost one. */
export type RecordStanding = "in_force" | "masked" | "set_aside";

/** A clash, and whose device made it. Source: AC4. */
export interface ClashAlarm {
  readonly kind: "fork" | "client_id";
  readonly device: DeviceId;
  readonly kept: RecordHash;
  readonly lost: RecordHash;
}

export interface Standings {
  readonly membership: Membership;
  readonly of: (hash: RecordHash) => RecordStanding | undefined;
  /** Records in force that no other in force stands on. Source: CO4. */
  readonly heads: readonly GraphNode[];
  readonly alarms: readonly ClashAlarm[];
  /** Epochs brought by entries that count, among the ancestors of a record. Source: EP3. */
  readonly epochFor: (node: GraphNode) => EpochId | undefined;
  /** Grows when something that was shown may have to be taken back. */
  readonly turn: number;
}

/** Answers for the index as it stands at the call. */
export function createStandings(index: CaseIndex): () => Standings {
  const standing = new Map<RecordHash, RecordStanding>();
  let membership: Membership = { members: new Map(), counts: new Set() };
  let alarms: readonly ClashAlarm[] = [];
  let heads: readonly GraphNode[] = [];
  let judged = 0;
  let turn = 0;

  const masksOut = ({ node, record, content }: Admissible): boolean => {
    if (content.is === "entry") return !membership.counts.has(node.hash);
    const member = membership.members.get(record.head.device);
    return member === undefined || !isInForce(index, node, member, neededLevel(record.head.type));
  };
  const judgeOne = (of: Admissible, lost: ReadonlySet<RecordHash>): void => {
    const { node } = of;
    const aside = lost.has(node.hash) || node.deps.some((dep) => standing.get(dep) === "set_aside");
    standing.set(node.hash, aside ? "set_aside" : masksOut(of) ? "masked" : "in_force");
  };
  const judgeAll = (): void => {
    membership = membersOf(index.entries(), index.isBefore);
    const before = new Map(standing);
    standing.clear();
    const found = clashesOf(index, (of) => !masksOut(of));
    alarms = found.alarms;
    for (const each of index.all()) judgeOne(each, found.lost);
    if ([...before].some(([hash, was]) => standing.get(hash) !== was)) turn++;
    heads = newestOf(tipsInForce(index, standing));
  };

  /** What is new changes nothing of what was there. */
  const judgeNew = (fresh: readonly Admissible[]): void => {
    for (const each of fresh) {
      judgeOne(each, new Set());
      if (standing.get(each.node.hash) !== "in_force") continue;
      heads = [...heads.filter((head) => !isAncestor(head, each.node)), each.node];
    }
  };

  return () => {
    const all = index.all();
    if (all.length > judged) {
      const fresh = all.slice(judged);
      const clash = index.forks().length > 0 || index.sharedClients().length > 0;
      if (clash || fresh.some(({ content }) => content.is === "entry")) judgeAll();
      else judgeNew(fresh);
      judged = all.length;
    }
    return {
      membership,
      alarms,
      heads,
      turn,
      of: (hash) => standing.get(hash),
      epochFor: (node) => bestEpoch(index, membership, node),
    };
  };
}

/** Source: RE1. */
function isInForce(index: CaseIndex, node: GraphNode, member: Member, needs: number): boolean {
  const isAfter = (by: RecordHash): boolean => {
    const admit = index.graph.get(by);
    return admit !== undefined && isAncestor(admit, node);
  };
  const isUnder = (by: RecordHash): boolean => {
    const lower = index.graph.get(by);
    return lower !== undefined && isAncestor(node, lower);
  };
  return (
    member.admits.some(({ by, level }) => level >= needs && isAfter(by)) &&
    member.lowers.every(({ by, to }) => to >= needs || isUnder(by))
  );
}

/** The last record in force of each chain: every head is one of them. */
function tipsInForce(index: CaseIndex, standing: ReadonlyMap<RecordHash, RecordStanding>): readonly GraphNode[] {
  const tips = new Map<number, GraphNode>();
  for (const { node } of index.all()) if (standing.get(node.hash) === "in_force") tips.set(node.chain, node);
  return [...tips.values()];
}

/** The epoch to write under, of those that count and are allowed: the one brought on top of most of the others. Source: EP3. */
function bestEpoch(index: CaseIndex, { counts }: Membership, node: GraphNode): EpochId | undefined {
  const allowed = index.epochs(node).filter((each) => counts.has(each.node.hash));
  const ancestors = (of: GraphNode): number => allowed.filter((each) => isAncestor(each.node, of)).length;
  const [best] = allowed.toSorted((a, b) => ancestors(b.node) - ancestors(a.node) || (a.epoch < b.epoch ? -1 : 1));
  return best?.epoch;
}

interface Clashes {
  readonly lost: ReadonlySet<RecordHash>;
  readonly alarms: readonly ClashAlarm[];
}

/** Source: AC4. */
function clashesOf(index: CaseIndex, inForce: (of: Admissible) => boolean): Clashes {
  const lost = new Set<RecordHash>();
  const alarms: ClashAlarm[] = [];
  const stays = (node: GraphNode): boolean => {
    const of = index.get(node.hash);
    return of !== undefined && inForce(of);
  };
  const decide = (
    kind: ClashAlarm["kind"],
    group: readonly GraphNode[],
    before: (a: GraphNode, b: GraphNode) => boolean,
  ): void => {
    const [kept, ...losers] = group.toSorted((a, b) => {
      const [one, other] = [stays(a), stays(b)];
      return (one === other ? before(a, b) : one) ? -1 : 1;
    });
    if (kept === undefined) return;
    for (const loser of losers) {
      lost.add(loser.hash);
      alarms.push({ kind, device: deviceOf(loser.log), kept: kept.hash, lost: loser.hash });
    }
  };
  for (const twins of index.forks()) decide("fork", twins, (a, b) => a.hash < b.hash);
  for (const starts of index.sharedClients()) {
    // Twins of one log's first record are a fork, which is decided above.
    const ofLogs = [...new Map(starts.toReversed().map((node) => [node.log, node])).values()];
    decide("client_id", ofLogs, (a, b) => isElder(index, a.log, b.log));
    for (const { hash, log } of starts)
      if (ofLogs.some((node) => node.log === log && lost.has(node.hash))) lost.add(hash);
  }
  return { lost, alarms };
}

function isElder(index: CaseIndex, a: LogId, b: LogId): boolean {
  const [one, other] = [firstAdmit(index, a), firstAdmit(index, b)];
  if (one === undefined || other === undefined || one.hash === other.hash) return a.slice(32) < b.slice(32);
  if (isAncestor(one, other)) return true;
  return !isAncestor(other, one) && one.hash < other.hash;
}

const firstAdmit = (index: CaseIndex, log: LogId): GraphNode | undefined =>
  index
    .admits(deviceOf(log))
    .map(({ node }) => node)
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))[0];
