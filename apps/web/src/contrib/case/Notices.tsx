/** Notices of the case with the presses that answer their questions. */
import { createMemo, Show, type JSX } from "solid-js";
import { NoticeBar, type NoticeAnswer } from "../../parts/NoticeBar.tsx";
import type { NoticeFacts } from "../../parts/notice-kinds.ts";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";

export function Notices(): JSX.Element {
  const services = useServices();
  const { say, pack, desk } = services;
  const live = useCase();
  const hides = (): readonly string[] =>
    pack.categories.find((c) => c.id === live.record("case", live.caseId)?.category)?.hides ?? [];
  /** G3 is asked where the category may have it, and stays as advice once it is answered with yes. */
  const account = createMemo((): readonly NoticeFacts[] => {
    if (hides().includes("gaveAccount")) return [];
    const given = live.record("case", live.caseId)?.gaveAccount;
    if (given === undefined) return [{ code: "screen.case.G3.ask", args: {} }];
    return given === "yes" ? [{ code: "screen.case.G3.protect", args: {} }] : [];
  });
  const notices = createMemo(() => [...live.notices(), ...account()]);
  const set = (field: string, values: readonly string[], words: string): readonly NoticeAnswer[] =>
    values.map((value) => ({
      label: say.word(`${words}.${value}`),
      run: () => {
        perform(services, live, "case.edit", { set: { [field]: value } });
      },
    }));
  const answersTo = (code: string): readonly NoticeAnswer[] => {
    if (code === "L3.ask") return set("purpose", ["life", "business"], "purpose");
    if (code === "L6.ask") return set("situation", ["own", "business", "worked"], "situation");
    if (code === "screen.case.G3.ask") return set("gaveAccount", ["yes", "no"], "answer");
    const guardian = live.all("party").some((p) => p.role === "guardian");
    if (code !== "G5.minor" || guardian) return [];
    return [
      {
        label: say.word("screen.case.add_guardian"),
        run: () => desk.exec("case.ask", { caseId: live.caseId, command: "party.add", data: { role: "guardian" } }),
      },
    ];
  };
  return (
    <Show when={notices().length > 0}>
      <div data-section="notices" tabIndex={-1}>
        <NoticeBar notices={notices()} answersTo={answersTo} />
      </div>
    </Show>
  );
}
