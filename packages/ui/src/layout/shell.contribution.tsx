/** The shell's own contribution: commands, keys and views for the layout, the quick input, problems and the theme. */
import { TriangleAlert } from "lucide";
import { command, type Command, type Contribution, type Outcome } from "../contribution.ts";
import { ProblemsView } from "../problems/ProblemsView.tsx";
import { THEMES } from "../theme/theme.ts";
import { closeOthers, focusGroup, moveTab, openTab, splitGroup, type Leaf, type Tab } from "./groups.ts";
import { focusPart } from "./parts.ts";
import type { Shell } from "./shell.ts";

/** Id of the problems view. */
export const PROBLEMS_VIEW = "ui.problems";

/** The group used last with its tab in view. */
function inView(shell: Shell): { readonly leaf: Leaf; readonly tab: Tab } | undefined {
  const tab = shell.layout.activeTab();
  const leaf = shell.layout.leaves().find((other) => other.id === shell.layout.groups().focus);
  return leaf === undefined || tab === undefined ? undefined : { leaf, tab };
}

function editorCommands(shell: Shell): readonly Command[] {
  const { layout } = shell;
  const category = "ui.category.editor";
  const step = (by: number): void => {
    const here = inView(shell);
    if (here === undefined) return;
    const { tabs, id } = here.leaf;
    const at = tabs.findIndex((tab) => tab.id === here.tab.id);
    const next = tabs.at((at + by) % tabs.length);
    if (next !== undefined) shell.keepFocus(() => layout.edit((groups) => openTab(groups, next, id)));
  };
  const said = (tab: Tab, group: string): void => {
    const at = layout.leaves().findIndex((leaf) => leaf.id === group);
    const n = findIndex(shell, group, tab.id) + 1;
    shell.announcer.say(shell.wb.word("ui.editor.moved", { title: shell.tabTitle(tab), group: at + 1, n }));
  };
  const toGroup = (by: number): void => {
    const here = inView(shell);
    const all = layout.leaves();
    const to = here && all[all.findIndex((leaf) => leaf.id === here.leaf.id) + by];
    if (here === undefined || to === undefined) return;
    shell.keepFocus(() => layout.edit((groups) => moveTab(groups, here.tab.id, here.leaf.id, to.id)));
    said(here.tab, to.id);
  };
  const shift = (by: number): void => {
    const here = inView(shell);
    if (here === undefined) return;
    const at = findIndex(shell, here.leaf.id, here.tab.id) + by;
    if (at < 0 || at >= here.leaf.tabs.length) return;
    shell.keepFocus(() => layout.edit((groups) => moveTab(groups, here.tab.id, here.leaf.id, here.leaf.id, at)));
    said(here.tab, here.leaf.id);
  };
  const split = (direction: "row" | "column"): void => {
    const here = inView(shell);
    if (here === undefined) return;
    layout.edit((groups) => splitGroup(groups, direction, here.tab));
    focusPart(document, { group: layout.groups().focus });
  };
  const make = (id: string, run: () => void, when = "editorOpen"): Command =>
    command({ id: `ui.editor.${id}`, title: `ui.editor.${id}`, category, when, run });
  const wide = "editorOpen && !phone";
  return [
    make("close", () => {
      const here = inView(shell);
      if (here === undefined) return;
      shell.keepFocus(() => layout.close(here.tab.id, here.leaf.id));
      shell.announcer.say(shell.wb.word("ui.editor.closed", { title: shell.tabTitle(here.tab) }));
    }),
    make("closeOthers", () => {
      const here = inView(shell);
      if (here !== undefined) shell.keepFocus(() => layout.edit((groups) => closeOthers(groups, here.tab.id)));
    }),
    make("next", () => step(1)),
    make("previous", () => step(-1)),
    make("splitRight", () => split("row"), wide),
    make("splitDown", () => split("column"), wide),
    make("moveLeft", () => shift(-1), wide),
    make("moveRight", () => shift(1), wide),
    make("moveNext", () => toGroup(1), `${wide} && groupCount != 1`),
    make("movePrevious", () => toGroup(-1), `${wide} && groupCount != 1`),
    make(
      "focusNext",
      () => {
        const all = layout.leaves();
        const at = all.findIndex((leaf) => leaf.id === layout.groups().focus);
        const next = all[(at + 1) % all.length];
        if (next === undefined) return;
        layout.edit((groups) => focusGroup(groups, next.id));
        focusPart(document, { group: next.id });
      },
      `${wide} && groupCount != 1`,
    ),
  ];
}

