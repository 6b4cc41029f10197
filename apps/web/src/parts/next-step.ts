/**
 * The one next step as words and an action: the same on every screen. Pure (E5).
 */
import type { Args, GapAction } from "@recourse/core";
import type { Say } from "../services/services.ts";

/** What is needed of a next step; the assessment's and a board row's both have it. */
export interface StepFacts {
  readonly code: string;
  readonly args: Args;
  readonly action: GapAction;
  readonly element?: string | undefined;
  readonly material?: string | undefined;
}

/** What pressing the step does. */
export const stepAction = (step: StepFacts): GapAction => step.action;

/** The step as a verb phrase. */
export const stepTitle = (say: Pick<Say, "word" | "has">, step: StepFacts): string =>
  say.has(step.code) ? say.word(step.code, step.args) : step.code;

/** Materials that come as a file from an app, not as a picture of a screen. */
const exported: ReadonlySet<string> = new Set(["后台数据", "粉丝列表", "沟通记录", "通话录音", "消费流水"]);

const byCommand: Readonly<Record<string, string>> = {
  "draft.start": "screen.step.write",
  "letter.open": "screen.step.letter",
  "answer.give": "screen.step.answer",
  "case.edit": "screen.step.answer",
  "notice.open": "screen.step.read",
  "clause.add": "screen.step.screenshot",
};

/** Words of its button: what kind of thing is asked. Undefined where there is only waiting. */
export function stepButton(say: Pick<Say, "word">, step: StepFacts): string | undefined {
  const { command, data } = stepAction(step);
  if (command === "case.open")
    return step.code === "next.look_at_table" ? say.word("screen.case.see_table") : undefined;
  return say.word(buttonCode(command, data["material"]));
}

/** The word code of a button for a command. */
export function buttonCode(command: string, material?: unknown): string {
  if (command !== "inbox.add") return byCommand[command] ?? "screen.step.fill";
  if (material === "支付凭证") return "screen.step.bill";
  return typeof material !== "string" || exported.has(material) ? "screen.step.add" : "screen.step.screenshot";
}

/** The sentence under the title: which point it is for, and how to get it. */
export function stepDetail(say: Say, step: StepFacts, tip: string | undefined): string {
  const point = step.element === undefined ? "" : say.word("screen.case.for_element", { element: step.element });
  return [point, tip ?? ""].filter((text) => text !== "").join(say.lang() === "en" ? " " : "");
}
