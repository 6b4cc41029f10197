/**
 * Dossier: what leaves a case as files, and what comes back: letters, bundles, verification, archives. Types, and the service that loads the rest
 * when it is first asked.
 *
 * 1. Nothing here is loaded with the first screen: DOCX and ZIP code comes with the first file.
 * 2. Every original is hashed again before it is packed; one that differs is named and nothing is packed.
 */
import {
  err,
  type CaseFile,
  type Id,
  type Instant,
  type Lang,
  type Pack,
  type RedactionProfile,
  type Result,
  type When,
} from "@recourse/core";
import type {
  BagReport,
  BundleProfile,
  BundleRefusal,
  Masked,
  MergeChoice,
  MergePreview,
  WithheldReason,
} from "@recourse/dossier";
import type { BlobStore } from "@recourse/vault";
import type { OpenCases } from "./open-cases.ts";
import type { CaseLive } from "./services.ts";

export type { BagReport, BundleProfile, MergeChoice, MergePreview, MergeRow } from "@recourse/dossier";

/** Worded by `screen.bundle.error.<kind>`; a refusal by `bundle.refused.<kind>`. */
export type DossierError =
  /** This reader does not get a bundle of this case, or not yet. `draft`: the letter it would take along. */
  | { readonly kind: "refused"; readonly refusal: BundleRefusal; readonly draft?: Id }
  | { readonly kind: "no_letter" }
  | { readonly kind: "not_ready"; readonly n: number }
  | { readonly kind: "missing"; readonly name: string }
  | { readonly kind: "altered"; readonly name: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly reason: string };

/** A finished file. */
export interface MadeFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Units: `size` in bytes. */
export interface BundleFile {
  readonly path: string;
  readonly size: number;
}

/** For whom a bundle is; nothing of it: for nobody in particular. */
export interface BundleChoice {
  readonly profile?: RedactionProfile;
  /** Its channel decides the profile. */
  readonly filing?: Id;
  /** P4: pictures of identity papers carry a mark for this matter. */
  readonly identityMarked?: boolean;
  /** P2: words to leave unmasked in public. */
  readonly keep?: readonly string[];
}

/** What a bundle would hold, before anything is read. Units: `size` in bytes. */
export interface BundlePlan {
  readonly name: string;
  readonly files: readonly BundleFile[];
  readonly size: number;
  /** Rows that packing a whole bill shows though they belong to other matters. */
  readonly disclosures: readonly { readonly path: string; readonly otherRows: number }[];
  /** Exhibits that stay out (E14, P4); words `bundle.withheld.<reason>`. */
  readonly withheld: readonly { readonly name: string; readonly reason: WithheldReason }[];
  /** Whether the letter goes along, or why not. */
  readonly letter: "in" | "none" | "blocked";
  readonly draft: Id | undefined;
  /** Undefined: for nobody in particular. */
  readonly profile: BundleProfile | undefined;
  /** The channel and the office, in words. */
  readonly recipient: string | undefined;
  /** What was masked, and the text as it would be published; only for publication. */
  readonly redaction:
    | {
        readonly masked: readonly Masked[];
        readonly kept: readonly string[];
        readonly refused: readonly string[];
        readonly text: string;
      }
    | undefined;
}

/** Papers of a letter: its own text; for formal papers also the table of fields and the list of evidence. */
export type PaperPart = "letter" | "form" | "evidence";

/** One original under the name it gets outside. Units: `size` in bytes. */
export interface Attachment {
  readonly exhibit: Id;
  readonly number: number;
  readonly name: string;
  readonly size: number;
}

