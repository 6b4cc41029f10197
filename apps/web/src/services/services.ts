/**
 * The services of the app: what screens are given. Types only; made in `main.tsx`.
 *
 * 1. Screens read signals and run commands; they never see raw Yjs values, stores or sockets.
 * 2. Whatever writes answers with a Result that names the fix; nothing is dropped silently.
 * 3. What needs law and documents (`pack`, `fullPack`, `cases.live`, `dossier`, `reference`) is loaded after the first screen. Every view and command of a feature
 *    waits for it, except those of `today`, `board` and `settings`; words of labels and counts may run earlier and must not ask for it.
 * 4. The argument of an editor that belongs to a case begins with the case's id: `<caseId>` or `<caseId>/<more>`. Its address is `#/<view>/<argument>?<query>`.
 */
import type {
  Args,
  Case,
  DomainError,
  Id,
  Instant,
  Kind,
  Lang,
  Measures,
  Message,
  Pack,
  RecordOf,
  Result,
} from "@recourse/core";
import type { CaseReading, Conflict } from "@recourse/sync";
import type { FirstWords } from "@recourse/words/first";
import type { Accessor } from "solid-js";
import type { BoardRow } from "../live/board-row.ts";
import type { PassSignals } from "../live/pass-signals.ts";
import type { RowBook } from "../live/row-book.ts";
import type { Blobs } from "./blobs.ts";
import type { CaseListEntry, OpenTrouble } from "./case-list.ts";
import type { Desk } from "./desk.ts";
import type { DeviceStorage } from "./device-storage.ts";
import type { Dossier } from "./dossier.ts";
import type { Install } from "./install.ts";
import type { Offline } from "./offline.ts";
import type { Discreet } from "./discreet.ts";
import type { Reference } from "./reference.ts";
import type { Reminders } from "./reminders.ts";
import type { Respondents } from "./respondent-list.ts";
import type { Snoozes } from "./row-snoozes.ts";
import type { Sharing } from "./sharing/sharing.ts";
import type { Offer, TakenFile, WaitingFile } from "./taken-file.ts";

export type { BoardRow, Conflict };

/** Words in the language of the moment. */
export interface Say {
  readonly lang: Accessor<Lang>;
  readonly setLang: (lang: Lang) => void;
  readonly word: (code: string, args?: Args) => string;
  readonly say: (m: Pick<Message, "code" | "args">) => string;
  /** Whether there are words for a code: for codes that come from outside, e.g. a newer app's. */
  readonly has: (code: string) => boolean;
  /** Words that come with a screen, for as long as the whole table is not there; before the screen is drawn. */
  readonly bring: (words: FirstWords) => void;
}

/** What a write did. */
export interface Done {
  /** Resolves once the strict transaction completed: false when that attempt failed (it is tried again, see `saveWord`). */
  readonly saved: Promise<boolean>;
  /** Ids of records that came into being. */
  readonly made: readonly Id[];
}

/** What undoing or redoing did. `skipped` counts changes that are no longer ours. */
export interface UndoCount {
  readonly applied: number;
  readonly skipped: number;
}

/** What of a case could not be read, and what was written twice at once. The members stay the same until they change. */
export type Trouble = Pick<CaseReading, "foreign" | "quarantine" | "conflicts">;

/** One open case: records, the passes of its assessment, commands. Every accessor is tracked. */
export interface CaseLive extends PassSignals {
  readonly caseId: Id;
  readonly record: <K extends Kind>(kind: K, id: string | undefined) => RecordOf<K> | undefined;
  readonly ids: (kind: Kind) => readonly Id[];
  readonly all: <K extends Kind>(kind: K) => readonly RecordOf<K>[];
  /** The same object until any of it changes. */
  readonly trouble: Accessor<Trouble>;
  readonly measures: Accessor<Measures>;
  /** The whole case, tracked: for letters and bundles, not for rows. */
  readonly whole: Accessor<Case>;
  /** Its row as the board shows it. */
  readonly row: Accessor<BoardRow>;
  /**
   * Runs a core command; `id` is minted where the data has none, also in the parts of `case.create`. Undoable in this tab as one step.
   * `join`: runs of the same name one after the other become one step, for typing.
   */
  readonly run: (command: string, data: Readonly<Record<string, unknown>>, join?: string) => Result<Done, DomainError>;
  /** Settles a conflict for the value in use, as one step; choosing another value is a command. Errors: `immutable`. */
  readonly confirm: (conflict: Conflict) => Result<Done, DomainError>;
  readonly undo: () => UndoCount;
  readonly redo: () => UndoCount;
  readonly canUndo: Accessor<boolean>;
  readonly canRedo: Accessor<boolean>;
  readonly readOnly: Accessor<boolean>;
}

/** State of saving on this device, for the status bar. `opening`: the documents are not read yet. */
export type SaveWord = "opening" | "saved" | "saving" | "failed";

