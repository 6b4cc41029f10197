/**
 * Sharing: what screens may ask about a case that several devices hold, and what they may do with it. Types only.
 *
 * 1. A case that was never shared has none of this: it lies on this device alone, and nothing of it is sent.
 * 2. Nothing here waits for a connection: what is done is durable first and sent when there is a way.
 * 3. Rights are enforced by keys and by everyone who receives; what a screen hides is courtesy (S3).
 *
 * Source: 4-sync ME, JO, RE, FI; P5, G2.
 */
import type { Id, Instant, Result } from "@recourse/core";
import type { Accessor } from "solid-js";
import type { MadeFile } from "../dossier.ts";
import type { ArchiveTrouble } from "../services.ts";
import type { CaseFiles, TakingFiles } from "./casebox-files.ts";

export type Role = "owner" | "helper" | "viewer";

/**
 * What the status bar says of the case in view.
 * - `local`: shared, and no connection was tried yet. `live`: everything known to the relay is here and the other way round.
 * - `behind`: something that was named has not come (FR4). `waiting_for_key`: edits stay on this device until an owner device renews the key (EP3).
 * - `rolled_back`: the relay shows less than it had acknowledged, or is another one; everything is sent to it again (I12).
 * - `removed`: this device is out; what was here stays readable. `silent`: no answer for five seconds (I10).
 * - `refused`: the relay does not let this device in, see `code`. `direct`: the relay is away, and somebody is joined straight (FR6).
 */
export type Linking =
  | "local"
  | "connecting"
  | "syncing"
  | "live"
  | "behind"
  | "silent"
  | "offline"
  | "rolled_back"
  | "waiting_for_key"
  | "removed"
  | "refused"
  | "direct";

/** How far what was written here has come: `typing` → on this device → on the relay → seen by so many others. */
export interface Reach {
  readonly is: "saving" | "here" | "relay" | "seen" | "failed";
  /** Own records that no relay has acknowledged. */
  readonly unsent: number;
  /** Other people's devices that said to have everything this device wrote, whichever way it came to them. */
  readonly seenBy: number;
}

export interface MemberLine {
  /** Its device id, in hex. */
  readonly device: string;
  /** As they called themselves when joining; undefined where the name does not open. */
  readonly name: string | undefined;
  readonly role: Role | "out";
  readonly isMe: boolean;
  /** The recovery file of the case: no person, and nobody's phone. */
  readonly isRecovery: boolean;
  /** When it last said, signed, what it has. */
  readonly lastSeen: Instant | undefined;
  /** Records here that it had not when it last said so; undefined as long as it has said nothing. */
  readonly lacks: number | undefined;
  /** Members whose removal it has not seen: they may still hand it things. */
  readonly unaware: readonly string[];
  /** May be lowered or removed by this device (ME4). */
  readonly canChange: boolean;
}

export interface InviteLine {
  /** Hash of the entry, in hex. */
  readonly id: string;
  readonly role: Role;
  readonly expiresAt: Instant;
  /** How many may still use it. */
  readonly left: number;
  /** Only on the device that made it, and only while it is open: whoever has it may ask to join. */
  readonly link: string | undefined;
  /** On the relay, so that whoever opens the link finds it. */
  readonly isOnRelay: boolean;
}

export interface RequestLine {
  /** 16 bytes in hex. */
  readonly joiner: string;
  readonly invite: string;
  readonly name: string;
  readonly role: Role;
  /** The code appears only when both sides have shown their part (JO2). */
  readonly is: "asking" | "comparing" | "admitted" | "refused";
  /** Six digits. */
  readonly code: string | undefined;
  /** Another one asked with the same link (JO3). */
  readonly isAnother: boolean;
}

/** What a removed or doubled device wrote and nobody shows (RE3). */
export interface SetAsideLine {
  /** Record hash, in hex. */
  readonly id: string;
  readonly name: string | undefined;
  readonly at: Instant;
  readonly why: "removed" | "doubled";
  /** Field by field, as text. */
  readonly edits: readonly { readonly field: string; readonly value: string }[];
  readonly adopted: boolean;
}

