/**
 * `pnpm screenshots`: makes the pictures of the README from the built app and its sample cases. Effects: processes, browser, files in docs/images.
 *
 * 1. The pictures show what the app shows: no picture is edited.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { BUILD_COMMAND } from "./build.ts";
import { launch, openPage, serve } from "./served-app.ts";
import { runTool } from "./step.ts";
import { root } from "./workspace.ts";

const folder = join(root, "docs/images");
const WIDE = { width: 1389, height: 868 };
const PHONE = { width: 390, height: 800 };

/** Waits until nothing on the page changes size or place any more. */
const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== "running"));
};

const picture = async (page: Page, name: string): Promise<void> => {
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
};

/** Opens a sample through the import every archive takes. */
const openSample = async (page: Page, address: string, file: string, title: RegExp): Promise<string> => {
  await page.goto(address);
  await page.getByRole("button", { name: file }).first().click();
  await page.waitForURL(/#\/case\//);
  await page.getByRole("heading", { name: title }).first().waitFor();
  return page.url();
};

if (!(await runTool(BUILD_COMMAND))) process.exit(1);
mkdirSync(folder, { recursive: true });
const served = await serve();
const browser = await launch();
try {
  const { page, context } = await openPage(browser, { viewport: WIDE });
  await openSample(page, served.address, "看示例", /./);
  await page.goto(`${served.address}/#/board`);
  const likes = await openSample(page, served.address, "示例：刷赞订单", /./);
  await picture(page, "case");
  await page
    .getByRole("button", { name: /退款申请/ })
    .first()
    .click();
  await page.getByRole("heading", { name: "退款申请书" }).first().waitFor();
  await picture(page, "letter");
  await page.goto(`${served.address}/#/board`);
  await picture(page, "board");
  await page.setViewportSize(PHONE);
  await page.goto(`${served.address}/#/today`);
  await picture(page, "phone");
  await page.goto(likes);
  await context.close();
} finally {
  await browser.close();
  await served.stop();
}
