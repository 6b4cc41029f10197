/**
 * `recourse new`: opens a case folder with what the person knows at once.
 */
import {
  CategorySchema,
  decide,
  err,
  LangSchema,
  ok,
  packName,
  parseInstant,
  parseYuan,
  type Result,
} from "@recourse/core";
import { letterRenderer } from "@recourse/words";
import { pack } from "@recourse/pack-cn";
import { changeFolder, createFolder } from "../case-folder.ts";
import { readOptions, type Options } from "../options.ts";
import { resolve } from "node:path";
import { type ExitCode, type Shell, type UsageError } from "../shell.ts";
import type { DomainError } from "@recourse/core";

const strings = [
  "title",
  "category",
  "respondent",
  "order",
  "paid",
  "ordered-at",
  "item",
  "purpose",
  "payer-age",
  "paid-to",
  "lang",
] as const;

/** Errors: usage (which option), `exists`, and those of `case.create`. */
export async function newCase(
  args: readonly string[],
  shell: Shell,
): Promise<Result<ExitCode, UsageError | DomainError>> {
  const o = readOptions("new", args, { strings, words: [1, 1] });
  if (!o.ok) return o;
  const data = createData(o.value, shell);
  if (!data.ok) return data;
  const dir = resolve(shell.cwd, o.value.words[0] ?? ".");
  const folder = await createFolder(dir, shell.mint());
  if (!folder.ok) return folder;
  const done = await changeFolder(folder.value, [packName(pack)], (of) =>
    decide(of, "case.create", data.value, {
      now: shell.now(),
      role: "owner",
      pack,
      mint: shell.mint,
      render: letterRenderer,
    }),
  );
  if (!done.ok) return done;
  shell.out(`${dir}\n`);
  return ok(0);
}

function createData(o: Options, shell: Shell): Result<Readonly<Record<string, unknown>>, UsageError> {
  const bad = (reason: string): Result<never, UsageError> => err({ kind: "usage", verb: "new", reason });
  const need = ["title", "category", "respondent", "order", "paid", "ordered-at"].find((n) => o.text(n) === undefined);
  if (need) return bad(`--${need}`);
  const category = CategorySchema.safeParse(o.text("category"));
  if (!category.success) return bad(`--category ${o.text("category") ?? ""}`);
  const lang = LangSchema.safeParse(o.text("lang") ?? shell.lang);
  if (!lang.success) return bad(`--lang ${o.text("lang") ?? ""}`);
  const paid = parseYuan(o.text("paid") ?? "");
  if (!paid.ok || paid.value < 0) return bad(`--paid ${o.text("paid") ?? ""}`);
  const at = parseInstant(o.text("ordered-at") ?? "");
  if (!at.ok) return bad(`--ordered-at ${o.text("ordered-at") ?? ""}`);
  const age = o.text("payer-age");
  if (age !== undefined && !/^\d{1,3}$/.test(age)) return bad(`--payer-age ${age}`);
  const purpose = o.text("purpose");
  if (purpose !== undefined && !["life", "business", "unknown"].includes(purpose)) return bad(`--purpose ${purpose}`);
  const paidTo = o.text("paid-to");
  if (paidTo !== undefined && !["merchant", "person", "store", "wallet"].includes(paidTo))
    return bad(`--paid-to ${paidTo}`);
  return ok({
    title: o.text("title"),
    category: category.data,
    lang: lang.data,
    ...(purpose === undefined ? {} : { purpose }),
    ...(age === undefined ? {} : { payerAge: Number(age) }),
    ...(paidTo === undefined ? {} : { paidTo }),
    respondent: { id: shell.mint(), name: o.text("respondent") },
    order: {
      id: shell.mint(),
      number: o.text("order"),
      item: o.text("item") ?? o.text("title"),
      paidFen: paid.value,
      orderedAt: at.value,
    },
  });
}
