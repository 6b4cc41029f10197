/**
 * What belongs to no feature: undoing, saving, the problems of the case in view, and the way to their places.
 */
import { command, type Contribution, type Problem } from "@recourse/ui";
import { HardDrive, Redo2, Undo2 } from "lucide";
import { actionOf, takeFix } from "./live/action.ts";
import { openSample } from "./live/sample-case.ts";
import { problemsOf } from "./live/case-problems.ts";
import type { CaseLive, Services, UndoCount } from "./services/services.ts";

/** Command that goes to what a problem is about; its argument is the problem's target. */
export const REVEAL = "app.reveal";

const active = ({ cases, desk }: Services): CaseLive | undefined => cases.live(desk.activeCase());

function tell({ desk, say }: Services, done: UndoCount | undefined, code: string): void {
  if (done === undefined || done.applied + done.skipped === 0) desk.toast({ text: say.word(`${code}.nothing`) });
  else if (done.skipped > 0) desk.toast({ text: say.word(`${code}.partly`, { n: done.skipped }) });
  else desk.toast({ text: say.word(`${code}.done`) });
}

export const appContribution: Contribution<Services> = {
  id: "app",
  commands: [
    command<unknown, Services>({
      id: "app.undo",
      title: "screen.undo",
      icon: Undo2,
      run: (_, services) => tell(services, active(services)?.undo(), "screen.undo"),
    }),
    command<unknown, Services>({
      id: "app.redo",
      title: "screen.redo",
      icon: Redo2,
      run: (_, services) => tell(services, active(services)?.redo(), "screen.redo"),
    }),
    command<unknown, Services>({
      id: REVEAL,
      title: "screen.reveal",
      palette: false,
      run: (target, { desk }) => {
        const caseId = desk.activeCase();
        if (caseId === undefined || typeof target !== "string") return;
        const inLetter = target.startsWith("sentence/") || target.startsWith("draft/");
        desk.exec(inLetter ? "letter.open" : "case.open", { caseId, target });
      },
    }),
    command<unknown, Services>({
      id: "sample.membership",
      title: "screen.sample.membership",
      run: (_, services) => openSample(services, "membership"),
    }),
    command<unknown, Services>({
      id: "sample.engagement",
      title: "screen.sample.engagement",
      run: (_, services) => openSample(services, "engagement"),
    }),
    command<unknown, Services>({
      id: "app.run",
      title: "screen.fix",
      palette: false,
      run: (fix, services) => {
        const caseId = services.desk.activeCase();
        const action = actionOf(fix);
        if (caseId !== undefined && action !== undefined) takeFix(services, caseId, action);
      },
    }),
    command<unknown, Services>({
      id: "app.add",
      title: "screen.add",
      palette: false,
      // In a case its material; elsewhere a new case, which begins with the same material.
      run: (_, { desk, cases }) => {
        const caseId = desk.activeCase();
        if (caseId !== undefined) desk.exec("inbox.add", { caseId });
        else if (cases.list().length === 0) desk.exec("case.new");
        else desk.exec("inbox.add", {});
      },
    }),
    command<unknown, Services>({
      id: "app.saving",
      title: "screen.save.title",
      palette: false,
      run: (_, { desk, saveWord, say }) => desk.toast({ text: say.word(`screen.save.${saveWord()}.more`) }),
    }),
  ],
  keys: [
    // In a text field these keys are the field's own.
    { key: "mod+z", command: "app.undo", when: "!inputFocus" },
    { key: "mod+shift+z", command: "app.redo", when: "!inputFocus" },
    { key: "mod+y", command: "app.redo", when: "!inputFocus" },
  ],
  menus: [
    {
      menu: "status",
      command: "app.saving",
      group: "left",
      order: 0,
      icon: HardDrive,
      label: ({ say, saveWord }) => say.word(`screen.save.${saveWord()}`),
    },
  ],
  checks: [
    {
      id: "case",
      problems: (services): readonly Problem[] => {
        const live = active(services);
        return live === undefined ? [] : problemsOf(live.problems(), services.say);
      },
    },
  ],
};
