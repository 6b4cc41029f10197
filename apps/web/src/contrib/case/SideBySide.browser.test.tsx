/** Two cases side by side in a real browser: no two sections have the same name; alone a section is called by its heading only. */
import "@recourse/ui/theme.css";
import axe from "axe-core";
import { createSignal, For, type JSX } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { createIds, createMemoryCase, createMemoryServices } from "../../parts/memory-case.fixture.ts";
import { InCase, Served } from "../../parts/served.tsx";
import type { CaseLive } from "../../services/services.ts";
import { CaseHead } from "./CaseHead.tsx";
import { Filings } from "./Filings.tsx";
import { Offers } from "./Offers.tsx";
import { countWhileShown } from "./shown-cases.ts";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

function Side(props: { readonly live: CaseLive; readonly active: boolean }): JSX.Element {
  countWhileShown(() => props.active);
  return (
    <article hidden={!props.active}>
      <CaseHead stepGone={false} />
      <Filings />
      <Offers />
    </article>
  );
}

test("[A6] side by side each section is named with its case; axe finds no landmark twice", async () => {
  await page.viewport(1200, 800);
  document.documentElement.lang = "zh-CN";
  document.title = "cases";
  const host = document.createElement("main");
  document.body.append(host);
  const [both, setBoth] = createSignal(false);
  const end = render(() => {
    const mint = createIds();
    const cases = ["年卡", "点券"].map((title) => createMemoryCase({ title, category: "membership" }, mint).live);
    return (
      <For each={cases}>
        {(live, at) => (
          <Served services={createMemoryServices(live).services}>
            <InCase live={live}>
              <Side live={live} active={at() === 0 || both()} />
            </InCase>
          </Served>
        )}
      </For>
    );
  }, host);
  ended = () => {
    end();
    host.remove();
  };
  await expect.element(page.getByRole("region", { name: "方案", exact: true })).toBeVisible();
  setBoth(true);
  await expect.element(page.getByRole("region", { name: "方案 年卡", exact: true })).toBeVisible();
  await expect.element(page.getByRole("region", { name: "方案 点券", exact: true })).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map((v) => v.id)).toEqual([]);
  setBoth(false);
  await expect.element(page.getByRole("region", { name: "方案", exact: true })).toBeVisible();
});