const findIndex = (shell: Shell, group: string, tab: string): number =>
  shell.layout
    .leaves()
    .find((leaf) => leaf.id === group)
    ?.tabs.findIndex((other) => other.id === tab) ?? -1;

/** The shell's contribution. */
export function shellContribution(shell: Shell): Contribution {
  const { layout, quick, theme } = shell;
  const view = (id: string, title: string, run: () => void, when?: string): Command =>
    command({ id, title, category: "ui.category.view", run, ...(when === undefined ? {} : { when }) });
  return {
    id: "ui.shell",
    commands: [
      view("ui.palette.open", "ui.palette.open", () => quick.open(">")),
      view("ui.quick.open", "ui.quick.open", () => quick.open()),
      view("ui.side.toggle", "ui.side.toggle", () => {
        if (shell.phone()) shell.setSheet("side");
        else shell.keepFocus(() => layout.setSideOpen(!layout.state().side.open));
      }),
      view("ui.panel.toggle", "ui.panel.toggle", () => {
        if (shell.phone()) shell.setSheet("panel");
        else shell.keepFocus(() => layout.setPanelOpen(!layout.state().panel.open));
      }),
      view("ui.problems.show", "ui.problems.show", () => shell.showPanel(PROBLEMS_VIEW)),
      view("ui.part.next", "ui.part.next", () => focusPart(document, { step: 1 }), "!phone"),
      view("ui.part.previous", "ui.part.previous", () => focusPart(document, { step: -1 }), "!phone"),
      ...editorCommands(shell),
      ...(theme === undefined ? [] : THEMES).map((name) =>
        command({
          id: `ui.theme.${name}`,
          title: `ui.theme.${name}`,
          category: "ui.category.theme",
          run: (): Outcome => {
            const old = theme?.name() ?? "system";
            theme?.set(name);
            return { said: "ui.theme.set", undo: { command: `ui.theme.${old}` } };
          },
        }),
      ),
    ],
    keys: [
      { key: "f1", command: "ui.palette.open" },
      { key: "mod+k", command: "ui.palette.open" },
      { key: "mod+p", command: "ui.quick.open" },
      { key: "mod+b", command: "ui.side.toggle" },
      { key: "mod+j", command: "ui.panel.toggle" },
      { key: "mod+shift+m", command: "ui.problems.show" },
      { key: "f6", command: "ui.part.next" },
      { key: "shift+f6", command: "ui.part.previous" },
      // Browsers keep Ctrl+W and Ctrl+Tab for themselves.
      { key: "alt+w", command: "ui.editor.close" },
      { key: "alt+pagedown", command: "ui.editor.next" },
      { key: "alt+pageup", command: "ui.editor.previous" },
      { key: "mod+\\", command: "ui.editor.splitRight" },
      { key: "mod+alt+arrowright", command: "ui.editor.moveNext" },
      { key: "mod+alt+arrowleft", command: "ui.editor.movePrevious" },
    ],
    views: [
      {
        id: PROBLEMS_VIEW,
        title: "ui.problems",
        icon: TriangleAlert,
        slot: "panel",
        order: -100,
        label: () => problemsLabel(shell),
        load: () => Promise.resolve({ default: () => <ProblemsView wb={shell.wb} /> }),
      },
    ],
    menus: [
      {
        menu: "status",
        command: "ui.problems.show",
        group: "left",
        order: 100,
        label: () => problemsLabel(shell),
      },
    ],
  };
}

function problemsLabel(shell: Shell): string {
  const n = shell.wb.problems().length;
  return n === 0 ? shell.wb.word("ui.problems.none.title") : shell.wb.word("ui.problems.count", { n });
}