/** How the bytes of one original stand on this device (BL2). Units: `size` bytes; `got`, `of` pieces. */
export interface EvidenceLine {
  readonly is: "here" | "missing" | "fetching";
  readonly size: number;
  readonly got: number;
  readonly of: number;
  /** Held by the relay, so that the others can fetch it while this device is away. */
  readonly onRelay: boolean;
  /** `no_room` on this device; `false_note`: what came is not what was announced; `store`; else why the relay would not take it. */
  readonly trouble: string | undefined;
}

/**
 * - `unsupported`: this browser has no Ed25519 or X25519. `elsewhere`: the case is open in another tab. `not_owner`: only owner devices do this.
 * - `no_key`: an owner device must renew the key first. `gone`: the invite, request or member is no longer there.
 * - `store`, `not_equal`, `not_canonical`: the case could not be carried over; it stays as it was.
 */
export interface ShareTrouble {
  readonly kind:
    | "unsupported"
    | "elsewhere"
    | "not_owner"
    | "no_key"
    | "gone"
    | "store"
    | "not_equal"
    | "not_canonical"
    | "closed";
  readonly code?: string;
}

/** Ways straight to other members (FR6). `impossible`: this browser cannot. `joined`: names of who is joined now; undefined where one does not open. */
export interface DirectFacts {
  readonly is: "off" | "on" | "impossible";
  readonly joined: readonly (string | undefined)[];
}

/** A shared case that is open. Every accessor is tracked. */
export interface SharedCase {
  readonly role: Accessor<Role | "out">;
  readonly linking: Accessor<Linking>;
  /** Why the relay refused, e.g. `not_member`. */
  readonly refusal: Accessor<string | undefined>;
  readonly reach: Accessor<Reach>;
  readonly members: Accessor<readonly MemberLine[]>;
  readonly invites: Accessor<readonly InviteLine[]>;
  readonly requests: Accessor<readonly RequestLine[]>;
  readonly setAside: Accessor<readonly SetAsideLine[]>;
  /** Of everything the case names, by SHA-256. */
  readonly evidence: Accessor<ReadonlyMap<string, EvidenceLine>>;
  /** There is no second owner device and the recovery file was not kept yet: losing this device loses the right to remove (ME5). */
  readonly needsRecovery: Accessor<boolean>;
  /** Units: hours it stays open. One use each. */
  readonly invite: (role: Role, hours: number) => Promise<Result<InviteLine, ShareTrouble>>;
  /** Takes the link out of use on this device: it is no longer answered. */
  readonly revoke: (invite: string) => void;
  /** The digits were compared: `same` admits, otherwise the request is refused for good. */
  readonly decide: (joiner: string, same: boolean) => Promise<Result<void, ShareTrouble>>;
  /** `out` brings a new key (EP2). */
  readonly lower: (device: string, to: "viewer" | "out") => Promise<Result<void, ShareTrouble>>;
  /** Writes the values again as one's own edits (RE3). */
  readonly adopt: (ids: readonly string[]) => Promise<Result<void, ShareTrouble>>;
  readonly files: CaseFiles;
  /** Who looks at what right now (FR5). */
  readonly present: Accessor<readonly PresentLine[]>;
  /** Says what this tab looks at; undefined: nothing. */
  readonly looksAt: (view: string | undefined) => void;
  /** What `who` of this tab attends to within it, as long as it looks at the case at all; undefined: nothing any more. The newest is what is said. */
  readonly attends: (who: object, to: Attention | undefined) => void;
  /** Carets of other people in a text, `kind/id/field`, as it stands here (FR5). */
  readonly carets: (field: string) => readonly CaretLine[];
  /** The last change of a record since it is shared; cheap enough for every row of a list. */
  readonly lastChange: (kind: string, id: string) => HistoryEntry | undefined;
  /** What was written since it is shared, the newest first, at most so many; of one record, or of all. */
  readonly history: (most: number, of?: { readonly kind: string; readonly id: string }) => readonly HistoryEntry[];
  /** Tries to connect at once. */
  readonly direct: Accessor<DirectFacts>;
  /** On this device, for this case: the other members see its network address. */
  readonly setDirect: (on: boolean) => Promise<Result<void, ShareTrouble>>;
  readonly reconnect: () => void;
}

