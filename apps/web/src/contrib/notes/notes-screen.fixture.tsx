/** The notes of a case on the screen, on a real document, for component tests; and an input method driven as the browser's own. Effects: DOM. */
import "@recourse/ui/theme.css";
import type { Id } from "@recourse/core";
import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { cdp, page } from "vitest/browser";
import { openSharedDoc, type SharedDoc } from "../../live/shared-doc.fixture.ts";
import { createMemoryServices } from "../../parts/memory-case.fixture.ts";
import type { Services } from "../../services/services.ts";
import { NotesView } from "./NotesView.tsx";

export interface NotesScreen {
  readonly host: HTMLElement;
  readonly of: SharedDoc;
  readonly notes: readonly Id[];
  readonly field: () => HTMLTextAreaElement;
  /** Text of the newest note as the case has it. */
  readonly text: () => string | undefined;
  readonly executed: readonly { readonly command: string; readonly arg: unknown }[];
  readonly toasts: readonly string[];
  readonly setLang: (lang: "zh-CN" | "en") => void;
  readonly end: () => void;
}

/** Shows the notes of a case that has these, the newest first. */
export async function mountNotes(
  texts: readonly string[],
  { width = 900, more = {} }: { readonly width?: number; readonly more?: Partial<Services> } = {},
): Promise<NotesScreen> {
  await page.viewport(width, 800);
  document.documentElement.lang = "zh-CN";
  document.title = "notes";
  const of = await openSharedDoc();
  const notes = texts.toReversed().flatMap((text) => of.must("note.add", { text }));
  const host = document.createElement("main");
  host.style.height = "760px";
  document.body.append(host);
  const [query, setQuery] = createSignal<Readonly<Record<string, string>>>({});
  const executed: { command: string; arg: unknown }[] = [];
  const toasts: string[] = [];
  const got: { setLang?: NotesScreen["setLang"] } = {};
  const endView = render(() => {
    const { services: base } = createMemoryServices(undefined);
    const desk: Services["desk"] = {
      ...base.desk,
      activeCase: () => of.caseId,
      exec: (command, arg) => void executed.push({ command, arg }),
      toast: ({ text }) => void toasts.push(text),
      query,
      setQuery: (change) =>
        setQuery((before) => {
          const next = Object.entries({ ...before, ...change });
          return Object.fromEntries(next.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
        }),
    };
    const cases: Services["cases"] = {
      ...base.cases,
      live: (caseId) => (caseId === of.caseId ? of.live() : undefined),
    };
    const { services, setLang } = createMemoryServices(undefined, { ...more, cases, desk });
    got.setLang = setLang;
    return <NotesView arg={of.caseId} services={services} active />;
  }, host);
  return {
    host,
    of,
    notes: notes.toReversed(),
    field: () => {
      const found = host.querySelector<HTMLTextAreaElement>("[data-note-text]");
      if (found === null) throw new Error("no note is open");
      return found;
    },
    text: () => of.live().record("note", notes.at(-1))?.text,
    executed,
    toasts,
    setLang: (lang) => got.setLang?.(lang),
    end: () => {
      endView();
      of.end();
      host.remove();
    },
  };
}

/** The session speaks the protocol of the browser; the runner's type names none of its methods. */
interface Protocol {
  send(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown>;
}
const protocol = (): Protocol => cdp() as unknown as Protocol;

/** What an input method does, through the browser. */
export const inputMethod = {
  /** Shows letters that are not decided yet. */
  compose: (text: string): Promise<unknown> =>
    protocol().send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
  /** Decides for a text. */
  commit: (text: string): Promise<unknown> => protocol().send("Input.insertText", { text }),
  /** Gives up. */
  cancel: (): Promise<unknown> =>
    protocol().send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 }),
} as const;
