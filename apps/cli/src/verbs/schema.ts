/**
 * `recourse schema`: the JSON Schema of `case.json`, one definition per record kind.
 */
import { CASE_FORMAT, CaseFileSchema, kindNames, kinds, ok, type Result } from "@recourse/core";
import * as z from "zod/mini";
import { readOptions } from "../options.ts";
import { json, type ExitCode, type Shell, type UsageError } from "../shell.ts";

/** Prints the schema; never fails on a case, because it needs none. */
export function printSchema(args: readonly string[], shell: Shell): Result<ExitCode, UsageError> {
  const o = readOptions("schema", args, { flags: ["json"], words: [0, 0] });
  if (!o.ok) return o;
  const definitions = Object.fromEntries(
    kindNames.map((k) => [k, z.toJSONSchema(kinds[k], { unrepresentable: "any" })]),
  );
  shell.out(
    json({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: `recourse-case ${CASE_FORMAT}`,
      file: z.toJSONSchema(CaseFileSchema, { unrepresentable: "any" }),
      records: definitions,
    }),
  );
  return ok(0);
}
