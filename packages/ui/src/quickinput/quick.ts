/**
 * The state of the quick input. Not pure: holds signals.
 *
 * 1. Results are a memo, read only while it is open: closed, it costs nothing.
 * 2. The context of the moment before opening stays: the palette acts on what was selected.
 */
import { createMemo, createSignal, type Accessor } from "solid-js";
import type { CommandCall } from "../contribution.ts";
import type { Workbench } from "../workbench.ts";
import { pickProvider, rank, type Hit, type QuickItem, type QuickProvider } from "./provider.ts";

/** More rows than anyone looks through. */
const ROWS = 200;

/** Fills the box anew instead of running something; how the help list leads on. */
const PREFIX_COMMAND = "ui.quick.prefix";

export interface QuickInput {
  readonly isOpen: Accessor<boolean>;
  readonly text: Accessor<string>;
  readonly hits: Accessor<readonly Hit[]>;
  /** Index of the row that Enter picks. */
  readonly active: Accessor<number>;
  open(prefix?: string): void;
  close(): void;
  setText(text: string): void;
  setActive(index: number): void;
  /** Adds a provider; one without prefix stands before the commands. Returns the removal. */
  provide(provider: QuickProvider): () => void;
  /** What picking a row means: a call to run after closing, or undefined when the box goes on. */
  pick(index: number): CommandCall | undefined;
}

/** Makes the quick input with the shell's own providers: commands, problems, help. */
export function createQuickInput(wb: Workbench): QuickInput {
  const [isOpen, setOpen] = createSignal(false);
  const [text, write] = createSignal("");
  const [active, setActive] = createSignal(0);
  const [added, setAdded] = createSignal<readonly QuickProvider[]>([]);

  const commands: QuickProvider = {
    prefix: ">",
    title: "ui.quick.help.commands",
    items: () =>
      wb.palette().map((entry): QuickItem => {
        const category = entry.category === undefined ? undefined : wb.word(entry.category);
        return {
          id: entry.id,
          label: wb.word(entry.title),
          command: entry.id,
          keywords: entry.id,
          ...(category === undefined ? {} : { detail: category }),
          ...(entry.icon === undefined ? {} : { icon: entry.icon }),
          aside: wb.keyFor(entry.id) ?? "",
        };
      }),
  };
  const problems: QuickProvider = {
    prefix: "!",
    title: "ui.quick.help.problems",
    items: () => {
      const command = wb.revealCommand;
      if (command === undefined) return [];
      return wb.problems().map((problem, index) => ({
        id: `problem:${problem.code}:${problem.target}:${index}`,
        label: wb.word(problem.code, problem.args),
        detail: [wb.word(`ui.severity.${problem.severity}`), problem.place].filter(Boolean).join(" · "),
        command,
        arg: problem.target,
      }));
    },
  };
  const help: QuickProvider = {
    prefix: "?",
    title: "ui.quick.help.self",
    items: () =>
      providers()
        .filter((provider) => provider.prefix !== "?")
        .map((provider) => ({
          id: `help:${provider.prefix}`,
          label: wb.word(provider.title),
          aside: provider.prefix,
          command: PREFIX_COMMAND,
          arg: provider.prefix,
        })),
  };
  /** Answers without prefix: what the application offers there, then all commands. */
  const everything: QuickProvider = {
    prefix: "",
    title: "ui.quick.help.default",
    items: () => [...added().flatMap((own) => (own.prefix === "" ? own.items() : [])), ...commands.items()],
  };
  const providers = createMemo(() => {
    const byPrefix = new Map<string, QuickProvider>();
    for (const provider of [commands, problems, help, ...added(), everything]) byPrefix.set(provider.prefix, provider);
    return [...byPrefix.values()];
  });
  const hits = createMemo<readonly Hit[]>(() => {
    if (!isOpen()) return [];
    const { provider, query } = pickProvider(providers(), text());
    return provider === undefined ? [] : rank(provider.items(), query, wb.recent(), ROWS);
  });
  const setText = (next: string): void => {
    write(next);
    setActive(0);
  };
  return {
    isOpen,
    text,
    hits,
    // Fewer results than before must not leave the mark outside the list.
    active: () => Math.max(0, Math.min(active(), hits().length - 1)),
    open: (prefix = "") => {
      setText(prefix);
      setOpen(true);
    },
    close: () => {
      setOpen(false);
    },
    setText,
    setActive,
    provide: (provider) => {
      setAdded((list) => [...list, provider]);
      return () => {
        setAdded((list) => list.filter((other) => other !== provider));
      };
    },
    pick: (index) => {
      const item = hits()[index]?.item;
      if (item === undefined) return undefined;
      if (item.command === PREFIX_COMMAND) {
        setText(typeof item.arg === "string" ? item.arg : "");
        return undefined;
      }
      wb.used(item.id);
      return { command: item.command, arg: item.arg };
    },
  };
}
