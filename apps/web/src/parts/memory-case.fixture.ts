/**
 * A case and services in memory for component tests: core decides, applies and assesses; nothing is stored. Not pure: signals.
 *
 * 1. The rules are the real ones and the pack is the shipped one, so a component test also says that screens and rules fit.
 */
import {
  addMillis,
  apply,
  assess,
  commands,
  decide,
  emptyCase,
  id,
  info,
  instant,
  measure,
  ok,
  type Assessment,
  type Case,
  type CommandContext,
  type Id,
  type Kind,
  type Lang,
  type Pack,
  type RecordOf,
} from "@recourse/core";
import { pack } from "@recourse/pack-cn";
import { hasWord, letterRenderer, say as sayIn, word } from "@recourse/words";
import { createComputed, createMemo, createSignal, type Accessor } from "solid-js";
import { rowOf } from "../live/board-row.ts";
import { createRowBook } from "../live/row-book.ts";
import { eachPass } from "../live/pass-signals.ts";
import { withIds } from "../live/minted.ts";
import type { CaseLive, Say, Services, Trouble } from "../services/services.ts";

export const FIXTURE_NOW = instant("2024-05-05T08:00:00+08:00");

/** Ids in the order in which they are asked for. */
export function createIds(start = 1): () => Id {
  let n = start;
  return () => id(`01ARZ3NDEKTSV4RRFF${String(n++).padStart(8, "0")}`);
}

export interface MemoryCase {
  readonly live: CaseLive;
  /** Runs a command that has to be accepted. Errors: throws with the refusal. */
  readonly must: (command: string, data: Readonly<Record<string, unknown>>) => readonly Id[];
  readonly case: Accessor<Case>;
}

/** What is kept in memory only was never damaged. */
const noTrouble: Trouble = { foreign: [], quarantine: [], conflicts: [] };

