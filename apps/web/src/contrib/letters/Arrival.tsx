/** Whether a sent letter arrived: what was told of it, or the button to tell it (X1). Letters whose arrival sets nothing going have none. */
import type { Id } from "@recourse/core";
import { Button, Chip } from "@recourse/ui";
import { MailCheck } from "lucide";
import { createMemo, createSignal, Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { SourceChip } from "../../parts/SourceChip.tsx";
import { When } from "../../parts/When.tsx";
import type { CaseLive } from "../../services/services.ts";
import { DeliveredDialog } from "./DeliveredDialog.tsx";
import { deliveryOf } from "./delivery.ts";
import styles from "./SentPaper.module.css";

export function Arrival(props: { readonly live: CaseLive; readonly version: Id }): JSX.Element {
  const { say, now } = useServices();
  const [asking, setAsking] = createSignal(false);
  const delivery = createMemo(() => deliveryOf(props.live, props.version, now()));
  return (
    <Show when={delivery()}>
      {(of) => (
        <div class={styles["arrival"]} data-arrival={of().arrived.length > 0 ? "yes" : "no"}>
          <Show
            when={of().arrived[0]}
            fallback={
              <>
                <span>{say.word("screen.delivered.not_yet")}</span>
                <Show when={!props.live.readOnly()}>
                  <Button tone="ghost" icon={MailCheck} data-delivered="" onClick={() => setAsking(true)}>
                    {say.word("screen.delivered.title")}
                  </Button>
                </Show>
              </>
            }
          >
            {(event) => (
              <>
                <Chip tone="good" icon={MailCheck}>
                  {say.word("screen.delivered.title")}
                </Chip>
                <span>
                  <When at={event().at} form="full" />
                  <Show when={event().data["how"]}>{(how) => <> · {String(how())}</>}</Show>
                </span>
                <Show when={event().refs.find((r) => r.startsWith("exhibit/"))}>
                  {(shown) => <SourceChip source={shown()} />}
                </Show>
              </>
            )}
          </Show>
          <DeliveredDialog delivery={of()} open={asking()} onClose={() => setAsking(false)} />
        </div>
      )}
    </Show>
  );
}
