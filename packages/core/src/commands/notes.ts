/**
 * Commands of notes beyond those every record has: typing in one. Pure.
 *
 * 1. Typing is a splice, never a new text: what two people type at once is both kept (FR5 and the merging of prose rest on it).
 */
import * as z from "zod/mini";
import { find } from "../case/case.ts";
import { ref } from "../identity.ts";
import { err, ok } from "../result.ts";
import { IdSchema } from "../schema/values.ts";
import { command, type CommandSpec } from "./command.ts";

/** Units: UTF-16 code units. */
const Place = z.int().check(z.gte(0));

/** Takes `del` units out at `at` and puts `ins` in their place. Errors: `unknown_record`, `removed_record`; `bad_data` beyond the end of the text. */
const type = command(
  "note.type",
  z.strictObject({ id: IdSchema, at: Place, del: Place, ins: z.string() }),
  (of, { id, at, del, ins }) => {
    const note = find(of, "note", id);
    if (note === undefined) {
      const isRemoved = Object.hasOwn(of.removed.note, id);
      return err({ kind: isRemoved ? "removed_record" : "unknown_record", ref: ref("note", id) });
    }
    if (at + del > note.text.length)
      return err({ kind: "bad_data", command: "note.type", path: "at", reason: "beyond_end" });
    if (del === 0 && ins === "") return ok([]);
    return ok([{ op: "text", kind: "note", id, field: "text", at, del, ins }]);
  },
);

/** All commands of notes. */
export const noteCommandSpecs: readonly CommandSpec[] = [type];
