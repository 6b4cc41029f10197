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

/** Opens a sample case by the palette, as a person would who knows its name. Answers its address. */
const openSample = async (page: Page, title: string): Promise<string> => {
  const before = page.url();
  await page.keyboard.press("F1");
  await page.keyboard.type(title);
  await page.getByRole("option", { name: title }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href !== before && url.hash.startsWith("#/case/"));
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return page.url();
};

if (!(await runTool(BUILD_COMMAND))) process.exit(1);
mkdirSync(folder, { recursive: true });
const served = await serve();
const browser = await launch();
try {
  const { page, context } = await openPage(browser, { viewport: WIDE });
  await page.goto(served.address);
  await page.getByRole("button", { name: "新建案件" }).first().waitFor();
  await openSample(page, "示例：会员年卡");
  await openSample(page, "示例：刷赞订单");
  const likes = page.url();
  await picture(page, "case");
  await page.goto(`${served.address}/#/board`);
  await picture(page, "board");
  await page.goto(likes);
  await page.getByRole("button", { name: "打开这封信" }).first().click();
  await page.getByRole("heading", { name: "退款申请书" }).first().waitFor();
  await picture(page, "letter");
  await page.setViewportSize(PHONE);
  await page.goto(`${served.address}/#/today`);
  await picture(page, "phone");
  await context.close();
} finally {
  await browser.close();
  await served.stop();
}
