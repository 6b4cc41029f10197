/**
 * The contribution model: what a feature hands to the workbench. Types only, pure.
 *
 * 1. Everything visible is named by a message key, never by a sentence; the kernel looks keys up through `Words`.
 * 2. `S` is the application's own map of services. The kernel passes it on and never looks inside.
 * 3. Commands are reached by id. A quick fix, a key and a menu entry are an id plus one argument, so they are plain data.
 */
import type { IconNode } from "lucide";
import type { JSX } from "solid-js";

/** A key of a message, e.g. `ui.palette.open`. */
export type MessageKey = string;

/** Languages the product is complete in. */
export type Lang = "zh-CN" | "en";

/** Values put into a message, e.g. `{ n: 3 }`. */
export type MessageArgs = Readonly<Record<string, unknown>>;

/** Looks a key up in the language of the moment. Reactive when the language is. */
export type Words = (key: MessageKey, args?: MessageArgs) => string;

/** A command id with its one argument: the form in which actions are stored, compared and passed around. */
export interface CommandCall {
  readonly command: string;
  readonly arg?: unknown;
}

/** Checks the argument of a command. A zod schema has this shape; the kernel itself needs no zod. */
export interface ArgSchema<A> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: A } | { readonly success: false; readonly error: unknown };
}

/**
 * What a command may say about what it did. The shell announces `said` and, with `undo`, offers it in a toast:
 * undoing is offered instead of asking beforehand.
 */
export interface Outcome {
  readonly said: MessageKey;
  readonly args?: MessageArgs;
  readonly undo?: CommandCall;
}

/** What `run` may hand back. */
export type RunResult = Outcome | void | Promise<Outcome | void>;

/** Something a person can do. */
export interface Command<A = unknown, S = unknown> {
  readonly id: string;
  readonly title: MessageKey;
  /** Heading in the palette, e.g. "Editor". */
  readonly category?: MessageKey;
  readonly icon?: IconNode;
  /** Where the command makes sense; elsewhere the palette and menus leave it out. */
  readonly when?: string;
  /** Where it may run; elsewhere it is shown but refused. */
  readonly enabled?: string;
  /** `false` keeps it out of the palette, for commands that mean nothing without an argument. */
  readonly palette?: boolean;
  readonly schema?: ArgSchema<A>;
  run(arg: A, services: S): RunResult;
}

/** Priority among keys of contributions; a person's own keys always win. */
export type KeyWeight = 0 | 1 | 2;

/** A key, or a sequence of keys, for a command. */
export interface Keybinding {
  /** e.g. `mod+k mod+s`; `mod` is Ctrl, or Cmd on a Mac. A symbol is written as itself: `?`, not `shift+/`. */
  readonly key: string;
  /** Used instead of `key` on a Mac. */
  readonly mac?: string;
  /** `-id` removes the key from that command; only a person's own keys may remove. */
  readonly command: string;
  readonly when?: string;
  readonly arg?: unknown;
  readonly weight?: KeyWeight;
}

/** Where a view lives. */
export type Slot = "side" | "panel" | "editor";

/** What a mounted view is given. */
export interface ViewProps<S = unknown> {
  /** What an editor shows, e.g. a case id; opaque to the kernel. */
  readonly arg: string | undefined;
  readonly services: S;
  /** False while the tab is kept in the background. */
  readonly active: boolean;
}

/** A view's component. Declared as a method so that a view of the app's services fits a shell that knows none. */
export type ViewComponent<S = unknown> = { render(props: ViewProps<S>): JSX.Element }["render"];

/** A place to look at something: a side bar view, a panel tab, or a kind of editor. */
export interface View<S = unknown> {
  readonly id: string;
  readonly title: MessageKey;
  readonly icon: IconNode;
  readonly slot: Slot;
  readonly order?: number;
  readonly when?: string;
  /** Side views: shown at the foot of the activity bar, like settings. */
  readonly foot?: boolean;
  /** Side views: the editor that opens together with this view. On a phone that editor is what the button shows. */
  readonly companion?: string;
  /** Editors: the title of one tab, e.g. the case's name. Reactive. Falls back to `title`. */
  label?(arg: string | undefined, services: S): string;
  /** A small number on the view's button, e.g. cards that wait for me. Reactive; 0 shows nothing. */
  count?(services: S): number;
  /** Loaded when first shown. */
  load(): Promise<{ readonly default: ViewComponent<S> }>;
}

/** Menus that can be contributed to. */
export type MenuName = "card" | "editor/title" | "view/title" | "status" | "activity";

/** A command in a menu. */
export interface MenuItem<S = unknown> {
  readonly menu: MenuName;
  readonly command: string;
  readonly arg?: unknown;
  /** Entries are sorted by group, then order. In the status bar a group that starts with `right` sits on the right. */
  readonly group?: string;
  readonly order?: number;
  readonly when?: string;
  readonly icon?: IconNode;
  /** Replaces the command's title by words of the moment, e.g. the state of saving. Reactive. */
  label?(services: S): string;
}

/** How much a problem matters. */
export type Severity = "error" | "warning" | "info";

/** A way out of a problem. */
export interface Fix extends CommandCall {
  readonly title: MessageKey;
  readonly args?: MessageArgs;
  /** The fix offered first, and the one the fix key runs. */
  readonly preferred?: boolean;
}

/** Something that wants attention. Worded by `word(code, args)`. */
export interface Problem {
  readonly code: MessageKey;
  readonly severity: Severity;
  readonly args?: MessageArgs;
  /** What it is about; opaque to the kernel, handed back to the reveal command. */
  readonly target: string;
  /** Where that is, in words already made, e.g. "Refund letter · sentence 3". */
  readonly place?: string;
  readonly fixes: readonly Fix[];
}

/** A source of problems. `problems` is read inside a memo, so only what changed runs again. */
export interface Check<S = unknown> {
  readonly id: string;
  problems(services: S): readonly Problem[];
}

/** Words a contribution brings along: language → key → sentence with `{name}` holes. */
export type Messages = Readonly<Record<Lang, Readonly<Record<MessageKey, string>>>>;

/** Everything one feature adds. */
export interface Contribution<S = unknown> {
  readonly id: string;
  readonly commands?: readonly Command<unknown, S>[];
  readonly keys?: readonly Keybinding[];
  readonly views?: readonly View<S>[];
  readonly menus?: readonly MenuItem<S>[];
  readonly checks?: readonly Check<S>[];
  readonly messages?: Messages;
  /** Runs once when added; what it returns runs when the contribution is removed. */
  activate?(services: S): (() => void) | void;
}

/** Gives `run` the type its schema promises, which a bare object literal in an array would not. */
export function command<A, S = unknown>(definition: Command<A, S>): Command<A, S> {
  return definition;
}
