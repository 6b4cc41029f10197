/** Head of a case: what it is, whose turn, which clock, how much, and the one thing to do. */
import { info } from "@recourse/core";
import { Button, Chip, MenuButton } from "@recourse/ui";
import { Archive, NotebookPen, Package, Settings2, TriangleAlert, Users } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import { ClockLine } from "../../parts/ClockLine.tsx";
import { Money, useYuan } from "../../parts/Money.tsx";
import { warns } from "../../parts/notice-kinds.ts";
import { stepAction, stepButton, stepTitle } from "../../parts/next-step.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { TurnChip } from "../../parts/TurnChip.tsx";
import { WhoIsHere } from "../../parts/WhoIsHere.tsx";
import styles from "./CaseHead.module.css";
import { titleId } from "./shown-cases.ts";

/** `stepGone`: the box with the next step is scrolled away, so the head offers it. */
export function CaseHead(props: { readonly stepGone: boolean }): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  const me = createMemo(() => live.record("case", live.caseId) ?? info(live.whole()));
  const amount = useYuan();
  const row = live.row;
  const about = createMemo(() => {
    const { respondent, orderNo } = row();
    return [
      respondent,
      orderNo === "" ? say.word("screen.order.none") : say.word("screen.order", { number: orderNo }),
    ].filter((t) => t !== "");
  });
  /** One amount, or both where the person still has to choose (D3). */
  const claim = createMemo(() => {
    const { claimFen, either } = live.demand();
    if (claimFen !== undefined && claimFen > 0) return amount(claimFen);
    return either === undefined ? undefined : either.map(amount).join(" / ");
  });
  const open = (view: string): void => desk.exec("case.open", { caseId: live.caseId, view });
  return (
    <header class={styles["head"]}>
      <div class={styles["line"]}>
        <h1 id={titleId(live.caseId)} class={styles["title"]}>
          {me()?.title}
        </h1>
        <span class={styles["about"]}>
          {about().join(" · ")} · <Money fen={row().paidFen} />
        </span>
        <span class={styles["menu"]}>
          <MenuButton
            label={say.word("screen.case.more")}
            entries={[
              {
                id: "edit",
                label: say.word("screen.form.title.case.edit"),
                icon: Settings2,
                run: () => desk.exec("case.ask", { caseId: live.caseId, command: "case.edit", data: {} }),
              },
              {
                id: "notes",
                label: say.word("screen.notes.title"),
                icon: NotebookPen,
                disabled: !desk.can("note.open"),
                run: () => desk.exec("note.open", { caseId: live.caseId }),
              },
              {
                id: "share",
                label: say.word("screen.share.title"),
                icon: Users,
                disabled: !desk.can("share.open"),
                run: () => desk.exec("share.open", { caseId: live.caseId }),
              },
              {
                id: "bundle",
                label: say.word("screen.case.bundle"),
                icon: Package,
                disabled: !desk.can("bundle.make"),
                run: () => desk.exec("bundle.make", { caseId: live.caseId }),
              },
              {
                id: "archive",
                label: say.word("screen.case.archive"),
                icon: Archive,
                disabled: !desk.can("archive.export"),
                run: () => desk.exec("archive.export", { caseId: live.caseId }),
              },
            ]}
          />
        </span>
      </div>
      <div class={styles["chips"]}>
        <TurnChip turn={row().turn} round={row().round} />
        <Show when={row().clock}>{(clock) => <ClockLine clock={clock()} />}</Show>
        <Show when={claim()}>
          {(claimed) => <Chip tone="line">{say.word("screen.case.claim", { amount: claimed() })}</Chip>}
        </Show>
        <Show when={warns(live.notices())}>
          <Chip tone="danger" icon={TriangleAlert} onPress={() => open("notices")}>
            {say.word(me()?.category === "engagement" ? "screen.notice.engagement.read" : "screen.notice.other")}
          </Chip>
        </Show>
        <Show when={props.stepGone && !live.readOnly() && stepButton(say, live.next())}>
          <span class={styles["step"]}>
            <Button
              tone="solid"
              onClick={() => desk.exec("case.ask", { caseId: live.caseId, ...stepAction(live.next()) })}
            >
              {stepTitle(say, live.next())}
            </Button>
          </span>
        </Show>
      </div>
      <WhoIsHere caseId={live.caseId} />
    </header>
  );
}
