/**
 * The table of record kinds: one line per kind, everything else derives from it (store layout, commands, JSON Schema). Pure data.
 *
 * 1. `append` kinds are put once and never edited or removed (X1, A3).
 * 2. `prose` names the fields that merge by character.
 */
import type * as z from "zod/mini";
import type { Id } from "../identity.ts";
import * as course from "./course.ts";
import * as evidence from "./evidence.ts";
import * as people from "./people.ts";

export const kinds = {
  case: people.CaseInfoSchema,
  party: people.PartySchema,
  order: people.OrderSchema,
  undertaking: people.UndertakingSchema,
  clause: people.ClauseSchema,
  lookup: people.LookupSchema,
  answer: people.AnswerSchema,
  usage: people.UsageSchema,
  override: people.OverrideSchema,
  reasonOption: people.ReasonOptionSchema,
  note: people.NoteSchema,
  request: people.RequestSchema,
  exhibit: evidence.ExhibitSchema,
  link: evidence.LinkSchema,
  derivative: evidence.DerivativeSchema,
  payment: evidence.PaymentSchema,
  refund: evidence.RefundSchema,
  sighting: evidence.SightingSchema,
  reading: evidence.ReadingSchema,
  sample: evidence.SampleSchema,
  communication: evidence.CommunicationSchema,
  attempt: evidence.AttemptSchema,
  incident: evidence.IncidentSchema,
  explanation: evidence.ExplanationSchema,
  event: course.EventSchema,
  filing: course.FilingSchema,
  offer: course.OfferSchema,
  draft: course.DraftSchema,
  sentence: course.SentenceSchema,
  sentVersion: course.SentVersionSchema,
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];
/** Whether this version knows the kind; records of any other are kept and passed on unread. */
export const isKind = (text: string): text is Kind => Object.hasOwn(kinds, text);

/** Fields of a record of a kind, as stored (without its id). */
export type FieldsOf<K extends Kind> = z.infer<(typeof kinds)[K]>;
/** A record in memory: its fields and its id. */
export type RecordOf<K extends Kind> = Readonly<FieldsOf<K>> & { readonly id: Id };

export const appendOnly: ReadonlySet<Kind> = new Set<Kind>(["event", "sentVersion"]);
export const prose: Readonly<Partial<Record<Kind, readonly string[]>>> = { note: ["text"] };
