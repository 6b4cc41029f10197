/** Offers of either side, and what became of them (X11). */
import { Button, Chip, EmptyState } from "@recourse/ui";
import { Handshake, MessageSquareReply } from "lucide";
import { For, Show, type JSX } from "solid-js";
import { yuan } from "../../parts/Money.tsx";
import { useCase, useServices } from "../../parts/served.tsx";
import { When } from "../../parts/When.tsx";
import { Block } from "./Block.tsx";
import styles from "./Facts.module.css";

export function Offers(): JSX.Element {
  const { say, desk } = useServices();
  const live = useCase();
  return (
    <Block
      name="offers"
      title={say.word("screen.case.offers")}
      actions={
        <Button icon={MessageSquareReply} onClick={() => desk.exec("reply.add", { caseId: live.caseId })}>
          {say.word("screen.reply.title")}
        </Button>
      }
    >
      <Show
        when={live.offers().length > 0}
        fallback={<EmptyState shape="row" icon={Handshake} title={say.word("screen.case.no_offers")} />}
      >
        <ul class={styles["rows"]}>
          <For each={live.offers()}>
            {(offer) => (
              <li class={styles["row"]} data-ref={`offer/${offer.id}`} tabIndex={-1}>
                <span class={styles["main"]}>
                  <strong>
                    {say.word(offer.side === "theirs" ? "screen.offer.theirs" : "screen.offer.mine")}
                    <Show when={offer.amountFen}>{(fen) => <> {yuan(fen())}</>}</Show>
                  </strong>{" "}
                  <Chip tone="line">{say.word(`screen.offer.status.${offer.status}`)}</Chip>
                  <small>
                    <When at={offer.madeAt} />
                    <Show when={offer.asks !== "nothing"}> · {say.word(`screen.offer.asks.${offer.asks}`)}</Show>
                  </small>
                </span>
                <Button
                  aria-label={say.word("screen.case.offers.open", {
                    whose: say.word(offer.side === "theirs" ? "screen.offer.theirs" : "screen.offer.mine"),
                    at: offer.madeAt,
                  })}
                  onClick={() => desk.exec("offer.open", { caseId: live.caseId, offer: offer.id })}
                >
                  {say.word("screen.case.filings.open")}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Block>
  );
}
