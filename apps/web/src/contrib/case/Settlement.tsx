/**
 * Whether the money came back: expected against seen, refund by refund; closing the case, and the look back once it is closed (S1–S3).
 *
 * 1. What was only said is shown as not seen yet (S2).
 */
import { historyOf, retrospectiveOf } from "@recourse/core";
import { Button, Chip, EmptyState } from "@recourse/ui";
import { Banknote, FileSearch, Flag, RotateCcw } from "lucide";
import { createMemo, For, Show, type JSX } from "solid-js";
import { Lines } from "../../parts/Lines.tsx";
import { yuan } from "../../parts/Money.tsx";
import { perform } from "../../parts/perform.ts";
import { useCase, useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import { Block } from "./Block.tsx";
import styles from "./Facts.module.css";

export function Settlement(): JSX.Element {
  const services = useServices();
  const { say, desk, now } = services;
  const live = useCase();
  const ask = (command: string, data: Readonly<Record<string, unknown>>): void =>
    desk.exec("case.ask", { caseId: live.caseId, command, data });
  const over = (): boolean => live.course().turn === "none";
  return (
    <Block
      name="settlement"
      title={say.word("screen.case.settlement")}
      actions={
        <>
          <Button icon={FileSearch} onClick={() => ask("inbox.add", { material: "支付凭证" })}>
            {say.word("screen.case.settlement.bill")}
          </Button>
          <Show
            when={over()}
            fallback={
              <Button icon={Flag} onClick={() => ask("case.close", {})}>
                {say.word("screen.case.close_case")}
              </Button>
            }
          >
            <Button
              icon={RotateCcw}
              onClick={() =>
                void perform(services, live, "case.reopen", { at: now() }, { code: "screen.case.reopened" })
              }
            >
              {say.word("screen.case.reopen_case")}
            </Button>
          </Show>
        </>
      }
    >
      <Show
        when={live.settlement().lines.length > 0 || live.course().round !== "prepare"}
        fallback={<EmptyState shape="row" icon={Banknote} title={say.word("screen.case.no_settlement")} />}
      >
        <div class={styles["demand"]} data-settlement={live.settlement().complete ? "complete" : "open"}>
          <Lines of={live.settlement().findings} />
        </div>
        <ul class={styles["rows"]}>
          <For each={live.settlement().lines}>
            {(line) => (
              <li class={styles["row"]} data-ref={line.ref}>
                <span class={styles["main"]}>
                  <strong>{yuan(line.amountFen)}</strong>{" "}
                  <Chip tone={line.seen ? "good" : "line"}>
                    {say.word(line.seen ? "screen.case.settlement.seen" : "screen.case.settlement.told")}
                  </Chip>
                  <small>
                    <Show when={line.at}>
                      {(at) => (
                        <>
                          <When at={at()} /> ·{" "}
                        </>
                      )}
                    </Show>
                    {say.word(`route.${line.route}`)}
                  </small>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={over()}>
        <LookBack />
      </Show>
    </Block>
  );
}

/** The look back, in computed facts only (S3). */
function LookBack(): JSX.Element {
  const { say, now, desk } = useServices();
  const live = useCase();
  const look = createMemo(() => {
    const of = live.whole();
    return retrospectiveOf(of, historyOf(of, now()), live.settlement(), live.demand(), now());
  });
  const what = ({ type, channel }: NonNullable<ReturnType<typeof look>["before"]>): string =>
    say.has(`event.${type}`) ? say.word(`event.${type}`, channel === undefined ? {} : { channel }) : type;
  return (
    <div class={styles["demand"]} data-look-back="">
      <h3>{say.word("screen.look_back.title")}</h3>
      <p>{say.word("screen.look_back.sum", facts(look()))}</p>
      <ul class={styles["rows"]}>
        <For each={look().rounds}>
          {(round) => (
            <li class={styles["row"]}>
              <span class={styles["kind"]}>{say.word(`round.${round.round}`)}</span>
              <span class={styles["main"]}>
                {say.word(round.days === 0 ? "screen.look_back.same_day" : "screen.look_back.days", {
                  from: round.from,
                  n: round.days,
                })}
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={look().before}>
        {(last) => (
          <p>
            {say.word(last().days === 0 ? "screen.look_back.before_same_day" : "screen.look_back.before", {
              what: what(last()),
              after: say.word(`screen.look_back.then.${last().what}`),
              n: last().days,
            })}
          </p>
        )}
      </Show>
      <span class={styles["add"]}>
        <Button onClick={() => desk.exec("purchase.check")}>{say.word("screen.purchase.title")}</Button>
      </span>
    </div>
  );
}

/** Facts of the look back that are there. */
function facts(look: ReturnType<typeof retrospectiveOf>): Readonly<Record<string, number>> {
  const { days, lettersSent, filings, paidFen, receivedFen, hours } = look;
  return {
    letters: lettersSent,
    filings,
    paidFen,
    receivedFen,
    ...(days === undefined ? {} : { days }),
    ...(hours === undefined ? {} : { hours }),
  };
}