/** A case that exists only here; must be called under an owner. `rules`: the light pack, unless a test needs long texts. */
export function createMemoryCase(
  create: Readonly<Record<string, unknown>>,
  mint = createIds(),
  rules: Pack = pack,
): MemoryCase {
  const caseId = mint();
  const [of, setOf] = createSignal(emptyCase(caseId));
  const context: CommandContext = { now: FIXTURE_NOW, role: "owner", pack: rules, render: letterRenderer, mint };
  const assessment = createMemo(() => assess(rules, of(), FIXTURE_NOW, letterRenderer));
  const pass =
    <K extends keyof Assessment>(name: K): Accessor<Assessment[K]> =>
    () =>
      assessment()[name];
  const run: CaseLive["run"] = (command, data) => {
    const decided = decide(of(), command, withIds(commands.get(command)?.schema, data, mint), context);
    if (!decided.ok) return decided;
    setOf(apply(of(), decided.value).case);
    const made = decided.value.flatMap((c) => (c.op === "put" || c.op === "append" ? [c.id] : []));
    return ok({ saved: Promise.resolve(true), made });
  };
  const live: CaseLive = {
    caseId,
    record: (kind, recordId) => (recordId === undefined ? undefined : recordIn(of(), kind, recordId)),
    ids: (kind) => Object.keys(of().live[kind]).map(id),
    all: (kind) => Object.values(of().live[kind]),
    ...eachPass(pass),
    trouble: () => noTrouble,
    measures: () => measure(of(), rules),
    whole: of,
    row: () => rowOf(of(), assessment()),
    run,
    confirm: () => refuse("confirm"),
    undo: () => ({ applied: 0, skipped: 0 }),
    redo: () => ({ applied: 0, skipped: 0 }),
    canUndo: () => false,
    canRedo: () => false,
    readOnly: () => false,
  };
  const must: MemoryCase["must"] = (command, data) => {
    const done = run(command, data);
    if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.error)}`);
    return done.value.made;
  };
  must("case.create", { lang: "zh-CN", ...create });
  if (info(of()) === undefined) throw new Error("the case was not created");
  return { live, must, case: of };
}

const recordIn = <K extends Kind>(of: Case, kind: K, recordId: string): RecordOf<K> | undefined => {
  const slice = of.live[kind];
  return Object.hasOwn(slice, recordId) ? slice[recordId] : undefined;
};

/** What a desk was asked to do. */
export interface DeskLog {
  readonly executed: readonly { readonly command: string; readonly arg: unknown }[];
  readonly toasts: readonly string[];
}

export interface MemoryServices {
  readonly services: Services;
  readonly log: DeskLog;
  readonly setLang: (lang: Lang) => void;
}

const refuse = (name: string): never => {
  throw new Error(`${name} is not part of this test`);
};

/** Services around one case: words and desk are real enough for screens; bytes and imports are given by the test. */
export function createMemoryServices(live: CaseLive | undefined, more: Partial<Services> = {}): MemoryServices {
  const [lang, setLang] = createSignal<Lang>("zh-CN");
  const executed: { command: string; arg: unknown }[] = [];
  const toasts: string[] = [];
  const say: Say = {
    lang,
    setLang,
    word: (code, args = {}) => word(code, args, lang()),
    say: (m) => sayIn(m, lang()),
    has: hasWord,
    bring: () => undefined,
  };
  const book = createRowBook();
  createComputed(() => {
    const row = live?.row();
    if (row !== undefined) book.put([[row.caseId, row]]);
  });
  const services: Services = {
    say,
    now: () => addMillis(FIXTURE_NOW, 0),
    pack,
    fullPack: () => pack,
    cases: {
      list: () => [],
      rows: book.all,
      book,
      known: () => true,
      live: (caseId) => (caseId === live?.caseId ? live : undefined),
      create: () => refuse("create"),
      openArchive: () => refuse("openArchive"),
      archive: () => refuse("archive"),
      remove: () => refuse("remove"),
      setAside: () => refuse("setAside"),
      trouble: () => undefined,
    },
    intake: {
      take: () => Promise.resolve([]),
      progress: () => undefined,
      waiting: () => [],
      sort: () => refuse("sort"),
      dismiss: () => refuse("dismiss"),
      accept: () => refuse("accept"),
    },
    blobs: {
      get: (sha256) => Promise.resolve({ ok: false, error: { kind: "missing", sha256 } }),
      url: () => () => undefined,
      store: () => refuse("store"),
    },
    get offline() {
      return refuse("offline");
    },
    get install() {
      return refuse("install");
    },
    get dossier() {
      return refuse("dossier");
    },
    get reference() {
      return refuse("reference");
    },
    get storage() {
      return refuse("storage");
    },
    version: "test",
    me: { name: () => "", rename: () => undefined },
    sharing: {
      isPossible: () => true,
      of: () => undefined,
      begin: () => refuse("begin"),
      earlier: { of: () => false, file: () => refuse("earlier.file"), drop: () => refuse("earlier.drop") },
      files: { take: () => refuse("files.take"), restore: () => refuse("files.restore") },
      join: { state: () => ({ is: "no_invite" }), ask: () => refuse("join.ask"), leave: () => undefined },
    },
    snoozes: { asleep: () => new Set(), until: () => undefined, put: () => refuse("snooze") },
    respondents: { all: () => [], forget: () => undefined, recall: () => undefined },
    discreet: {
      on: () => false,
      set: () => undefined,
      locked: () => false,
      lock: () => undefined,
      unlock: () => undefined,
    },
    reminders: { state: () => "off", enable: () => refuse("reminders"), disable: () => undefined },
    desk: {
      open: (view, arg) => void executed.push({ command: `open ${view}`, arg }),
      exec: (command, arg) => void executed.push({ command, arg }),
      can: () => true,
      provide: () => () => undefined,
      toast: ({ text }) => void toasts.push(text),
      announce: () => undefined,
      activeCase: () => live?.caseId,
      query: () => ({}),
      setQuery: () => undefined,
    },
    typing: () => undefined,
    saveWord: () => "saved",
    saved: () => Promise.resolve(),
    download: () => undefined,
    ...more,
  };
  return { services, log: { executed, toasts }, setLang };
}
