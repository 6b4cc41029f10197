/**
 * Reading a kept row: total, so that one that does not fit is as if it had not been made. Pure.
 *
 * Why by hand: thousands of rows are read before the first picture, and a schema takes ten times as long.
 */
import { isId } from "@recourse/core";
import type { BoardRow } from "./board-row.ts";
import { isPlain, type Plain } from "./plain.ts";

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === "string";
const isMaybe = (value: unknown, fits: Fits): boolean => value === undefined || fits(value);
const oneOf =
  (members: readonly string[]): Fits =>
  (value) =>
    members.some((member) => member === value);
const listOf =
  (fits: (value: Plain) => boolean): Fits =>
  (value) =>
    Array.isArray(value) && value.every((item) => isPlain(item) && fits(item));
const hasId = (value: Plain, field: string): boolean => {
  const text = value[field];
  return typeof text === "string" && isId(text);
};

const isWhen: Fits = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(value);
const isRound = oneOf(["prepare", "apply", "first", "second", "third", "settle"]);
const isTurn = oneOf(["mine", "theirs", "authority", "none"]);
const isVerdict = oneOf(["none", "weak", "ok"]);
const isStatus = oneOf(["preparing", "submitted", "accepted", "refused", "withdrawn", "ended"]);
const isBasis = oneOf(["person", "captured", "law"]);
const isOwner = oneOf(["mine", "theirs", "authority", "record"]);
const isMessage = (value: Plain): boolean => isText(value["code"]) && isPlain(value["args"]);
const isElement = (value: Plain): boolean => isText(value["id"]) && isVerdict(value["verdict"]);
const isClock: Fits = (value) =>
  isPlain(value) &&
  isWhen(value["due"]) &&
  isBasis(value["basis"]) &&
  isOwner(value["owner"]) &&
  isText(value["rule"]) &&
  typeof value["passed"] === "boolean" &&
  typeof value["counts"] === "boolean";
const isNext: Fits = (value) =>
  isPlain(value) &&
  isMessage(value) &&
  Array.isArray(value["refs"]) &&
  isPlain(value["action"]) &&
  isText(value["action"]["command"]) &&
  isPlain(value["action"]["data"]);
const isSafety = (value: Plain): boolean =>
  isText(value["code"]) && oneOf(["stop", "warn"])(value["severity"]) && Number.isSafeInteger(value["open"]);
const isFiling = (value: Plain): boolean =>
  hasId(value, "id") &&
  isText(value["channel"]) &&
  isStatus(value["status"]) &&
  isTurn(value["turn"]) &&
  isMaybe(value["since"], isWhen) &&
  isMaybe(value["reference"], isText) &&
  isMaybe(value["result"], isText) &&
  isMaybe(value["ground"], isText) &&
  isMaybe(value["clock"], isClock);
const isLast: Fits = (value) =>
  isPlain(value) && hasId(value, "id") && isText(value["type"]) && isWhen(value["at"]) && isPlain(value["args"]);

function isRow(raw: unknown): raw is BoardRow {
  return (
    isPlain(raw) &&
    hasId(raw, "caseId") &&
    ["title", "category", "respondent", "orderNo"].every((field) => isText(raw[field])) &&
    Number.isSafeInteger(raw["paidFen"]) &&
    isMaybe(raw["claimFen"], Number.isSafeInteger) &&
    isRound(raw["round"]) &&
    isTurn(raw["turn"]) &&
    isNext(raw["next"]) &&
    isMaybe(raw["clock"], isClock) &&
    listOf(isElement)(raw["elements"]) &&
    Number.isSafeInteger(raw["exhibits"]) &&
    listOf(isMessage)(raw["notices"]) &&
    listOf(isSafety)(raw["safety"]) &&
    listOf(isFiling)(raw["filings"]) &&
    listOf(isClock)(raw["dates"]) &&
    isMaybe(raw["last"], isLast) &&
    isMaybe(raw["submittedAt"], isWhen) &&
    Array.isArray(raw["reminders"]) &&
    raw["reminders"].every(isWhen) &&
    isMaybe(raw["channel"], isText) &&
    isMaybe(raw["reference"], isText) &&
    isMaybe(raw["staleAt"], isWhen)
  );
}

/** A kept row; undefined when it does not fit. */
export const readRow = (raw: unknown): BoardRow | undefined => (isRow(raw) ? raw : undefined);
