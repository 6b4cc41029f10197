/**
 * The shell: everything its parts share, made once. Not pure: holds signals and listens to the window.
 *
 * 1. `createShell` owns what it makes; `dispose` ends it all, the workbench included.
 * 2. What a phone pulls up (side bar, panel, tabs, more) is one signal: never two sheets at a time.
 * 3. Context keys about the layout are bound, never copied: inputFocus and phone are set by events.
 */
import { createContext, createRoot, createSignal, onCleanup, useContext, type Accessor } from "solid-js";
import type { CommandCall, View } from "../contribution.ts";
import { focusKind } from "../keyboard.ts";
import { createAnnouncer, type Announcer } from "../primitives/Announcer.tsx";
import { returnFocus } from "../primitives/modal.ts";
import { createToasts, type Schedule, type Toasts } from "../primitives/Toasts.tsx";
import { createQuickInput, type QuickInput } from "../quickinput/quick.ts";
import type { Theme } from "../theme/theme.ts";
import type { Workbench } from "../workbench.ts";
import { keepFocusOn } from "./focus-keeper.ts";
import type { Tab } from "./groups.ts";
import type { LayoutState } from "./layout-state.ts";
import { createLayout, type Layout } from "./layout.ts";
import { shellContribution } from "./shell.contribution.tsx";

/** What a phone has pulled up. */
export type SheetName = "side" | "panel" | "tabs" | "more";

export interface ShellOptions {
  readonly wb: Workbench;
  /** A kept layout, read by `parseLayout`. */
  readonly layout?: LayoutState;
  readonly theme?: Theme;
  /** The big ＋ of a phone. */
  readonly add?: CommandCall;
  /** Timer of the toasts; the page's own when left out. */
  readonly schedule?: Schedule;
}

export interface Shell {
  readonly wb: Workbench;
  readonly layout: Layout;
  readonly quick: QuickInput;
  readonly toasts: Toasts;
  readonly announcer: Announcer;
  readonly theme: Theme | undefined;
  readonly add: CommandCall | undefined;
  /** At most 640 px wide. */
  readonly phone: Accessor<boolean>;
  readonly sheet: Accessor<SheetName | null>;
  setSheet(sheet: SheetName | null): void;
  /** The side view in use: the one chosen last, else the first. */
  readonly sideView: Accessor<View | undefined>;
  readonly panelView: Accessor<View | undefined>;
  /** Title of a tab in the words of the moment. */
  tabTitle(tab: Tab): string;
  /** Shows a side view, and its companion editor with it. */
  showSide(view: View): void;
  showPanel(view: string): void;
  /** Changes the layout and puts the focus on a neighbour when the change took its place away. */
  keepFocus(change: () => void): void;
  dispose(): void;
}

const PHONE = "(width <= 640px)";

/** Makes the shell of a workbench. */
export function createShell(options: ShellOptions): Shell {
  return createRoot((disposeRoot) => {
    const { wb } = options;
    const plain = createLayout(options.layout);
    const query = matchMedia(PHONE);
    const [phone, setPhone] = createSignal(query.matches);
    const [sheet, setSheet] = createSignal<SheetName | null>(null);
    const layout: Layout = {
      ...plain,
      // A sheet covers the editors of a phone: what is opened from it has to be seen.
      open: (view, arg, how) => {
        plain.open(view, arg, how);
        setSheet(null);
      },
    };
    const measure = (): void => {
      setPhone(query.matches);
      if (!query.matches) setSheet(null);
    };
    query.addEventListener("change", measure);
    onCleanup(() => {
      query.removeEventListener("change", measure);
    });

    const chosen = (slot: "side" | "panel", id: string | null): View | undefined => {
      const views = wb.views(slot);
      return views.find((view) => view.id === id) ?? views[0];
    };
    const sideView = (): View | undefined => chosen("side", layout.state().side.view);
    const panelView = (): View | undefined => chosen("panel", layout.state().panel.view);

    const focusedTab = (): HTMLElement | null =>
      document.querySelector(`[data-group="${CSS.escape(layout.groups().focus)}"] [role=tab][aria-selected=true]`);
    const shell: Shell = {
      wb,
      layout,
      quick: createQuickInput(wb),
      toasts: createToasts(options.schedule),
      announcer: createAnnouncer(),
      theme: options.theme,
      add: options.add,
      phone,
      sheet,
      setSheet: (next) => {
        setSheet(next);
      },
      sideView,
      panelView,
      tabTitle: (tab) => {
        const view = wb.view(tab.view);
        if (view === undefined) return tab.view;
        return view.label?.(tab.arg, wb.services) ?? wb.word(view.title);
      },
      showSide: (view) => {
        if (view.companion !== undefined) layout.open(view.companion);
        layout.showSide(view.id);
        if (phone()) setSheet(view.companion === undefined ? "side" : null);
      },
      showPanel: (view) => {
        layout.showPanel(view);
        if (phone()) setSheet("panel");
      },
      keepFocus: (change) => {
        const before = document.activeElement;
        const inside = before !== null && before !== document.body;
        change();
        const gone = inside && (!before.isConnected || before.closest("[hidden]") !== null);
        if (gone || (inside && document.activeElement === document.body)) returnFocus(focusedTab());
      },
      dispose: () => {
        wb.dispose();
        disposeRoot();
      },
    };

    const { context } = wb;
    context.bind("phone", phone);
    context.bind("sideOpen", () => layout.state().side.open);
    context.bind("sideView", () => sideView()?.id);
    context.bind("panelOpen", () => layout.state().panel.open);
    context.bind("panelView", () => panelView()?.id);
    context.bind("editorView", () => layout.activeTab()?.view);
    context.bind("editorArg", () => layout.activeTab()?.arg);
    context.bind("editorOpen", () => layout.activeTab() !== undefined);
    context.bind("groupCount", () => layout.leaves().length);
    context.bind("theme", () => options.theme?.name());
    const focusIn = (event: FocusEvent): void => {
      // Invariant 2 of quick.ts: the palette sees the context it was opened from.
      if (!shell.quick.isOpen()) context.set("inputFocus", focusKind(event.target) === "text");
    };
    // Leaving a field for nothing is told by focusout alone.
    const focusOut = (event: FocusEvent): void => {
      if (event.relatedTarget === null && !shell.quick.isOpen()) context.set("inputFocus", false);
    };
    document.addEventListener("focusin", focusIn);
    document.addEventListener("focusout", focusOut);
    onCleanup(() => {
      document.removeEventListener("focusin", focusIn);
      document.removeEventListener("focusout", focusOut);
    });
    onCleanup(keepFocusOn(document));
    onCleanup(wb.keyboard.listen(window));
    onCleanup(
      wb.onDone((_, outcome) => {
        if (outcome === undefined) return;
        const { undo } = outcome;
        const text = wb.word(outcome.said, outcome.args);
        if (undo === undefined) shell.toasts.show({ text });
        else {
          const run = (): void => void wb.exec(undo.command, undo.arg);
          shell.toasts.show({ text, action: { label: wb.word("ui.toast.undo"), run } });
        }
      }),
    );
    wb.add(shellContribution(shell));
    return shell;
  });
}

const ShellContext = createContext<Shell>();

/** Gives the shell to everything below. */
export const ShellProvider = ShellContext.Provider;

/** The shell this component stands in. Throws outside of one. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === undefined) throw new Error("useShell outside of a workbench");
  return shell;
}
