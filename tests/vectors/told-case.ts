/**
 * Cases made of events only, told in rows, for the vectors of clocks and course: type, time, facts, what they refer to.
 */
import { civil, instant, type Case, type Deadline, type Ref } from "@recourse/core";
import { assessed, mint, newCase, run } from "./real-case.ts";

/** A time with a clock is a moment in Beijing, one without a day. */
export type Told = readonly [type: string, at: string, data?: Readonly<Record<string, unknown>>, refs?: readonly Ref[]];

/** When all of it was written down. */
export const RECORDED = instant("2026-11-22 23:00");

/** A membership ordered on 1 May 2024 in which this happened. */
export const told = (...events: readonly Told[]): Case =>
  events.reduce(
    (of, [type, at, data = {}, refs = []]) =>
      run(
        of,
        "event.append",
        { id: mint(), type, at: at.includes(":") ? instant(at) : civil(at), data, refs },
        RECORDED,
      ),
    newCase("membership"),
  );

/** The deadline of a rule; undefined where there is none. */
export const byRule = (of: Case, rule: string, at = "2026-11-22 23:00"): Deadline | undefined =>
  assessed(of, instant(at)).deadlines.find((d) => d.rule === rule);
