/** A screen of letters in a real browser, over a case in memory: mounted, with what it asked of the workbench, and judged by axe. */
import type { Lang } from "@recourse/core";
import axe from "axe-core";
import { createRoot, type JSX } from "solid-js";
import { render } from "solid-js/web";
import { letterCase, type LetterCase } from "../../parts/letter-case.fixture.ts";
import { createMemoryServices, type DeskLog } from "../../parts/memory-case.fixture.ts";
import { InCase, Served } from "../../parts/served.tsx";
import type { Services } from "../../services/services.ts";

export interface Mounted {
  readonly of: LetterCase;
  readonly services: Services;
  readonly log: DeskLog;
  readonly setLang: (lang: Lang) => void;
  readonly end: () => void;
}

export interface MountOptions {
  /** Facts of the case itself. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Services beyond words and desk. */
  readonly more?: Partial<Services>;
  /** Of the window, which the test sets. Units: CSS pixels. */
  readonly size?: readonly [width: number, height: number];
  readonly theme?: "light" | "dark" | "contrast";
}

/** Where a test says nothing of its window. */
export const WIDE = [900, 800] as const;

/** `prepare` runs before the screen is drawn. */
export function mountScreen(
  screen: (services: Services, of: LetterCase) => JSX.Element,
  { facts, more, theme = "light" }: MountOptions = {},
  prepare: (of: LetterCase) => void = () => undefined,
): Mounted {
  document.documentElement.dataset["theme"] = theme;
  document.documentElement.lang = "zh-CN";
  document.title = "letters";
  const host = document.body.appendChild(document.createElement("main"));
  return createRoot((dispose) => {
    const of = letterCase(facts);
    prepare(of);
    const { services, log, setLang } = createMemoryServices(of.live, more);
    const unmount = render(
      () => (
        <Served services={services}>
          <InCase live={of.live}>{screen(services, of)}</InCase>
        </Served>
      ),
      host,
    );
    const end = (): void => {
      unmount();
      dispose();
      host.remove();
      delete document.documentElement.dataset["theme"];
    };
    return { of, services, log, setLang, end };
  });
}

/** Rules about a whole page of the app, of which a test shows one part. */
const ofThePage = ["region", "page-has-heading-one", "landmark-one-main", "bypass"];

/** What axe finds in the page, by its rules of good practice too. */
export async function axeViolations(): Promise<readonly string[]> {
  const rules = Object.fromEntries(ofThePage.map((rule) => [rule, { enabled: false }]));
  const { violations } = await axe.run(document, { resultTypes: ["violations"], rules });
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" ")}`);
}

/** Units: CSS pixels by which the page is wider than its window. */
export const tooWide = (): number => Math.max(0, document.documentElement.scrollWidth - window.innerWidth);
