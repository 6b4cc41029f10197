/**
 * What sending a small form does: the command, and links of a named exhibit to what it shows. Effects: writes through the case.
 *
 * 1. An exhibit named in a form shows something only through a link (E2); one that is there is not made twice.
 */
import type { Id } from "@recourse/core";
import { perform } from "../../../parts/perform.ts";
import type { CaseLive, Services } from "../../../services/services.ts";
import type { Data } from "../asking.ts";
import { idIn, textIn, type FormRead } from "./field.ts";
import { startOfRecord, type FormSpec } from "./specs.ts";

const defined = (fields: Data): Data =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** What an exhibit is said to show: a word code, and the very words where there are some. */
export interface Shows {
  readonly code: string;
  readonly proves?: string | undefined;
}

/** Links the exhibit to elements it has no link to yet; a link of the import that says nothing in particular gets the words. */
export function linkTo(
  services: Services,
  live: CaseLive,
  exhibit: Id,
  elements: readonly string[],
  { code, proves }: Shows,
): void {
  const there = live.all("link").filter((l) => l.exhibit === exhibit);
  const words = proves === undefined || proves.trim() === "" ? {} : { proves: proves.trim() };
  for (const element of elements) {
    const link = there.find((l) => l.element === element);
    if (link === undefined) perform(services, live, "link.add", { exhibit, element, code, ...words });
    else if (link.code === "proves.screenshot" && link.proves === undefined)
      perform(services, live, "link.edit", { id: link.id, set: { code, ...words } });
  }
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
  if (exhibit !== undefined && spec.proves !== undefined) {
    const proves =
      kind === "undertaking" || kind === "incident" ? textIn(read.values["quote"] ?? read.values["text"]) : undefined;
    linkTo(services, live, exhibit, spec.proves.elements, { code: spec.proves.code, proves });
  }
  return true;
}

function dataOf(live: CaseLive, spec: FormSpec, read: FormRead, record: Data | undefined, extra: Data): Data {
  if (record === undefined) return defined({ ...startOfRecord(spec.kind, live.whole()), ...extra, ...read.values });
  const unset = read.empty.filter((name) => record[name] !== undefined);
  // A field that must be a text is emptied, not taken away.
  const emptied = Object.fromEntries(
    unset.filter((name) => name === "number" || name === "transaction").map((name) => [name, ""]),
  );
  const gone = unset.filter((name) => !Object.hasOwn(emptied, name));
  const set = { ...read.values, ...emptied };
  return spec.kind === "case" ? { set, unset: gone } : { id: record["id"], set, unset: gone };
}
