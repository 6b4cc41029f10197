/**
 * Finding a Chromium for the tests, and getting one where there is none. Effects: files, processes, console.
 *
 * 1. What is on the machine is used first: RECOURSE_CHROMIUM, CHROME_PATH, the path, then the usual places.
 * 2. Each way of getting one has a time limit, so a machine without network says so instead of hanging.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, globSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const usualPlaces = (): readonly string[] => {
  if (process.platform === "darwin") {
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) => [
      join(folder, "Chromium.app/Contents/MacOS/Chromium"),
      join(folder, "Google Chrome.app/Contents/MacOS/Google Chrome"),
      join(folder, "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    ]);
  }
  if (process.platform === "win32") {
    return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .flatMap((name) => process.env[name] ?? [])
      .flatMap((folder) => [
        join(folder, "Chromium/Application/chrome.exe"),
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe"),
      ]);
  }
  return ["/usr/bin", "/usr/local/bin", "/snap/bin"].flatMap((folder) => NAMES.map((name) => join(folder, name)));
};

const inPath = (): readonly string[] =>
  process.platform === "win32"
    ? []
    : (process.env["PATH"] ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));

/** Where Playwright keeps the browsers it installed. */
const playwrightPlaces = (): readonly string[] => {
  const folder =
    process.env["PLAYWRIGHT_BROWSERS_PATH"] ??
    {
      darwin: join(homedir(), "Library/Caches/ms-playwright"),
      win32: join(process.env["LOCALAPPDATA"] ?? homedir(), "ms-playwright"),
    }[String(process.platform)] ??
    join(homedir(), ".cache/ms-playwright");
  const inside = [
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
  ];
  return existsSync(folder) ? globSync(inside, { cwd: folder }).map((path) => join(folder, path)) : [];
};

/** A Chromium on this machine, or undefined. Installs nothing. */
export const findChromium = (): string | undefined => {
  const named = ["RECOURSE_CHROMIUM", "CHROME_PATH"].flatMap((name) => process.env[name] ?? []);
  return [...named, ...inPath(), ...usualPlaces(), ...playwrightPlaces()].find(isProgram);
};

const MINUTES = 60_000;

const attempt = (program: string, args: readonly string[], limit: number): boolean => {
  console.log(`  $ ${program} ${args.join(" ")}`);
  const { status, error } = spawnSync(program, args, {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: limit,
    killSignal: "SIGKILL",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (error !== undefined) console.error(`  ${error.message}`);
  return status === 0;
};

const isRoot = (): boolean => process.getuid?.() === 0;

const installFromDistribution = (): void => {
  if (!isRoot() || !existsSync("/etc/debian_version") || !existsSync("/usr/bin/apt-get")) return;
  attempt("apt-get", ["update", "-q"], 2 * MINUTES);
  attempt("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"], 5 * MINUTES);
};

const installFromPlaywright = (): void => {
  const manifest = createRequire(import.meta.url).resolve("playwright-core/package.json");
  attempt(process.execPath, [join(dirname(manifest), "cli.js"), "install", "chromium"], 5 * MINUTES);
};

/** What to do when no browser was found and none could be installed. */
export const NO_BROWSER = [
  "No Chromium was found and none could be installed, so the browser tests cannot run.",
  "Install Chromium or Google Chrome, or name one: RECOURSE_CHROMIUM=<path to the program> npx -y pnpm@12 test",
].join("\n");

/** A Chromium on this machine, installed when there was none. Undefined when that failed too; say NO_BROWSER then. */
export const provideChromium = (): string | undefined => {
  const found = findChromium();
  if (found !== undefined) return found;
  console.log("No Chromium found, installing one.");
  for (const install of [installFromDistribution, installFromPlaywright]) {
    install();
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  return undefined;
};
