/** What is remembered of a matter with somebody, in one sentence (S3). Pure. */
import type { MetRespondent } from "../services/respondent-list.ts";
import type { Say } from "../services/services.ts";

/** What is remembered of a company met before, in a sentence. */
export function metText(say: Pick<Say, "word" | "has">, met: MetRespondent): string {
  const { name, closedOn, outcome, days, paidFen, receivedFen } = met;
  return say.word("screen.met.line", {
    name,
    closedOn,
    paidFen,
    receivedFen,
    outcome: say.has(`outcome.${outcome}`) ? say.word(`outcome.${outcome}`) : outcome,
    ...(days === undefined || days === 0 ? {} : { days }),
  });
}
