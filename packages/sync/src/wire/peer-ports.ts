/**
 * What a peer needs and what it can do. Types only.
 *
 * Source: FR1–FR5, BL2, I6, I7, I10.
 */
import type { Result } from "@recourse/core";
import type { BlobEnd, BlobTalk } from "../blobs/blob-line.ts";
import type { Bytes } from "../log/bytes.ts";
import type { DeviceKeys } from "../log/device-keys.ts";
import type { DeviceId, LogCaseId, RecordHash } from "../log/log-ids.ts";
import type { CaseLog, Receipt } from "../log/record-gate.ts";
import type { Sealer } from "../log/sealer.ts";
import type { Watched } from "../watched.ts";
import type { Frame, NackCode, Tip } from "./frame.ts";
import type { Behind } from "./missing-records.ts";
import type { RelayMarks, RollBack } from "./relay-marks.ts";

/** The case as the peer needs it. */
export interface PeerCase {
  readonly log: CaseLog;
  /** Judges, stores and shows. Errors: they could not be stored. */
  readonly receive: (records: readonly Uint8Array[]) => Promise<Result<Receipt, unknown>>;
  /** Own records that no relay has acknowledged. */
  readonly outbox: () => Promise<readonly RecordHash[]>;
  readonly acknowledged: (hashes: readonly RecordHash[]) => Promise<void>;
}

export interface PeerPorts {
  readonly caseId: LogCaseId;
  readonly of: PeerCase;
  readonly sealer: Sealer;
  readonly device: DeviceKeys;
  readonly other: "relay" | "member";
  /** Of the relay, as the app was served; both members name the same. */
  readonly origin: string;
  /** On a direct way: what both certificates are, so that nobody in between passes AUTH on. Source: FR1. */
  readonly binding?: Bytes;
  /** Units: ms. Default 15,000. */
  readonly pingEvery?: number;
  readonly random: (length: number) => Bytes;
  readonly send: (message: Bytes) => void;
  /** Answers when more may be sent. */
  readonly ready: () => Promise<void>;
  /** Units: ms since 1970. */
  readonly now: () => number;
  readonly marks?: RelayMarks;
  readonly remember?: (marks: RelayMarks) => void;
  /** What somebody with an invite says; answers what to say to him. Only owner devices are told. */
  readonly hearJoin?: (frame: JoinFrame) => Promise<JoinFrame | undefined>;
  /** What members look at, as it comes in: judged by whoever hears it (FR5). */
  readonly hearEph?: (sealed: Bytes) => Promise<unknown>;
  /** Brings evidence along (BL2). */
  readonly blobs?: { readonly attach: (end: BlobEnd) => BlobTalk };
}

/** A word to or from somebody who holds an invite. */
export type JoinFrame = Frame & { readonly is: "join" };

export interface PeerState {
  /** `refused`: by the other side, see `code`. */
  readonly is: "greeting" | "syncing" | "live" | "refused" | "ended";
  readonly code: NackCode | undefined;
  readonly relay: string | undefined;
  readonly rolledBack: RollBack | undefined;
  readonly behind: readonly Behind[];
  /** What other members said, signed, to have. Source: FR2, I6. */
  readonly seen: ReadonlyMap<DeviceId, readonly Tip[]>;
  /** Records the other side would not take, with the reason. */
  readonly notTaken: ReadonlyMap<RecordHash, NackCode>;
  /** An answer has not come for five seconds (I10). */
  readonly silent: boolean;
}

export interface Peer {
  readonly state: Watched<PeerState>;
  readonly start: () => void;
  /** A message has come. Answers when all of it has been dealt with. */
  readonly take: (message: Uint8Array) => Promise<void>;
  /** There are new records: own ones as they are sealed, those of others as they come in elsewhere. */
  readonly offer: (hashes: readonly RecordHash[]) => void;
  readonly sayJoin: (frame: JoinFrame) => void;
  /** Lost where there is no way yet: it is said again. Source: FR5. */
  readonly sayEph: (sealed: Bytes) => void;
  /** Call it about once a second. */
  readonly tick: () => Promise<void>;
  /** The way to the other side is gone. */
  readonly leave: () => void;
  /** Answers when everything begun so far is done and sent. */
  readonly idle: () => Promise<void>;
}
