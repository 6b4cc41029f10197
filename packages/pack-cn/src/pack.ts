/**
 * The light part of the pack of China: everything that assessing a case needs, without the long texts. Pure data.
 *
 * 1. `version` goes up with every change of a data file; a test pins the hash of all of them to it.
 * 2. A sent letter names the version it was written with, so an old version is never changed in place.
 */
import { civil, type Pack } from "@recourse/core";
import calendar from "./data/calendar.json" with { type: "json" };
import categories from "./data/categories.json" with { type: "json" };
import channels from "./data/channel-rules.json" with { type: "json" };
import clausePatterns from "./data/clause-patterns.json" with { type: "json" };
import defaults from "./data/defaults.json" with { type: "json" };
import distress from "./data/distress.json" with { type: "json" };
import grounds from "./data/grounds.json" with { type: "json" };
import guideCitations from "./data/guide-citations.json" with { type: "json" };
import lookupPlaces from "./data/lookup-places.json" with { type: "json" };
import materialTypes from "./data/material-types.json" with { type: "json" };
import provisions from "./data/provisions.json" with { type: "json" };
import questions from "./data/questions.json" with { type: "json" };
import reasons from "./data/reasons.json" with { type: "json" };
import rules from "./data/rules.json" with { type: "json" };
import triggers from "./data/triggers.json" with { type: "json" };
import wording from "./data/wording.json" with { type: "json" };
import { shipped } from "./shipped.ts";

/**
 * `cn@1`. Not in the shape, but to be known by readers of the data:
 * a ground's `categories` are those in which *law* may be its source (a clause may be captured in any category that lists the kind);
 * `condition: null` with provisions means the law is shown and never met by itself;
 * a question without `answers` asks for a whole number;
 * the first clause pattern that fits wins, and its groups `hours` and `percent` replace the numbers of its condition;
 * regular expressions are compiled with the flag `u`.
 */
export const pack: Pack = shipped<Pack>({
  id: "cn",
  version: 1,
  schema: 1,
  asOf: civil("2026-11-22"),
  provisions,
  guideCitations,
  rules,
  triggers,
  grounds,
  clausePatterns,
  materialTypes,
  reasons,
  questions,
  categories,
  lookupPlaces,
  distress,
  channels,
  wording,
  calendar,
  defaults,
});
