/**
 * Commands every editable record kind has: `<kind>.add`, `.edit`, `.remove`, `.restore`. Pure.
 *
 * 1. Only fields that differ are written, so that two people editing different fields both keep theirs.
 * 2. A record that another names must be live when it is named.
 */
import * as z from "zod/mini";
import type { Case } from "../case/case.ts";
import type { Change, Fields } from "../case/change.ts";
import { isId, ref, type Id } from "../identity.ts";
import { err, ok, type Result } from "../result.ts";
import { appendOnly, kindNames, kinds, type Kind } from "../schema/kinds.ts";
import { command, type CommandContext, type CommandSpec, type DomainError } from "./command.ts";
import { IdSchema } from "../schema/values.ts";

/** Fields that hold the id of another record, by name. */
const pointers: Readonly<Record<string, Kind>> = {
  exhibit: "exhibit",
  order: "order",
  clause: "clause",
  draft: "draft",
  payment: "payment",
};

/** Kinds whose records come about only through their own commands. */
const special: ReadonlySet<Kind> = new Set<Kind>(["case", "sentence", ...appendOnly]);

const present = (of: Case, kind: Kind, id: string): "live" | "removed" | "none" =>
  Object.hasOwn(of.live[kind], id) ? "live" : Object.hasOwn(of.removed[kind], id) ? "removed" : "none";

function pointsAtMissing(of: Case, fields: Fields): DomainError | undefined {
  for (const [field, kind] of Object.entries(pointers)) {
    const target = fields[field];
    if (typeof target !== "string" || !isId(target)) continue;
    const state = present(of, kind, target);
    if (state !== "live")
      return { kind: state === "removed" ? "removed_record" : "unknown_record", ref: ref(kind, target) };
  }
  return undefined;
}

function stamped(fields: Fields, ctx: CommandContext): Fields {
  return { ...fields, recordedAt: ctx.now, ...(ctx.by === undefined ? {} : { by: ctx.by }) };
}

function recordCommands(kind: Kind): readonly CommandSpec[] {
  const shape = kinds[kind].shape;
  const add = z.strictObject({ id: IdSchema, ...shape });
  const edit = z.strictObject({
    id: IdSchema,
    set: z.partial(z.strictObject({ ...shape })),
    unset: z.optional(z.array(z.string())),
  });
  const one = z.strictObject({ id: IdSchema });
  return [
    command(
      `${kind}.add`,
      add as unknown as z.ZodMiniType<Fields & { readonly id: Id }>,
      (of, { id, ...fields }, ctx) => {
        if (present(of, kind, id) !== "none") return ok([]);
        const bad = pointsAtMissing(of, fields);
        return bad ? err(bad) : ok([{ op: "put", kind, id, value: stamped(fields, ctx) }]);
      },
    ),
    command(
      `${kind}.edit`,
      edit as unknown as z.ZodMiniType<{ readonly id: Id; readonly set: Fields; readonly unset?: readonly string[] }>,
      (of, data) => editFields(of, kind, data),
    ),
    command(`${kind}.remove`, one, (of, { id }) => toggle(of, kind, id, "remove")),
    command(`${kind}.restore`, one, (of, { id }) => toggle(of, kind, id, "restore")),
  ];
}

function editFields(
  of: Case,
  kind: Kind,
  data: { readonly id: Id; readonly set: Fields; readonly unset?: readonly string[] },
): Result<readonly Change[], DomainError> {
  const now = of.live[kind][data.id] as Fields | undefined;
  if (!now)
    return err({
      kind: present(of, kind, data.id) === "removed" ? "removed_record" : "unknown_record",
      ref: ref(kind, data.id),
    });
  const bad = pointsAtMissing(of, data.set);
  if (bad) return err(bad);
  const sets = Object.entries(data.set).filter(([f, v]) => JSON.stringify(now[f]) !== JSON.stringify(v));
  const unset = (data.unset ?? []).filter((f) => now[f] !== undefined && f !== "id");
  const after = { ...now, ...Object.fromEntries(sets), ...Object.fromEntries(unset.map((f) => [f, undefined])) };
  const check = kinds[kind].safeParse(after);
  if (!check.success) {
    const first = check.error.issues[0];
    return err({
      kind: "bad_data",
      command: `${kind}.edit`,
      path: first?.path.join(".") ?? "",
      reason: first?.message ?? "",
    });
  }
  return ok([
    ...sets.map(([field, value]): Change => ({ op: "set", kind, id: data.id, field, value })),
    ...unset.map((field): Change => ({ op: "set", kind, id: data.id, field, value: undefined })),
  ]);
}

function toggle(of: Case, kind: Kind, id: Id, op: "remove" | "restore"): Result<readonly Change[], DomainError> {
  const state = present(of, kind, id);
  if (state === "none") return err({ kind: "unknown_record", ref: ref(kind, id) });
  return ok(state === (op === "remove" ? "live" : "removed") ? [{ op, kind, id }] : []);
}

/** One set of four for each editable kind. */
export const recordCommandSpecs: readonly CommandSpec[] = kindNames
  .filter((k) => !special.has(k))
  .flatMap(recordCommands);

/** Editing the case's own record, which is never removed. */
export const caseEdit = command(
  "case.edit",
  z.strictObject({ set: z.partial(z.strictObject({ ...kinds.case.shape })), unset: z.optional(z.array(z.string())) }),
  (of, data) =>
    editFields(of, "case", {
      id: of.caseId,
      set: data.set,
      ...(data.unset === undefined ? {} : { unset: data.unset }),
    }),
);
