/** The list before the next purchase, in a real browser: it works without a case and keeps nothing. */
import "@recourse/ui/theme.css";
import axe from "axe-core";
import { render } from "solid-js/web";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { createReference } from "../../services/reference.ts";
import { PurchaseView } from "./PurchaseView.tsx";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

async function mount(width = 800) {
  await page.viewport(width, 900);
  const host = document.createElement("main");
  document.body.append(host);
  const end = render(() => {
    const { services } = createMemoryServices(undefined, { reference: createReference() });
    return <PurchaseView arg={undefined} services={services} active />;
  }, host);
  ended = () => {
    end();
    host.remove();
  };
  await expect.poll(() => host.querySelectorAll("[data-item]").length).toBeGreaterThan(4);
  return host;
}
const level = (host: HTMLElement) => host.querySelector("[data-level]")?.getAttribute("data-level");
const answer = (host: HTMLElement, item: number, nth: number): void =>
  host.querySelectorAll("[data-item]")[item]?.querySelectorAll<HTMLElement>("input")[nth]?.click();

test("[S4] open, until one speaks against it, until none does; start over and it is open again", async () => {
  const host = await mount();
  expect(level(host)).toBe("open");
  const all = host.querySelectorAll("[data-item]").length;
  for (let item = 0; item < all; item += 1) answer(host, item, 0);
  expect(level(host)).toBe("clear");
  expect(host.querySelector("[data-level]")?.textContent).toContain("这不代表对方可靠");
  // The first item of the list is one that stops.
  answer(host, 0, 1);
  expect(level(host)).toBe("stop");
  expect(host.querySelector("[data-level]")?.textContent).toContain("先不要付钱");
  await page.getByRole("button", { name: "重新来" }).click();
  expect([level(host), host.querySelectorAll("input:checked").length]).toEqual(["open", 0]);
});

test.each([800, 360])(
  "[A6] axe finds nothing at %i px, and nothing is lower than a finger on a phone",
  async (width) => {
    const host = await mount(width);
    for (const fold of host.querySelectorAll("details")) fold.open = true;
    expect((await axe.run(host)).violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
    const low = [...host.querySelectorAll<HTMLElement>("button, summary, label")].filter(
      (e) => e.getBoundingClientRect().height < (width === 360 ? 44 : 24),
    );
    expect(low.map((e) => e.outerHTML.slice(0, 80))).toEqual([]);
  },
);
