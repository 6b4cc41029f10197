/**
 * @recourse/core: the domain as pure functions and data. Needs zod only; no DOM, clock, randomness, Yjs or I/O.
 */
export { err, exhaustive, ok, type Err, type Ok, type Result } from "./result.ts";
export {
  addDays,
  addHours,
  addMillis,
  addMonths,
  civil,
  civilOf,
  clockOf,
  CivilDateSchema,
  DAY_MS,
  endOf,
  fromMillis,
  HOUR_MS,
  hoursBetween,
  instant,
  InstantSchema,
  parseInstant,
  printedSpan,
  startOf,
  toMillis,
  weekday,
  WhenSchema,
  type CivilDate,
  type Instant,
  type When,
} from "./time.ts";
export { fenOfDouble, FenSchema, formatYuan, parseYuan, type Fen, type NotMoney } from "./money.ts";
export {
  id,
  IdSchema,
  isId,
  isSha256,
  parseRef,
  ref,
  RefSchema,
  sha256,
  Sha256Schema,
  type Id,
  type Ref,
  type RefParts,
  type Sha256,
} from "./identity.ts";
export { ArgsSchema, message, type Args, type Message } from "./message.ts";
export {
  CategorySchema,
  ConditionSchema,
  CounterSchema,
  ElementIdSchema,
  GroundKindSchema,
  LangSchema,
  MediumSchema,
  YesNoSchema,
  type Category,
  type Condition,
  type Counter,
  type ElementId,
  type GroundKind,
  type Lang,
  type Medium,
  type YesNo,
} from "./schema/parts.ts";
export { LetterKindSchema, LetterPartSchema, type LetterKind, type LetterPart } from "./schema/course.ts";
export {
  appendOnly,
  isKind,
  kindNames,
  kinds,
  prose,
  type FieldsOf,
  type Kind,
  type RecordOf,
} from "./schema/kinds.ts";
export { all, emptyCase, find, info, type Case, type Slice, type Slices } from "./case/case.ts";
export { apply, invert, type Applied, type Change, type Fields } from "./case/change.ts";
export { readRecord, type Misfit, type ReadRecord } from "./case/read.ts";
export {
  CASE_FORMAT,
  CaseFileSchema,
  readCaseFile,
  toCaseFile,
  type CaseFile,
  type CaseFileError,
  type ReadCase,
} from "./case/case-file.ts";
export {
  packName,
  PackSchema,
  type CategorySpec,
  type Check,
  type ClausePattern,
  type DeadlineRule,
  type GroundRule,
  type MaterialType,
  type Pack,
  type Provision,
  type Question,
  type Requirement,
  type WordingItem,
} from "./pack/pack.ts";
export type {
  Assessment,
  Course,
  Deadline,
  Demand,
  ElementAssessment,
  Fix,
  FourAnswers,
  GroundAssessment,
  Missing,
  NextStep,
  Notice,
  Problem,
  Round,
  Turn,
  Verdict,
} from "./assess/assessment.ts";
export { assess, assessLetters, makeAssessor, type Assessor } from "./assess/assess.ts";
export { gapAction, type GapAction } from "./assess/gap.ts";
export { commands, decide } from "./commands/registry.ts";
export type { CommandContext, CommandSpec, DomainError } from "./commands/command.ts";
export type { StoredTrouble } from "./proof/chain.ts";
export { valueUsed } from "./proof/demand.ts";
export { moneyFlow, type MoneyFlow } from "./proof/money-flow.ts";
export { eventTypes, historyOf, type CaseEvent, type History } from "./course/history.ts";
export { cite, lawName, type Citation, type CitationInput } from "./grounds/citation.ts";
export { findCitations, lawNames } from "./grounds/citation-text.ts";
export { recogniseClause } from "./grounds/clause-pattern.ts";
export { quoteState, versionAtOrder } from "./grounds/clause.ts";
export { forceAt, type Force } from "./grounds/force.ts";
export { lookupStates } from "./grounds/lookup.ts";
export { parseArticle } from "./grounds/numeral.ts";
export { measure } from "./measure/measure.ts";
export {
  attempts,
  drop,
  newest,
  notStartedUntil,
  peak,
  progress,
  sample,
  smallGrowth,
  startedAt,
} from "./measure/say.ts";
export { thresholdsOf, type Thresholds } from "./measure/threshold.ts";
export { citationChecker } from "./letters/citations.ts";
export { letterView, type LetterSentence, type LetterSource, type LetterView } from "./letters/letter.ts";
export { roomIn, type ChannelLimits, type Room, type UploadFile } from "./letters/limits.ts";
export {
  bundleName,
  lintName,
  MAX_NAME_BYTES,
  numbered,
  numberedName,
  parseBundleName,
  safeName,
  utf8Length,
  type BundleName,
} from "./filename.ts";
export { matchReason } from "./letters/reason.ts";
export { sentDiff } from "./letters/sent.ts";
export { sentencesOf } from "./letters/numbering.ts";
export type { LetterContext, LetterRenderer } from "./letters/template.ts";
export { lintText, type WordingFinding } from "./letters/wording.ts";
export type { Measures, SampleMeasure, Series, UndertakingMeasure } from "./measure/measurement.ts";