export interface PresentLine {
  readonly device: string;
  readonly name: string | undefined;
  /** View and case part, e.g. `case`, `letter`, `board`. */
  readonly view: string;
  /** `kind/id` of the record that is open there. */
  readonly focus?: string;
  readonly isTyping: boolean;
}

/** A caret in a text that merges by character. `field`: `kind/id/field`. Units: UTF-16 code units. */
export interface CaretIn {
  readonly field: string;
  readonly anchor: number;
  readonly head: number;
}

/** What a part of this tab attends to. `focus`: `kind/id`. */
export interface Attention {
  readonly view: string;
  readonly focus: string;
  readonly caret?: CaretIn;
  readonly isTyping: boolean;
}

/** Somebody's caret. `session`: of one tab of theirs. Units: UTF-16 code units. */
export interface CaretLine {
  readonly session: string;
  readonly device: string;
  readonly name: string | undefined;
  readonly anchor: number;
  readonly head: number;
  readonly isTyping: boolean;
}

/** One change. The time is its writer's clock, which is advice. */
export interface HistoryEntry {
  readonly id: string;
  readonly name: string | undefined;
  readonly isMe: boolean;
  readonly at: Instant;
  readonly kind: string;
  readonly record: string;
  /** `""`: the record came about; `"!"`: taken out or brought back. */
  readonly field: string;
  /** As text; undefined where it was brought in as a whole. */
  readonly value: string | undefined;
}

/** How joining stands, for whoever opened a link. */
export type JoinState =
  /** What stands behind `#` is no invite of this version. */
  | { readonly is: "no_invite" }
  /** Read, and nothing said yet: the person gives a name first. */
  | { readonly is: "ready" }
  | { readonly is: "calling" }
  | { readonly is: "asking" }
  | { readonly is: "comparing"; readonly code: string }
  /** Admitted; records are coming. */
  | { readonly is: "fetching" }
  | { readonly is: "joined"; readonly caseId: Id; readonly role: Role }
  | { readonly is: "refused" }
  /** Used up, expired or unknown. */
  | { readonly is: "closed" }
  /** Owner or admission could not be confirmed from the records (JO4). */
  | { readonly is: "doubtful" }
  | { readonly is: "offline" }
  | { readonly is: "unsupported" };

export interface Sharing {
  /** Whether this browser has what sharing needs; undefined until it was asked. Tracked. */
  readonly isPossible: Accessor<boolean | undefined>;
  /** Tracked; undefined while the case is not open or not shared. */
  readonly of: (caseId: Id) => SharedCase | undefined;
  /** Gives the case its log (carry-over by value); the case reopens shared. `onStep`: parts done of all. */
  readonly begin: (caseId: Id, onStep?: (done: number, of: number) => void) => Promise<Result<void, ShareTrouble>>;
  readonly files: TakingFiles;
  /** A copy of a shared case that lay on this device before, unshared: what was written in it is in no other copy. */
  readonly earlier: {
    /** Whether there is one of an open case. Tracked. */
    readonly of: (caseId: Id) => boolean;
    /** As an archive, to be compared with the case of now. Errors: what cannot be read. */
    readonly file: (caseId: Id) => Promise<Result<MadeFile, ArchiveTrouble>>;
    /** Gives it up. Answers whether it is gone. */
    readonly drop: (caseId: Id) => Promise<boolean>;
  };
  readonly join: {
    readonly state: Accessor<JoinState>;
    /** Asks to join under this name. */
    readonly ask: (name: string) => void;
    /** Forgets the link. */
    readonly leave: () => void;
  };
}
