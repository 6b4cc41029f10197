/**
 * The workbench kernel: the registry of contributions and everything derived from it. Not pure: holds signals.
 *
 * 1. What is shown (palette, menus, views, keys, problems) is a memo over the contributions and the context; there is no
 *    second copy to keep in step.
 * 2. Adding a contribution returns its removal; removal takes everything of it away and runs what `activate` returned.
 * 3. The kernel knows the application's services only by type and passes them on.
 */
import { createMemo, createRoot, createSignal, mapArray, untrack, type Accessor } from "solid-js";
import { commandsById, createExecutor, type ExecResult } from "./commands.ts";
import { createContextKeys, type ContextKeys } from "./context.ts";
import type {
  Command,
  Contribution,
  Keybinding,
  Lang,
  MenuItem,
  MenuName,
  MessageArgs,
  Outcome,
  Problem,
  Slot,
  View,
  Words,
} from "./contribution.ts";
import { keyTable, showKeys, type KeyRow } from "./keybinding.ts";
import { createKeyboard, type Keyboard } from "./keyboard.ts";
import { fill, uiWord } from "./words.ts";

/** Where recent use is kept. */
export interface RecentStore {
  load(): readonly string[];
  save(ids: readonly string[]): void;
}

/** What the kernel is given. */
export interface WorkbenchOptions<S> {
  readonly services: S;
  /** The application's words; asked for keys that neither the shell nor a contribution words. */
  readonly words: Words;
  readonly lang: Accessor<Lang>;
  /** True on Apple platforms, where `mod` is Cmd. */
  readonly mac: boolean;
  readonly userKeys?: Accessor<readonly Keybinding[]>;
  readonly recent?: RecentStore;
  /** Command that goes to a problem's target; called with the target. */
  readonly revealCommand?: string;
}

/** The kernel as the shell and the application see it. */
export interface Workbench<S = unknown> {
  readonly services: S;
  readonly lang: Accessor<Lang>;
  readonly mac: boolean;
  readonly context: ContextKeys;
  readonly keyboard: Keyboard;
  readonly revealCommand: string | undefined;
  add(contribution: Contribution<S>): () => void;
  word(key: string, args?: MessageArgs): string;
  commands(): ReadonlyMap<string, Command<unknown, S>>;
  exec(id: string, arg?: unknown): Promise<ExecResult>;
  canRun(id: string): boolean;
  /** Hears every command that succeeded. Returns the undoing. */
  onDone(listener: (id: string, outcome: Outcome | undefined) => void): () => void;
  /** Commands for the palette, those used last first. */
  palette(): readonly Command<unknown, S>[];
  menu(name: MenuName): readonly MenuItem<S>[];
  views(slot: Slot): readonly View<S>[];
  view(id: string): View<S> | undefined;
  problems(): readonly Problem[];
  keys(): readonly KeyRow[];
  /** The key shown beside a command, e.g. `Ctrl+K`. */
  keyFor(command: string): string | undefined;
  /** Ids used last, the newest first. */
  recent(): readonly string[];
  /** Notes that something was used, e.g. opened from the palette. */
  used(id: string): void;
  dispose(): void;
}

const RECENT_KEPT = 60;

const byGroup = <S>(a: MenuItem<S>, b: MenuItem<S>): number => {
  const [left, right] = [a.group ?? "", b.group ?? ""];
  return left < right ? -1 : left > right ? 1 : (a.order ?? 0) - (b.order ?? 0);
};

/** Makes a workbench. It lives until `dispose`. */
export function createWorkbench<S>(options: WorkbenchOptions<S>): Workbench<S> {
  return createRoot((disposeRoot) => {
    const context = createContextKeys();
    context.bind("lang", options.lang);
    const [contributions, setContributions] = createSignal<readonly Contribution<S>[]>([]);
    const [recent, setRecent] = createSignal<readonly string[]>(options.recent?.load() ?? []);
    const listeners = new Set<(id: string, outcome: Outcome | undefined) => void>();
    const removals = new Map<Contribution<S>, () => void>();

    const used = (id: string): void => {
      const next = [id, ...untrack(recent).filter((other) => other !== id)].slice(0, RECENT_KEPT);
      setRecent(next);
      options.recent?.save(next);
    };
    const commands = createMemo(() => commandsById(contributions()));
    const executor = createExecutor(commands, context, options.services, (id, outcome) => {
      for (const listener of listeners) listener(id, outcome);
    });
    const views = createMemo(() =>
      contributions()
        .flatMap((contribution) => contribution.views ?? [])
        .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0)),
    );
    const viewById = createMemo(() => new Map(views().map((view) => [view.id, view])));
    const shown = createMemo(() => views().filter((view) => context.test(view.when)));
    const menus = createMemo(() =>
      contributions()
        .flatMap((contribution) => contribution.menus ?? [])
        .toSorted(byGroup),
    );
    const keys = createMemo(() =>
      keyTable(
        contributions().flatMap((contribution) => contribution.keys ?? []),
        options.userKeys?.() ?? [],
        options.mac,
      ),
    );
    const keyNames = createMemo(() => {
      const names = new Map<string, string>();
      for (const row of keys())
        if (!names.has(row.binding.command)) names.set(row.binding.command, showKeys(row.strokes, options.mac));
      return names;
    });
    const palette = createMemo(() => {
      const rank = new Map(recent().map((id, index) => [id, index]));
      const last = rank.size;
      return [...commands().values()]
        .filter((entry) => entry.palette !== false && context.test(entry.when) && context.test(entry.enabled))
        .toSorted((a, b) => (rank.get(a.id) ?? last) - (rank.get(b.id) ?? last));
    });
    // One memo per check: a check whose inputs stand still keeps its very list.
    const checks = createMemo(
      mapArray(
        () => contributions().flatMap((contribution) => contribution.checks ?? []),
        (check) => createMemo(() => check.problems(options.services)),
      ),
    );
    const problems = createMemo(() => checks().flatMap((found) => found()));
    const messages = createMemo(() => {
      const map = new Map<string, string>();
      for (const contribution of contributions())
        for (const [key, sentence] of Object.entries(contribution.messages?.[options.lang()] ?? {}))
          map.set(key, sentence);
      return map;
    });
    const keyboard = createKeyboard({
      table: keys,
      context,
      canRun: executor.canRun,
      run: (id, arg) => void executor.exec(id, arg),
    });

    return {
      services: options.services,
      lang: options.lang,
      mac: options.mac,
      revealCommand: options.revealCommand,
      context,
      keyboard,
      commands,
      exec: executor.exec,
      canRun: executor.canRun,
      palette,
      problems,
      keys,
      recent,
      used,
      word: (key, args) => {
        const own = uiWord(options.lang(), key, args);
        if (own !== undefined) return own;
        const brought = messages().get(key);
        return brought === undefined ? options.words(key, args) : fill(brought, args);
      },
      views: (slot) => shown().filter((view) => view.slot === slot),
      view: (id) => viewById().get(id),
      menu: (name) => menus().filter((item) => item.menu === name && context.test(item.when)),
      keyFor: (id) => keyNames().get(id),
      onDone: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      add: (contribution) => {
        setContributions((list) => [...list, contribution]);
        const ended = untrack(() => contribution.activate?.(options.services));
        const remove = (): void => {
          if (!removals.delete(contribution)) return;
          setContributions((list) => list.filter((other) => other !== contribution));
          ended?.();
        };
        removals.set(contribution, remove);
        return remove;
      },
      dispose: () => {
        for (const remove of removals.values()) remove();
        disposeRoot();
      },
    };
  });
}
