/**
 * Cases over the pack of China as it ships: commands as a person gives them, files as they come, letters as they read.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  all,
  apply,
  assess,
  assessLetters,
  decide,
  emptyCase,
  id,
  instant,
  letterView,
  sha256,
  type Assessment,
  type Case,
  type Category,
  type GroundAssessment,
  type Id,
  type Instant,
  type Lang,
  type LetterView,
  type Pack,
} from "@recourse/core";
import { takeFile } from "@recourse/intake";
import { loadExcuses, loadTexts, pack as light } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";

export const pack: Pack = { ...light, texts: await loadTexts(), excuses: await loadExcuses() };
export const renderer = letterRenderer;

/** Four days after the last reading of the sample. */
export const NOW: Instant = instant("2024-05-08T12:00:00+08:00");
export const ORDERED_AT = "2024-05-01T10:02:31+08:00";

let minted = 0;
/** A fresh, well-formed id. */
export const mint = (): Id => id(String((minted += 1)).padStart(26, "0"));

type Data = Readonly<Record<string, unknown>>;

/** The case after a command. Errors: throws where the command is refused, because then the test is wrong. */
export function run(of: Case, command: string, data: Data, now: Instant = NOW): Case {
  const changes = decide(of, command, data, { now, role: "owner", pack, mint, render: letterRenderer });
  if (!changes.ok) throw new Error(`${command}: ${JSON.stringify(changes.error)}`);
  const applied = apply(of, changes.value);
  if (applied.skipped.length > 0) throw new Error(`does not fit: ${JSON.stringify(applied.skipped)}`);
  return applied.case;
}

export const add = (of: Case, kind: string, data: Data, now: Instant = NOW): Case =>
  run(of, `${kind}.add`, { id: mint(), ...data }, now);

/** A case of the guide's order: 100.00 yuan, 1 May 2024, 10:02:31. */
export function newCase(category: Category, more: Data = {}, order: Data = {}): Case {
  return run(emptyCase(mint()), "case.create", {
    title: "1000真实粉丝包月",
    category,
    lang: "zh-CN",
    purpose: "life",
    respondent: { id: mint(), name: "某某网络科技工作室" },
    order: {
      id: mint(),
      number: "20240501001",
      item: "1000真实粉丝包月",
      paidFen: 10_000,
      orderedAt: instant(ORDERED_AT),
      ...order,
    },
    ...more,
  });
}

export const orderId = (of: Case): Id => all(of, "order")[0]?.id ?? mint();

/** Takes a file in, as the program does. */
export async function take(of: Case, name: string, bytes: Uint8Array, materialType?: string): Promise<Case> {
  const digest = sha256(createHash("sha256").update(bytes).digest("hex"));
  const taken = await takeFile(
    {
      bytes,
      name,
      size: bytes.length,
      sha256: digest,
      via: "test",
      ...(materialType === undefined ? {} : { materialType }),
    },
    { case: of, now: NOW, ids: mint, materialTypes: pack.materialTypes, clausePatterns: pack.clausePatterns },
  );
  return run(of, "intake.take", { changes: taken.changes });
}

/** A file of the intake samples, as text where a test leaves lines out. */
export const sampleBytes = (name: string): Uint8Array =>
  readFileSync(new URL(`../../packages/intake/samples/${encodeURIComponent(name)}`, import.meta.url));
export const sampleText = (name: string): string => new TextDecoder().decode(sampleBytes(name));
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A page of theirs as text, so that quotes are checked against it; its id. */
export async function page(
  of: Case,
  name: string,
  text: string,
  materialType: string,
): Promise<{ readonly case: Case; readonly exhibit: Id }> {
  const after = await take(of, name, textBytes(text), materialType);
  const exhibit = all(after, "exhibit").find((e) => e.name === name)?.id ?? mint();
  return { case: after, exhibit };
}

export const assessed = (of: Case, at: Instant = NOW): Assessment => assess(pack, of, at, letterRenderer);

export function ground(of: Case, name: string, at: Instant = NOW): GroundAssessment {
  const a = assessed(of, at);
  const found = a.grounds.find((g) => g.id === name);
  if (!found) throw new Error(`no ground ${name} in ${a.grounds.map((g) => g.id).join(" ")}`);
  return found;
}

/** The application of a case as it reads. */
export function application(of: Case, lang: Lang = "zh-CN", now: Instant = NOW): LetterView {
  const composed = run(of, "draft.start", { id: mint(), kind: "application", lang }, now);
  const draft = all(composed, "draft")[0]?.id ?? mint();
  return letterView(composed, pack, draft, letterRenderer, lang, assessLetters(pack, composed, now));
}

export const textOf = (view: LetterView): string => view.sentences.map((s) => s.text).join("\n");
