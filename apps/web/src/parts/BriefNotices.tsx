/** What to read first, on a page of a case: the risks, and the press that a stopped case needs (L1, L6, G5). */
import type { JSX } from "solid-js";
import { NoticeBar, type NoticeAnswer } from "./NoticeBar.tsx";
import { useCase, useServices } from "./served.tsx";

export function BriefNotices(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const answersTo = (code: string): readonly NoticeAnswer[] => {
    const guardian = live.all("party").some((p) => p.role === "guardian");
    if (code !== "G5.minor" || guardian) return [];
    return [
      {
        label: say.word("screen.case.add_guardian"),
        run: () => desk.exec("case.ask", { caseId: live.caseId, command: "party.add", data: { role: "guardian" } }),
      },
    ];
  };
  return <NoticeBar notices={live.notices()} answersTo={answersTo} brief />;
}
