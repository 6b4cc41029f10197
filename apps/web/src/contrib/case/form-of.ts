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

/** The form for what is asked; undefined where the command has all it needs. */
export function formOf({ command, data }: Pick<Asked, "command" | "data">): FormName | undefined {
  const [kind = "", verb = ""] = command.split(".");
  if (command === "inbox.add") return "files";
  if (command === "notice.open") return "notice";
  if (command === "case.cannot") return "cannot";
  if (command === "exhibit.open") return "exhibit";
  if (command === "data.show") return "raw";
  if (command === "data.choose") return "choose";
  if (questionIn(command, data) !== undefined) return "question";
  if (command === "event.append") return data["at"] === undefined ? "event" : undefined;
  if (verb !== "add" && verb !== "edit") return undefined;
  // A command that brings its values is done at once.
  if (data["set"] !== undefined || (kind === "usage" && data["claimChoice"] !== undefined && data["ask"] === undefined))
    return undefined;
  if (kind === "clause") return "clause";
  if (kind === "party") return "party";
  if (kind === "link") return data["element"] !== undefined && data["ask"] === undefined ? undefined : "link";
  return hasSpec(kind) ? "record" : undefined;
}
