/**
 * Where in the rules we are: the part in view and what is open in it, as keys of the address. Pure.
 *
 * 1. The address of the tab in view may be another tab's: a query with a key that is not ours, or without any of ours, says nothing about us.
 * 2. What we write always names the part, so that going back to a list can be told from an address that says nothing.
 */
import type { Route } from "@recourse/ui";

export const parts = ["law", "check", "channels", "terms"] as const;
export type RulesPart = (typeof parts)[number];

/** The overview of the channels, where no single one is open. */
export const OVERVIEW = "overview";

export interface RulesPlace {
  readonly part: RulesPart;
  /** Id of the provision that is open. */
  readonly provision: string | undefined;
  /** Id of the channel that is open, or the overview. */
  readonly channel: string | undefined;
  /** Short name of the one law that is listed. */
  readonly law: string | undefined;
}

export const START: RulesPlace = { part: "law", provision: undefined, channel: undefined, law: undefined };

const KEYS: ReadonlySet<string> = new Set(["part", "p", "channel", "law"]);

/** What a query says about the rules; undefined when it is not about them (invariant 1). */
export function readPlace(query: Route["query"]): RulesPlace | undefined {
  const keys = Object.keys(query);
  if (keys.length === 0 || keys.some((key) => !KEYS.has(key))) return undefined;
  const { part, p: provision, channel, law } = query;
  const named = parts.find((each) => each === part);
  return {
    part: named ?? (channel !== undefined && provision === undefined ? "channels" : "law"),
    provision,
    channel,
    law,
  };
}

/** The keys of a place, those it does not have taken out. */
export const placeQuery = (at: Partial<RulesPlace>): Readonly<Record<string, string | undefined>> => ({
  part: at.part ?? START.part,
  p: at.provision,
  channel: at.channel,
  law: at.law,
});