/** Units: bytes. */
export interface Watch {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** What an archive would do here. */
export type Incoming =
  | { readonly kind: "new"; readonly title: string }
  | {
      readonly kind: "known";
      readonly title: string;
      readonly caseId: Id;
      readonly preview: MergePreview;
      readonly theirs: CaseFile;
      /** Originals of the archive are stored when it is taken in. */
      readonly file: Blob;
    };

/** What was sent, as the person tells it. Units: `periodHours` in hours. */
export interface SentFacts {
  readonly draft: Id;
  readonly at: When;
  readonly channel: string;
  readonly periodHours?: number;
  /** The captured term in which they published that time (K7). */
  readonly clause?: Id;
}

export interface Dossier {
  /** A paper of a letter as plain text. Errors: `no_letter`, `not_ready`. */
  readonly text: (
    caseId: Id,
    draft: Id,
    part?: PaperPart,
  ) => Promise<Result<{ readonly name: string; readonly text: string }, DossierError>>;
  /** Errors: `no_letter`, `not_ready`, `failed`. */
  readonly docx: (caseId: Id, draft: Id, part?: PaperPart) => Promise<Result<MadeFile, DossierError>>;
  /** Originals with the names they get, in the order of the letter. */
  readonly attachments: (caseId: Id, draft: Id | undefined) => Promise<Result<readonly Attachment[], DossierError>>;
  /** Errors: `refused`. */
  readonly plan: (caseId: Id, choice?: BundleChoice) => Promise<Result<BundlePlan, DossierError>>;
  readonly bundle: (
    caseId: Id,
    choice?: BundleChoice,
    watch?: Watch,
  ) => Promise<Result<MadeFile & BundlePlan, DossierError>>;
  readonly verify: (file: Blob, watch?: Watch) => Promise<Result<BagReport, DossierError>>;
  /** What an archive holds that is not here. Reads only. */
  readonly incoming: (file: Blob) => Promise<Result<Incoming, DossierError>>;
  /** Takes in what was chosen, as ordinary changes of the case. Answers how many. */
  readonly takeIn: (
    of: Extract<Incoming, { kind: "known" }>,
    choices: readonly MergeChoice[],
  ) => Promise<Result<number, DossierError>>;
  /** Freezes what was sent (A3), with the hash of its text. */
  readonly markSent: (live: CaseLive, sent: SentFacts) => Promise<ReturnType<CaseLive["run"]>>;
  /** Puts text on the clipboard; false where the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
}

export interface DossierPorts {
  readonly open: OpenCases;
  /** Whether a case is on this device; asked after `pack`, when the list is there. Asking opens nothing. */
  readonly isHere: (caseId: Id) => boolean;
  readonly vault: () => BlobStore;
  readonly pack: () => Promise<Pack>;
  readonly now: () => Instant;
  readonly lang: () => Lang;
  readonly mint: () => Id;
  readonly clipboard: Pick<Clipboard, "writeText"> | undefined;
}

/** A failure of the loader or of the platform, as an answer. */
const failed = (thrown: unknown): DossierError => ({
  kind: "failed",
  reason: thrown instanceof Error && thrown.message !== "" ? thrown.message : "load",
});

/** The door to letters, bundles and archives; each part of the dossier package loads when it is first used. */
export function createDossier(ports: DossierPorts): Dossier {
  const make = () => import("./dossier-making.ts");
  const bundling = () => import("./dossier-bundling.ts");
  const merge = () => import("./dossier-merging.ts");
  const guarded = async <T>(work: () => Promise<Result<T, DossierError>>): Promise<Result<T, DossierError>> => {
    try {
      return await work();
    } catch (thrown) {
      return err(failed(thrown));
    }
  };
  return {
    text: (caseId, draft, part = "letter") =>
      guarded(async () => (await make()).paperAsText(ports, caseId, draft, part)),
    docx: (caseId, draft, part = "letter") =>
      guarded(async () => (await make()).paperAsDocx(ports, caseId, draft, part)),
    attachments: (caseId, draft) => guarded(async () => (await make()).attachmentsOf(ports, caseId, draft)),
    plan: (caseId, choice = {}) => guarded(async () => (await bundling()).planBundle(ports, caseId, choice)),
    bundle: (caseId, choice = {}, watch = {}) =>
      guarded(async () => (await bundling()).makeBundle(ports, caseId, choice, watch)),
    verify: (file, watch = {}) => guarded(async () => (await import("./dossier-verifying.ts")).verifyFile(file, watch)),
    incoming: (file) => guarded(async () => (await merge()).readIncoming(ports, file)),
    takeIn: (of, choices) => guarded(async () => (await merge()).takeIncoming(ports, of, choices)),
    markSent: async (live, sent) => (await make()).markSent(ports, live, sent),
    copy: async (text) => {
      try {
        if (ports.clipboard === undefined) return false;
        await ports.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
  };
}
