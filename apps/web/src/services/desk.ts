/**
 * Desk: what a screen may do with the workbench around it: open, run, say, and the query of its own address. Types and the late tie to the shell.
 *
 * 1. Services exist before the shell that shows them: until it is tied, asking is a bug and throws.
 */
import type { Id } from "@recourse/core";
import type { Accessor } from "solid-js";
import type { QuickProvider, Route, Toast } from "@recourse/ui";

export interface Desk {
  /** Opens an editor: view id and argument. */
  readonly open: (view: string, arg?: string, where?: "here" | "beside") => void;
  /** Runs a command of any feature by its id. */
  readonly exec: (command: string, arg?: unknown) => void;
  readonly can: (command: string) => boolean;
  readonly toast: (toast: Toast) => void;
  /** Says a sentence to screen readers. */
  readonly announce: (sentence: string) => void;
  /** The case of the tab in view. Tracked. */
  readonly activeCase: Accessor<Id | undefined>;
  /** The query of the tab in view, e.g. `view` of a case or filters of the board. Tracked. */
  readonly query: Accessor<Route["query"]>;
  /** Changes keys of the query; undefined takes one out. */
  readonly setQuery: (change: Readonly<Record<string, string | undefined>>, how?: "push" | "replace") => void;
  /** Adds a kind of thing the one box finds; returns the removal. */
  readonly provide: (provider: QuickProvider) => () => void;
}

/** A desk whose shell comes later. */
export function lateDesk(): { readonly desk: Desk; readonly tie: (to: Desk) => void } {
  let tied: Desk | undefined;
  const now = (): Desk => {
    if (tied === undefined) throw new Error("the desk was asked before the shell was made");
    return tied;
  };
  return {
    tie: (to) => {
      tied = to;
    },
    desk: {
      open: (view, arg, where) => now().open(view, arg, where),
      exec: (command, arg) => now().exec(command, arg),
      can: (command) => now().can(command),
      toast: (toast) => now().toast(toast),
      announce: (sentence) => now().announce(sentence),
      activeCase: () => now().activeCase(),
      query: () => now().query(),
      setQuery: (change, how) => now().setQuery(change, how),
      provide: (provider) => now().provide(provider),
    },
  };
}
