/** Which Chromium is taken when one is named. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { findChromium } from "./browser.ts";

let folder = "";
let program = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "recourse-browser-"));
  program = join(folder, "chromium-of-alice");
  writeFileSync(program, "#!/bin/sh\n");
  chmodSync(program, 0o755);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it("[BR1] RECOURSE_CHROMIUM is stronger than CHROME_PATH and than what is installed", () => {
  vi.stubEnv("CHROME_PATH", join(folder, "another"));
  vi.stubEnv("RECOURSE_CHROMIUM", program);
  expect(findChromium()).toBe(program);
});

it("[BR1] a named program that is not there, or is a folder, is passed over for the next", () => {
  vi.stubEnv("RECOURSE_CHROMIUM", folder);
  vi.stubEnv("CHROME_PATH", program);
  expect(findChromium()).toBe(program);
  vi.stubEnv("RECOURSE_CHROMIUM", join(folder, "gone"));
  expect(findChromium()).toBe(program);
});
