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
  DAY_MS,
  endOf,
  fromMillis,
  HOUR_MS,
  hoursBetween,
  instant,
  isInstant,
  isWhen,
  parseInstant,
  parseWhen,
  printedSpan,
  startOf,
  toMillis,
  weekday,
  type CivilDate,
  type Instant,
  type When,
} from "./time.ts";
export { fenOfDouble, formatYuan, parseYuan, type Fen, type NotMoney } from "./money.ts";
export {
  CivilDateSchema,
  FenSchema,
  IdSchema,
  InstantSchema,
  RefSchema,
  Sha256Schema,
  WhenSchema,
} from "./schema/values.ts";
export {
  id,
  isId,
  isSha256,
  parseRef,
  ref,
  sha256,
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
  FilingStatus,
  FilingTrack,
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
export { channelsOf } from "./channels/channels.ts";
export { channelInputOf } from "./channels/input.ts";
export { feeFor, type Fee } from "./channels/court-fee.ts";
export { profileRules, type ProfileRules } from "./channels/disclosure.ts";
export { factsOf, type ChannelFacts, type ChannelInput } from "./channels/facts.ts";
export { channelContacts, channelLimits, type ChannelContact, type TakenLimits } from "./channels/limits.ts";
export { preflight } from "./channels/preflight.ts";
export { AVERAGE_WAGE, smallClaims, type SmallClaims } from "./channels/small-claims.ts";
export { stopWorksheet, type Losable, type StopWorksheet } from "./channels/stop.ts";
export { venueOf, type Venue, type VenuePlace } from "./channels/venue.ts";
export { situationOf, wayOf, type Way } from "./channels/way.ts";
export type {
  ChannelAssessment,
  ChannelClosing,
  ChannelCost,
  ChannelFix,
  ChannelGap,
  Check as ChannelCheck,
  CheckVerdict,
  Door,
} from "./channels/channel-assessment.ts";
export {
  ChannelLimitsRuleSchema,
  ChannelRuleSchema,
  ChannelRulesSchema,
  CheckCodeSchema,
  ClosesFromSchema,
  PolicyLevelSchema,
  RedactionProfileSchema,
  SituationSchema,
  type ChannelRule,
  type ChannelRules,
  type CheckCode,
  type CheckWeight,
  type RedactionProfile,
  type Situation,
} from "./pack/channel-rule.ts";
export {
  ReplyAsSchema,
  type OfferSigns,
  type ReplyAs,
  type ReplyBook,
  type ReplyExcuse,
  type Sequence,
} from "./replies/excuse.ts";
export { amountsIn, type AmountSaid } from "./replies/amount.ts";
export { readReply, type OfferSaid, type ReplyReading } from "./replies/read.ts";
export { suggestReply, type ReplySuggestion } from "./replies/suggest.ts";
export { timesSaid, type TimeSaid } from "./replies/time-said.ts";
export type { SafetyCard, SafetyCode, SafetyStep } from "./safety/card.ts";
export { soundsDesperate } from "./safety/distress.ts";
export { fakeHelpers } from "./safety/refund-agents.ts";
export { heldBack, safetyOf, signalsOf, type Signals } from "./safety/safety.ts";
export { maskSecrets, type Masked, type MaskedSecret } from "./safety/secrets.ts";
export { givesUp } from "./settle/gives-up.ts";
export type { OfferView } from "./settle/offer-view.ts";
export { offersOf, takenOffer, type OfferState, type OfferStatus } from "./settle/offers.ts";
export { purchaseCheck, type PurchaseAnswer, type PurchaseCheck, type PurchaseItem } from "./settle/purchase.ts";
export type { RefundLine } from "./settle/refunds.ts";
export { respondentRecordOf, type RespondentRecord } from "./settle/respondent-record.ts";
export { HOURS_QUESTION, retrospectiveOf, type Retrospective, type RoundSpan } from "./settle/retrospective.ts";
export { settlementOf, type Settlement } from "./settle/settlement.ts";
export { OutcomeSchema, type Outcome } from "./commands/closing.ts";
export { valueUsed } from "./proof/demand.ts";
export { moneyFlow, type MoneyFlow } from "./proof/money-flow.ts";
export { eventTypes, historyOf, recordEvents, statedFacts, type CaseEvent, type History } from "./course/history.ts";
export { isOpen, tracksOf } from "./course/tracks.ts";
export { ruleClockOf, type ClockError, type RuleClock } from "./clock/rule-clock.ts";
export { suggestedHours } from "./clock/waiting-time.ts";
export { icsOf, icsWords, type IcsEntry, type IcsOptions } from "./clock/ics.ts";
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
export { answerBy } from "./letters/compose.ts";
export { isLikelyFact } from "./letters/likely.ts";
export { letterKinds, partHeading, specOf, type KindOffer } from "./letters/kinds/kinds.ts";
export type { Addressee, Audience, Barred, KindSpec } from "./letters/kinds/kind.ts";
export {
  answerTo,
  rehearse,
  type ExcuseAnswer,
  type RehearsalContext,
  type RehearsedExcuse,
} from "./letters/rehearse.ts";
export type { AnswerTemplate, ExcuseBook, ExcuseEntry } from "./pack/excuse-book.ts";
export { citationChecker } from "./letters/citations.ts";
export { formOf, isForMinor, type FormInput } from "./letters/forms/form-of.ts";
export {
  formKinds,
  isFormKind,
  type FieldState,
  type FormChoice,
  type FormField,
  type FormGap,
  type FormKind,
  type FormSection,
  type FormView,
} from "./letters/forms/form.ts";
export { FormsSchema, type EvidenceListLayout, type Forms, type PaperLayout } from "./letters/forms/layout.ts";
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
