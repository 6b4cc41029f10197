/**
 * What channels are judged by, computed for a case as it is. Pure: the passes of an assessment without their memory.
 */
import type { Case } from "../case/case.ts";
import { find } from "../case/case.ts";
import { deadlinesOf } from "../clock/deadlines.ts";
import { courseOf } from "../course/course.ts";
import { historyOf } from "../course/history.ts";
import { tracksOf } from "../course/tracks.ts";
import { groundsOf } from "../grounds/ground.ts";
import { measure } from "../measure/measure.ts";
import type { Pack } from "../pack/pack.ts";
import { demandOf } from "../proof/demand.ts";
import { elementsIn } from "../proof/elements.ts";
import { moneyFlow } from "../proof/money-flow.ts";
import { shownOf } from "../proof/shown.ts";
import type { Instant } from "../time.ts";
import type { GroundAssessment } from "../assess/assessment.ts";
import type { ChannelInput } from "./facts.ts";

/** What the passes say of a case at a moment, without an assessor: for commands, which look once. */
export interface CaseJudged {
  readonly grounds: readonly GroundAssessment[];
  readonly input: ChannelInput;
}

/** The input of `channelsOf` and `stopWorksheet` for a case at a moment. */
export const channelInputOf = (pack: Pack, of: Case, now: Instant): ChannelInput => judgedOf(pack, of, now).input;

/** The passes in their order, each once. */
export function judgedOf(pack: Pack, of: Case, now: Instant): CaseJudged {
  const shown = shownOf(of);
  const money = moneyFlow(of);
  const measures = measure(of, pack);
  const demand = demandOf(of, money, measures);
  const elements = elementsIn({ of, shown, money, measures, demand }, pack);
  const grounds = groundsOf(of, pack, measures, (kind, clauseId, condition) =>
    elements(kind, { clause: find(of, "clause", clauseId), condition }),
  );
  const history = historyOf(of, now);
  const deadlines = deadlinesOf(of, history, pack, now);
  const tracks = tracksOf(history, deadlines, of);
  const course = courseOf(of, history, deadlines, tracks, now);
  const input: ChannelInput = {
    of,
    pack,
    history,
    course,
    tracks,
    deadlines,
    demand,
    elements: grounds[0]?.elements ?? [],
    measures,
    now,
  };
  return { grounds, input };
}
