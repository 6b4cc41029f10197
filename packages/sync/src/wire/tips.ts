/**
 * What one side has, in short: the tips of the logs, their digest, and what to ask for on hearing the other side's. Pure but for WebCrypto's digest.
 *
 * 1. Who has a record has its ancestors (FR3), so equal tips mean equal sets.
 * 2. Tips and their digest are asked for every second and with every word of the other side: both are remembered, and what came since is added.
 *
 * Source: FR1–FR3.
 */
import * as encoding from "lib0/encoding";
import { ascii, concat, fromHex, written, type Bytes } from "../log/bytes.ts";
import { type LogCaseId, type LogId, type RecordHash } from "../log/log-ids.ts";
import { sha256 } from "../log/sha256.ts";
import type { GraphNode } from "../log/record-graph.ts";
import { MAX_HASHES, MAX_TIPS, writeTips, type Tip } from "./frame.ts";

const HAVE_LABEL = ascii("case/have/1\0");
const AUTH_LABEL = ascii("case/auth/1\0");

/** Tips of the nodes of a graph as far as they were read. */
interface Read {
  nodes: number;
  readonly open: Map<RecordHash, Tip>;
  sorted: readonly Tip[];
}

const read = new WeakMap<readonly GraphNode[], Read>();

/** Records no other of the same log stands on; after a fork a log has several. Sorted by log, seq, hash. `nodes`: of a graph, to which nodes are added at the end, ancestors first. */
export function tipsOf(nodes: readonly GraphNode[]): readonly Tip[] {
  const of = read.get(nodes) ?? { nodes: 0, open: new Map(), sorted: [] };
  if (of.nodes === nodes.length) return of.sorted;
  for (const { log, seq, hash, deps } of nodes.slice(of.nodes)) {
    const [first] = deps;
    if (seq > 1 && first !== undefined && of.open.get(first)?.log === log) of.open.delete(first);
    of.open.set(hash, { log, seq, hash });
  }
  of.nodes = nodes.length;
  of.sorted = [...of.open.values()].toSorted(
    (a, b) => compare(a.log, b.log) || a.seq - b.seq || compare(a.hash, b.hash),
  );
  read.set(nodes, of);
  return of.sorted;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const digests = new WeakMap<readonly Tip[], Promise<Bytes>>();

/** Name of a set of tips. Source: FR2. */
export function digestOf(tips: readonly Tip[]): Promise<Bytes> {
  const known = digests.get(tips);
  if (known !== undefined) return known;
  const digest = sha256(
    concat(
      HAVE_LABEL,
      written((to) => writeTips(to, tips)),
    ),
  );
  digests.set(tips, digest);
  return digest;
}

/** What the signature of a HAVE covers. Source: FR2. */
export const haveText = (caseId: LogCaseId, counter: number, digest: Bytes): Bytes =>
  written((to) => {
    encoding.writeUint8Array(to, HAVE_LABEL);
    encoding.writeUint8Array(to, fromHex(caseId));
    encoding.writeVarUint(to, counter);
    encoding.writeUint8Array(to, digest);
  });

/** Who AUTH is said to: nobody can pass it on elsewhere. Source: FR1. */
export interface AuthPlace {
  readonly origin: string;
  /** Units: 16 bytes. */
  readonly node: Bytes;
  readonly caseId: LogCaseId;
  /** Units: 32 bytes. */
  readonly challenge: Bytes;
  /** Fingerprints of both certificates, the caller's first; on a direct way only. Units: 64 bytes. */
  readonly binding?: Bytes | undefined;
}

/** What AUTH signs. Source: FR1. */
export const authText = ({ origin, node, caseId, challenge, binding }: AuthPlace): Bytes =>
  written((to) => {
    encoding.writeUint8Array(to, AUTH_LABEL);
    encoding.writeVarString(to, origin);
    for (const part of [node, fromHex(caseId), challenge]) encoding.writeUint8Array(to, part);
    if (binding !== undefined) encoding.writeUint8Array(to, binding);
  });

export interface Wanted {
  readonly hashes: readonly RecordHash[];
  readonly after: readonly { readonly log: LogId; readonly seq: number }[];
}

/**
 * What to ask for. Of a log that is longer there, what comes after its last number here; a tip that does not continue what is here (a fork) by its
 * hash: its ancestors are asked for when they are missed.
 */
export function wantedOf(
  theirs: readonly Tip[],
  mine: readonly Tip[],
  has: (hash: RecordHash) => boolean,
  refused: (hash: RecordHash) => boolean = () => false,
): Wanted {
  const last = new Map<LogId, number>();
  for (const { log, seq } of mine) last.set(log, Math.max(last.get(log) ?? 0, seq));
  const hashes: RecordHash[] = [];
  const after = new Map<LogId, number>();
  for (const { log, seq, hash } of theirs) {
    if (has(hash) || refused(hash)) continue;
    const known = last.get(log) ?? 0;
    if (seq > known) after.set(log, known);
    else hashes.push(hash);
  }
  return {
    hashes: hashes.slice(0, MAX_HASHES),
    after: [...after].slice(0, MAX_TIPS).map(([log, seq]) => ({ log, seq })),
  };
}

/** Those of `nodes` that are asked for, in the order they stand: ancestors first. */
export function answering(nodes: readonly GraphNode[], { hashes, after }: Wanted): readonly RecordHash[] {
  const byHash = new Set(hashes);
  const from = new Map(after.map(({ log, seq }) => [log, seq]));
  return nodes
    .filter(({ hash, log, seq }) => byHash.has(hash) || seq > (from.get(log) ?? Number.POSITIVE_INFINITY))
    .map(({ hash }) => hash);
}

/** Units: bytes. Records of one message: below the limit of a message, whatever stands around them. */
const FULL = 600_000;
/** Records of one message: an answer to all of them is still short. */
const MOST = 512;

/** Records in heaps that fit a message each. */
export function heapsOf<T extends Uint8Array>(records: readonly T[]): readonly (readonly T[])[] {
  const heaps: T[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const last = heaps.at(-1);
    if (last === undefined || size + record.length > FULL || last.length >= MOST) {
      heaps.push([record]);
      size = record.length;
    } else {
      last.push(record);
      size += record.length;
    }
  }
  return heaps;
}
