/** A page of a case on the screen, for component tests: real rules, real pack, a desk that writes down what it was asked. Effects: DOM. */
import "@recourse/ui/theme.css";
import type { Id } from "@recourse/core";
import type { ViewProps } from "@recourse/ui";
import axe from "axe-core";
import { createSignal, type Component } from "solid-js";
import { render } from "solid-js/web";
import { createReference } from "../services/reference.ts";
import type { Services } from "../services/services.ts";
import { createMemoryServices, type DeskLog, type MemoryCase } from "./memory-case.fixture.ts";

export interface PageOptions {
  /** Units: CSS pixels. */
  readonly width?: number;
  /** What stands after the case in the address of the page. */
  readonly rest?: (of: MemoryCase) => Id | undefined;
  readonly query?: Readonly<Record<string, string>>;
  readonly more?: Partial<Services>;
}

export interface MountedPage {
  readonly host: HTMLElement;
  readonly of: MemoryCase;
  readonly log: DeskLog;
  readonly setActive: (active: boolean) => void;
  readonly setLang: (lang: "zh-CN" | "en") => void;
  /** What axe finds, and on a phone what is lower than a finger. */
  readonly findings: () => Promise<readonly string[]>;
  readonly end: () => void;
}

const pressed = "button, select, summary, textarea, label:has(input[type=radio]), label:has(input[type=checkbox])";

/** The window a test runs in. */
export interface TestWindow {
  readonly viewport: (width: number, height: number) => Promise<void>;
}

/** Shows a view of a case; the case is made under the owner of the page. */
export async function mountPage(
  page: TestWindow,
  View: Component<ViewProps<Services>>,
  make: () => MemoryCase,
  { width = 900, rest, query = {}, more = {} }: PageOptions = {},
): Promise<MountedPage> {
  await page.viewport(width, 900);
  document.documentElement.lang = "zh-CN";
  document.title = "page";
  const host = document.createElement("main");
  document.body.append(host);
  const made: { of?: MemoryCase; log?: DeskLog; setLang?: MountedPage["setLang"] } = {};
  const [active, setActive] = createSignal(true);
  const end = render(() => {
    const of = make();
    const { services: plain, log } = createMemoryServices(of.live);
    const desk = { ...plain.desk, query: () => query };
    const { services, setLang } = createMemoryServices(of.live, { reference: createReference(), ...more, desk });
    made.of = of;
    made.log = log;
    made.setLang = setLang;
    const tail = rest?.(of);
    return (
      <View
        arg={tail === undefined ? of.live.caseId : `${of.live.caseId}/${tail}`}
        services={services}
        active={active()}
      />
    );
  }, host);
  const { of, log, setLang } = made;
  if (of === undefined || log === undefined || setLang === undefined) throw new Error("the page was not made");
  const findings = async (): Promise<readonly string[]> => {
    for (const fold of host.querySelectorAll("details")) fold.open = true;
    const { violations } = await axe.run(host);
    const least = width <= 640 ? 44 : 24;
    const low = [...host.querySelectorAll<HTMLElement>(pressed)].filter(
      (e) => e.checkVisibility() && e.getBoundingClientRect().height < least,
    );
    return [
      ...violations.flatMap((v) => v.nodes.map((node) => `${v.id}: ${node.html}`)),
      ...low.map((e) => `low: ${e.outerHTML.slice(0, 120)}`),
    ];
  };
  return {
    host,
    of,
    log,
    setActive,
    setLang,
    findings,
    end: () => {
      end();
      host.remove();
    },
  };
}
