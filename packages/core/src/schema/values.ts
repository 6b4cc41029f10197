/**
 * Schemas of single values: ids, digests, Refs, moments, days, money. Pure data.
 *
 * 1. Each says what the predicate beside its type says; whoever only asks about a text asks that one, and needs no schema.
 * 2. Apart from the types, so that what calculates with times and names things brings no schemas along.
 */
import * as z from "zod/mini";
import { idPattern, refPattern, sha256Pattern, type Id, type Ref, type Sha256 } from "../identity.ts";
import { civilPattern, instantPattern, isCivil, isInstant, type CivilDate, type Instant } from "../time.ts";

/** A string that matches, under its brand; stays a plain string in JSON Schema. */
const branded = <T extends string>(pattern: RegExp): z.ZodMiniType<T, T> =>
  z.string().check(z.regex(pattern)) as unknown as z.ZodMiniType<T, T>;

export const IdSchema = branded<Id>(idPattern);
export const Sha256Schema = branded<Sha256>(sha256Pattern);
export const RefSchema = branded<Ref>(refPattern);

export const InstantSchema = z.string().check(
  z.regex(instantPattern),
  z.refine((v) => isInstant(v)),
) as unknown as z.ZodMiniType<Instant, Instant>;
export const CivilDateSchema = z.string().check(
  z.regex(civilPattern),
  z.refine((v) => isCivil(v)),
) as unknown as z.ZodMiniType<CivilDate, CivilDate>;
/** A moment or a day, as exactly as it is known (X1). */
export const WhenSchema = z.union([InstantSchema, CivilDateSchema]);

/** Units: fen. */
export const FenSchema = z.int();
