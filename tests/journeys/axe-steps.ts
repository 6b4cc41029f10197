/**
 * axe in a page of the app. Effects: adds a script to a browser context, runs it in a page.
 */
import axeCore from "axe-core";
import type { BrowserContext, Page } from "playwright-core";

export type Theme = "light" | "dark" | "contrast";

/** As it is named in the page. */
declare const axe: typeof axeCore;

/** Makes axe a script of every page to come: the app's policy lets no text become code later. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: axeCore.source });
}

/**
 * What axe finds on the screen in an appearance. Light is looked at with every rule; the others differ in colours only, and high contrast has to
 * reach 7 : 1.
 */
export const axeFindings = (page: Page, theme: Theme): Promise<readonly string[]> =>
  page.evaluate(async (name) => {
    const root = document.documentElement;
    const before = root.dataset["theme"];
    root.dataset["theme"] = name;
    const colours = [
      "color-contrast",
      "link-in-text-block",
      ...(name === "contrast" ? ["color-contrast-enhanced"] : []),
    ];
    const result = await axe.run(document, {
      resultTypes: ["violations"],
      ...(name === "light" ? {} : { runOnly: { type: "rule" as const, values: colours } }),
    });
    if (before === undefined) delete root.dataset["theme"];
    else root.dataset["theme"] = before;
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ""}`),
    );
  }, theme);
