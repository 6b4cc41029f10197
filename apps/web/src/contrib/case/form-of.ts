/**
 * Which form a command needs: the one place that decides whether something is asked or done at once. Pure.
 */
import type { Asked, Data } from "./asking.ts";
import { hasSpec } from "./forms/specs.ts";

export type FormName =
  | "files"
  | "question"
  | "clause"
  | "party"
  | "link"
  | "event"
  | "close"
  | "record"
  | "notice"
  | "cannot"
  | "exhibit"
  | "raw"
  | "choose";

const fieldQuestions: Readonly<Record<string, string>> = {
  situation: "situation",
  purpose: "purpose",
  payerAge: "payer_age",
  gaveAccount: "gave_account",
};

/** The question behind a command: one of the pack, or a field of the case that is asked as one. */
export function questionIn(command: string, data: Data): string | undefined {
  if (command === "answer.give" && data["value"] === undefined && typeof data["question"] === "string")
    return data["question"];
  const ask = data["ask"];
  return command === "case.edit" && typeof ask === "string" ? fieldQuestions[ask] : undefined;
}

/** Events in which the other side says something: their words are judged on a page of their own. */
const answers: ReadonlySet<string> = new Set(["reply.received", "promise.made", "offer.made"]);

/** The page that does what a command of core would begin: letters, filings and answers have pages of their own. */
export function pageOf({
  command,
  data,
}: Pick<Asked, "command" | "data">): Pick<Asked, "command" | "data"> | undefined {
  if (command === "draft.start") return { command: "letter.open", data };
  if (command === "event.append" && data["at"] === undefined && answers.has(String(data["type"])))
    return { command: "reply.add", data: {} };
  if (command !== "filing.add") return undefined;
  const { channel } = data;
  return typeof channel === "string" && channel !== ""
    ? { command: "filing.prepare", data: { channel } }
    : { command: "doors.open", data: {} };
}

/** The form for what is asked; undefined where the command has all it needs. */
export function formOf({ command, data }: Pick<Asked, "command" | "data">): FormName | undefined {
  const [kind = "", verb = ""] = command.split(".");
  if (command === "inbox.add") return "files";
  if (command === "notice.open") return "notice";
  if (command === "case.close") return data["at"] === undefined ? "close" : undefined;
  if (command === "case.cannot") return "cannot";
  if (command === "exhibit.open") return "exhibit";
  if (command === "data.show") return "raw";
  if (command === "data.choose") return "choose";
  if (questionIn(command, data) !== undefined) return "question";
  if (command === "event.append") return data["at"] === undefined ? "event" : undefined;
  // A filing has a page of its own, which begins it.
  if (command === "filing.add") return undefined;
  if (verb !== "add" && verb !== "edit") return undefined;
  // A command that brings its values is done at once.
  if (data["set"] !== undefined || (kind === "usage" && data["claimChoice"] !== undefined && data["ask"] === undefined))
    return undefined;
  if (kind === "clause") return "clause";
  if (kind === "party") return "party";
  if (kind === "link") return data["element"] !== undefined && data["ask"] === undefined ? undefined : "link";
  return hasSpec(kind) ? "record" : undefined;
}
