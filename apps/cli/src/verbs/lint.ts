/**
 * `recourse lint`: reads a letter the way its reader will: wording, and citations against the pack (W1–W3, B6).
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { citationChecker, civilOf, err, lintText as findWording, ok, type Result } from "@recourse/core";
import { decode, type MisEncoded } from "@recourse/intake";
import { word } from "@recourse/words";
import { withTexts } from "../law.ts";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

interface Line {
  readonly code: string;
  readonly severity: "block" | "warn" | "info";
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly message: string;
  /** The whole text with the rewrite taken, best first. */
  readonly rewrites: readonly string[];
}

/** Exit 1 when something blocks. Positions count UTF-16 code units. */
export async function lintText(args: readonly string[], shell: Shell): Promise<Result<ExitCode, UsageError>> {
  const o = readOptions("lint", args, { flags: ["json"], words: [1, 1] });
  if (!o.ok) return o;
  const file = o.value.words[0] ?? "-";
  let text: string;
  try {
    const read = file === "-" ? ok(await shell.readStdin()) : textIn(await readFile(resolve(shell.cwd, file)));
    if (!read.ok) return err({ kind: "not_text", path: file });
    text = read.value;
  } catch (e) {
    return err({ kind: "io", path: file, reason: e instanceof Error ? e.message : String(e) });
  }
  const pack = await withTexts();
  const wording = findWording(text, pack.wording, {
    names: [],
    facts: {},
    nameOf: (slot) => word("letter.phrase.missing", { slot }, shell.lang),
    conditions: {},
  });
  const citations = citationChecker(pack, civilOf(shell.now()))(text);
  const findings: readonly Line[] = [
    ...wording.map((f) => ({
      code: f.code,
      severity: f.severity,
      start: f.start,
      end: f.end,
      phrase: f.phrase,
      message: word(`wording.${f.category}`, { id: f.id, phrase: f.phrase }, shell.lang),
      rewrites: f.rewrites.map((r) => r.text),
    })),
    ...citations.map((c) => ({
      code: `B6.${c.reason}`,
      severity: "block" as const,
      start: c.start,
      end: c.end,
      phrase: text.slice(c.start, c.end),
      message: word(`B6.${c.reason}`, { law: c.law, article: c.article, nearest: c.nearest }, shell.lang),
      rewrites: [],
    })),
  ].toSorted((a, b) => a.start - b.start);
  if (o.value.flag("json")) shell.out(json({ ok: findings.every((f) => f.severity !== "block"), findings }));
  else shell.out(findings.map((f) => `${lineOf(text, f.start)}: ${f.severity} ${f.code} ${f.message}\n`).join(""));
  return ok(findings.some((f) => f.severity === "block") ? 1 : 0);
}

/** A letter saved by an older editor is GB18030; read as UTF-8 nothing in it would be found. */
function textIn(bytes: Uint8Array): Result<string, MisEncoded> {
  const decoded = decode(bytes);
  return decoded.ok ? ok(decoded.value.text.replace(/^\ufeff/, "")) : decoded;
}

function lineOf(text: string, at: number): string {
  const before = text.slice(0, at).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
