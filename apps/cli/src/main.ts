#!/usr/bin/env node
/**
 * `recourse`: the command line. The only file of it that touches clock, randomness, environment and standard streams.
 */
import { fromMillis, id, type Id, type Lang } from "@recourse/core";
import { monotonicFactory } from "ulid";
import * as z from "zod/mini";
import { run } from "./run.ts";
import type { Shell } from "./shell.ts";

const ulid = monotonicFactory();

async function readStdin(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

const languageOf = (env: NodeJS.ProcessEnv): Lang =>
  /^en/i.test(env["RECOURSE_LANG"] ?? env["LC_ALL"] ?? env["LANG"] ?? "") ? "en" : "zh-CN";

const lang = languageOf(process.env);
// A refused record says what was expected and what stands there.
z.config({ ...(lang === "en" ? z.locales.en() : z.locales.zhCN()), jitless: true });

const shell: Shell = {
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  now: () => fromMillis(Date.now()),
  mint: (): Id => id(ulid()),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  readStdin,
  lang,
};

process.exitCode = await run(process.argv.slice(2), shell);
