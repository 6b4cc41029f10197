/**
 * What sending a small form does: the command, and links of a named exhibit to what it shows. Effects: writes through the case.
 *
 * 1. An exhibit named in a form shows something only through a link (E2); one that is there is not made twice.
 */
import type { Id } from "@recourse/core";
import { perform } from "../../../parts/perform.ts";
import type { CaseLive, Services } from "../../../services/services.ts";
import type { Data } from "../asking.ts";
import { idIn, type FormRead } from "./field.ts";
import { startOfRecord, type FormSpec } from "./specs.ts";

const defined = (fields: Data): Data => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** Links the exhibit to elements it has no link to yet. */
export function linkTo(services: Services, live: CaseLive, exhibit: Id, elements: readonly string[], code: string): void {
  const there = new Set(live.all("link").filter((l) => l.exhibit === exhibit).map((l) => l.element as string));
  for (const element of elements) if (!there.has(element)) perform(services, live, "link.add", { exhibit, element, code });
}

/** Sends a form. True when it was taken. */
export function send(
  services: Services,
  live: CaseLive,
  spec: FormSpec,
  read: FormRead,
  record: Data | undefined,
  extra: Data,
): boolean {
  const { kind } = spec;
  const command = record === undefined ? `${kind}.add` : `${kind}.edit`;
  const done = perform(services, live, command, dataOf(live, spec, read, record, extra));
  if (done === undefined) return false;
  const exhibit = idIn(read.values["exhibit"]);
  if (exhibit !== undefined && spec.proves !== undefined) linkTo(services, live, exhibit, spec.proves.elements, spec.proves.code);
  return true;
}

function dataOf(live: CaseLive, spec: FormSpec, read: FormRead, record: Data | undefined, extra: Data): Data {
  if (record === undefined) return defined({ ...startOfRecord(spec.kind, live.whole()), ...extra, ...read.values });
  const unset = read.empty.filter((name) => record[name] !== undefined);
  // A field that must be a text is emptied, not taken away.
  const emptied = Object.fromEntries(unset.filter((name) => name === "number" || name === "transaction").map((name) => [name, ""]));
  const gone = unset.filter((name) => !Object.hasOwn(emptied, name));
  const set = { ...read.values, ...emptied };
  return spec.kind === "case" ? { set, unset: gone } : { id: record["id"], set, unset: gone };
}
