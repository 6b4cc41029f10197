/**
 * Commands: what a person, a script or a quick fix may ask of a case. Pure.
 *
 * 1. A command is checked against its strict schema, then decided: the answer is Changes or an error with facts, never both.
 * 2. Ids are minted by the caller and carried in the command, so a command repeated is done once.
 * 3. `decide` refuses locally; reads stay total, because two legal offline edits can merge into an illegal case (2-architecture).
 */
import type * as z from "zod/mini";
import type { Case } from "../case/case.ts";
import type { Change } from "../case/change.ts";
import type { Id, Ref } from "../identity.ts";
import type { Barred } from "../letters/kinds/kind.ts";
import type { LetterRenderer } from "../letters/template.ts";
import type { Pack } from "../pack/pack.ts";
import type { Result } from "../result.ts";
import type { LetterKind } from "../schema/course.ts";
import type { Instant } from "../time.ts";

export interface CommandContext {
  readonly now: Instant;
  readonly by?: Id;
  readonly role: "owner" | "helper" | "viewer";
  readonly pack: Pack;
  /** The words of letters: what is sent is judged as it reads. */
  readonly render: LetterRenderer;
  /** Mints an id for records a command makes beyond those it names. */
  readonly mint: () => Id;
}

export type DomainError =
  | { readonly kind: "unknown_command"; readonly command: string }
  | { readonly kind: "bad_data"; readonly command: string; readonly path: string; readonly reason: string }
  | { readonly kind: "not_allowed"; readonly role: string }
  | { readonly kind: "unknown_record"; readonly ref: Ref }
  | { readonly kind: "removed_record"; readonly ref: Ref }
  | { readonly kind: "exists"; readonly ref: Ref }
  | { readonly kind: "in_future"; readonly at: string }
  | { readonly kind: "not_ready"; readonly problems: readonly string[] }
  /** X9: what holds a filing back, by names of checks. */
  | { readonly kind: "not_green"; readonly channel: string; readonly problems: readonly string[] }
  /** Why this case does not get a kind of letter; words `letter.barred.<reason>`. */
  | { readonly kind: "not_for_case"; readonly letter: LetterKind; readonly reason: Barred }
  /** X11: an offer is answered once. */
  | { readonly kind: "answered"; readonly ref: Ref; readonly as: string }
  /** X11: it stood until `at`. */
  | { readonly kind: "lapsed"; readonly ref: Ref; readonly at: string }
  /** S1, S2: codes of what is missing before the case can be called settled. Units: fen. */
  | {
      readonly kind: "not_settled";
      readonly outcome: string;
      readonly missing: readonly string[];
      readonly receivedFen: number;
      readonly remainingFen?: number;
    }
  | { readonly kind: "immutable"; readonly ref: Ref };

export interface CommandSpec<D = unknown> {
  readonly name: string;
  readonly schema: z.ZodMiniType<D>;
  readonly decide: (of: Case, data: D, ctx: CommandContext) => Result<readonly Change[], DomainError>;
}

/** Keeps the data type of a spec while it is written down; the registry forgets it. */
export function command<D>(name: string, schema: z.ZodMiniType<D>, decide: CommandSpec<D>["decide"]): CommandSpec {
  return {
    name,
    schema,
    decide: (of, data, ctx) => decide(of, data as D, ctx),
  };
}
