/** Files of a shared case in memory, for component tests: what a test says comes out of them, at once or when it lets it. */
import { err, id, ok, type Result } from "@recourse/core";
import type {
  CaseFiles,
  FileTrouble,
  SavedFile,
  TakenCasebox,
  TakingFiles,
} from "../../services/sharing/casebox-files.ts";

export const PROPOSED = "0z0za-kx4mw-jkmnp-7q2rt";
export const TAKEN_CASE = id("01ARZ3NDEKTSV4RRFF00000007");

/** alice's changes of a case that is here. */
export const taken = (more: Partial<TakenCasebox> = {}): TakenCasebox => ({
  caseId: TAKEN_CASE,
  title: "视频会员年卡",
  added: 12,
  known: 30,
  waiting: 0,
  refused: 0,
  isDamaged: false,
  ...more,
});

export interface FakeFiles {
  readonly files: CaseFiles;
  readonly taking: TakingFiles;
  /** What the next files say, one after the other; the last one stays. */
  readonly brings: (...next: readonly Result<TakenCasebox, FileTrouble>[]) => void;
  /** Why nothing is saved; undefined lets it succeed. */
  readonly refuse: (trouble: FileTrouble | undefined) => void;
  /** Keeps whatever begins from now on waiting, until the answer is called. */
  readonly hold: () => () => void;
}

/** `did`: where what screens asked for is written down. */
export function createFakeFiles(
  did: (act: string, ...args: readonly unknown[]) => void,
  onKept: () => void,
): FakeFiles {
  let answers: readonly Result<TakenCasebox, FileTrouble>[] = [ok(taken())];
  let trouble: FileTrouble | undefined;
  let held: Promise<void> = Promise.resolve();
  const name = (file: Blob): string => (file instanceof File ? file.name : "");
  const next = async (): Promise<Result<TakenCasebox, FileTrouble>> => {
    await held;
    const [first = ok(taken()), ...rest] = answers;
    if (rest.length > 0) answers = rest;
    return first;
  };
  const made = async (what: string): Promise<Result<SavedFile, FileTrouble>> => {
    await held;
    return trouble === undefined
      ? ok({ name: `recourse-${what}-0123abcd.casebox`, blob: new Blob([what]) })
      : err(trouble);
  };
  return {
    brings: (...to) => {
      answers = to;
    },
    refuse: (to) => {
      trouble = to;
    },
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => release();
    },
    files: {
      share: async () => {
        did("share");
        const file = await made("share");
        if (!file.ok) throw new Error(file.error.kind);
        return file.value;
      },
      backup: (passphrase) => {
        did("backup", passphrase);
        return made("backup");
      },
      recovery: (passphrase) => {
        did("recovery", passphrase);
        return made("recovery");
      },
      recoveryKept: () => {
        did("recoveryKept");
        onKept();
        return Promise.resolve();
      },
      propose: () => Promise.resolve(PROPOSED),
    },
    taking: {
      take: (file, passphrase) => {
        did("take", name(file), passphrase);
        return next();
      },
      restore: (backup, recovery, lost) => {
        did("restore", [name(backup.file), backup.passphrase], [name(recovery.file), recovery.passphrase], lost);
        return next();
      },
    },
  };
}
