/**
 * The admissible records of a case and what the rules ask of them. Holds state; effects none.
 *
 * 1. Every answer about a record comes from its ancestors alone (I2).
 *
 * Source: AC1, EP3.
 */
import type { Bytes } from "./bytes.ts";
import type { PublicKeys } from "./device-keys.ts";
import { OUT, OWNER, rotationOf, type Level, type SealedPart } from "./entry.ts";
import type { DeviceId, EpochId, RecordHash } from "./log-ids.ts";
import type { EntryAt } from "./membership.ts";
import type { Note } from "./note.ts";
import { createRecordGraph, isAncestor, type GraphNode, type RecordGraph } from "./record-graph.ts";
import type { SignedRecord } from "./signed-record.ts";
import { createStructPlaces, type Stretch, type StructPlaces } from "./struct-place.ts";

/** What a record says, opened. `at` is its writer's clock; names of an entry stay sealed until they are read. */
export type Content =
  | { readonly is: "update"; readonly at: number; readonly update: Bytes; readonly client: number }
  | { readonly is: "note"; readonly at: number; readonly note: Note }
  /** Not opened: whoever judges has no keys and asks for none. */
  | { readonly is: "sealed" }
  | { readonly is: "entry"; readonly entry: EntryAt; readonly names: SealedPart | undefined };

export interface Admissible {
  readonly node: GraphNode;
  readonly record: SignedRecord;
  readonly content: Content;
}

/** An entry that makes a device a member. */
export interface AdmitAt {
  readonly node: GraphNode;
  readonly device: DeviceId;
  readonly keys: PublicKeys;
  readonly level: Level;
}

export interface EpochAt {
  readonly node: GraphNode;
  readonly epoch: EpochId;
}

export interface CaseIndex {
  readonly graph: RecordGraph;
  readonly places: StructPlaces;
  readonly get: (hash: RecordHash) => Admissible | undefined;
  /** In causal order. */
  readonly all: () => readonly Admissible[];
  readonly entries: () => readonly EntryAt[];
  readonly isBefore: (a: RecordHash, b: RecordHash) => boolean;
  /** Admits of a device, wherever they stand. */
  readonly admits: (device: DeviceId) => readonly AdmitAt[];
  /** Epochs a record may use: those brought by its ancestors, less those from before a removal it knows of. Source: EP3. */
  readonly epochs: (node: GraphNode) => readonly EpochAt[];
  /** Epochs that an ancestor of the record brought. */
  readonly brought: (node: GraphNode) => readonly EpochAt[];
  /** (log, seq) that more than one record claims, and client ids that more than one log claims. */
  readonly forks: () => readonly (readonly GraphNode[])[];
  readonly sharedClients: () => readonly (readonly GraphNode[])[];
  readonly insert: (of: Admissible, structs: Structs | undefined) => void;
}

/** Clocks of an update, as checked. */
export interface Structs {
  readonly client: number;
  readonly start: number;
  readonly end: number;
  readonly stretches: readonly Stretch[];
}

/** Empty. */
export function createCaseIndex(): CaseIndex {
  const graph = createRecordGraph();
  const places = createStructPlaces();
  const byHash = new Map<RecordHash, Admissible>();
  const all: Admissible[] = [];
  const entries: EntryAt[] = [];
  const admits = new Map<DeviceId, AdmitAt[]>();
  const rotations: EpochAt[] = [];
  const outs: GraphNode[] = [];
  const forks = new Map<string, readonly GraphNode[]>();
  /** First record of each log by client id. */
  const logs = new Map<number, GraphNode[]>();

  const brought = (node: GraphNode): readonly EpochAt[] => rotations.filter((each) => isAncestor(each.node, node));
  const takeEntry = (node: GraphNode, at: EntryAt): void => {
    entries.push(at);
    const { entry, subjects } = at;
    const admit = (device: DeviceId | undefined, keys: PublicKeys, level: Level): void => {
      if (device !== undefined) admits.set(device, [...(admits.get(device) ?? []), { node, device, keys, level }]);
    };
    if (entry.op === "genesis") {
      admit(subjects[0], entry.recovery, OWNER);
      admit(subjects[1], entry.first, OWNER);
    }
    if (entry.op === "admit") admit(subjects[0], entry.keys, entry.level);
    if (entry.op === "lower" && entry.to === OUT) outs.push(node);
    const rotation = rotationOf(entry);
    if (rotation !== undefined) rotations.push({ node, epoch: rotation.epoch });
  };

  return {
    graph,
    places,
    get: (hash) => byHash.get(hash),
    all: () => all,
    entries: () => entries,
    isBefore: (a, b) => {
      const [one, other] = [graph.get(a), graph.get(b)];
      return one !== undefined && other !== undefined && isAncestor(one, other);
    },
    admits: (device) => admits.get(device) ?? [],
    brought,
    epochs: (node) => {
      const removals = outs.filter((out) => isAncestor(out, node));
      return brought(node).filter((each) => removals.every((out) => out === each.node || isAncestor(out, each.node)));
    },
    forks: () => [...forks.values()],
    sharedClients: () => [...logs.values()].filter((starts) => new Set(starts.map(({ log }) => log)).size > 1),
    insert: (of, structs) => {
      const { node, content } = of;
      graph.insert(node);
      byHash.set(node.hash, of);
      all.push(of);
      if (structs !== undefined) places.put(node, structs.client, structs.start, structs.end, structs.stretches);
      if (content.is === "entry") takeEntry(node, content.entry);
      const twins = graph.at(node.log, node.seq);
      if (twins.length > 1) forks.set(`${node.log}/${node.seq}`, twins);
      if (node.seq === 1 && structs !== undefined)
        logs.set(structs.client, [...(logs.get(structs.client) ?? []), node]);
    },
  };
}