/** Why an archive was not read or made. */
export interface ArchiveTrouble {
  readonly kind: "archive";
  readonly reason: string;
  /** The case that is already here. */
  readonly caseId?: Id;
}

export interface Cases {
  /** Cases of this device, newest first. Empty until the workspace is read, see `known`. */
  readonly list: Accessor<readonly CaseListEntry[]>;
  /** Rows of the board, newest first; from the index, before any case is opened. Tracks every row: lists of many take `book`. */
  readonly rows: Accessor<readonly BoardRow[]>;
  /** The same rows, each tracked on its own. */
  readonly book: RowBook;
  /** Whether it is known if there are cases: until then neither "none" nor a list may be shown as final. */
  readonly known: Accessor<boolean>;
  /** The open case, or undefined while it opens; opening happens on first ask. */
  readonly live: (caseId: string | undefined) => CaseLive | undefined;
  /** Data of core's `case.create`; ids are minted. Resolves once it is durable. */
  readonly create: (
    data: Readonly<Record<string, unknown>>,
  ) => Promise<Result<Id, DomainError | { readonly kind: "store"; readonly reason: string }>>;
  /** Takes in a case that is not here yet, originals first. Errors: `known` with its id, see `dossier.incoming`; else as `ArchiveError`, `CaseFileError` or `StoreError`. */
  readonly openArchive: (file: Blob) => Promise<Result<Id, ArchiveTrouble>>;
  /** The case as an archive, originals included. */
  readonly archive: (caseId: Id) => Promise<Result<{ readonly name: string; readonly blob: Blob }, ArchiveTrouble>>;
  /** Deletes a case from this device for good, with originals no other case uses. False when the store refused: then nothing is gone. */
  readonly remove: (caseId: Id) => Promise<boolean>;
  /** Shows cases nowhere until the answer is called: for a deletion that can still be taken back. */
  readonly setAside: (caseIds: readonly Id[]) => () => void;
  /** Trouble while opening, worded by `screen.open.<kind>`. */
  readonly trouble: (caseId: string | undefined) => OpenTrouble | undefined;
}

/** Files that came in: taken into a case, or waiting to be sorted. */
export interface Intake {
  /** Stores the originals, recognises them and, where a case is named, takes them in; else they wait in the inbox. */
  readonly take: (
    files: readonly File[],
    caseId: Id | undefined,
    materialType?: string,
  ) => Promise<readonly TakenFile[]>;
  readonly progress: Accessor<
    { readonly name: string; readonly done: number; readonly total: number; readonly left: number } | undefined
  >;
  /** Files of the inbox, newest first, those sorted already included. */
  readonly waiting: Accessor<readonly WaitingFile[]>;
  /** Takes a waiting file into a case; it stays in the inbox as filed. */
  readonly sort: (itemId: Id, caseId: Id, materialType?: string) => Promise<TakenFile>;
  readonly dismiss: (itemId: Id, dismissed: boolean) => void;
  /** Makes what an offer of a taken file proposes. */
  readonly accept: (caseId: Id, offer: Offer) => Promise<Result<Done, DomainError>>;
}

/** The person at this device. */
export interface Me {
  /** Empty until they say it. */
  readonly name: Accessor<string>;
  readonly rename: (name: string) => void;
}

export interface Services {
  readonly say: Say;
  readonly now: Accessor<Instant>;
  /** The light pack. Throws before the documents are loaded, see invariant 3. */
  readonly pack: Pack;
  /** The pack with texts, undefined until they are loaded; asking loads them. */
  readonly fullPack: Accessor<Pack | undefined>;
  readonly cases: Cases;
  readonly intake: Intake;
  readonly blobs: Blobs;
  /** Files out, and archives in. */
  readonly dossier: Dossier;
  /** Long parts of the pack. */
  readonly reference: Reference;
  readonly offline: Offline;
  readonly install: Install;
  readonly storage: DeviceStorage;
  /** Version of the app, e.g. `0.1.0`. */
  readonly version: string;
  readonly me: Me;
  /** Cases that several devices hold. */
  readonly sharing: Sharing;
  /** Cases that were put off. */
  readonly snoozes: Snoozes;
  /** Other sides of closed cases, remembered on this device (S3). */
  readonly respondents: Respondents;
  /** Neutral names, hidden amounts, quick lock. */
  readonly discreet: Discreet;
  /** Notices of the system while the app is open. */
  readonly reminders: Reminders;
  readonly desk: Desk;
  readonly saveWord: Accessor<SaveWord>;
  /** Something is being typed that no document holds yet: the word is "saving" until it does. */
  readonly typing: (where: string, now: boolean) => void;
  /** When everything written so far is durable; before a reload. */
  readonly saved: () => Promise<void>;
  /** Hands a finished file to the person. */
  readonly download: (name: string, blob: Blob) => void;
}
