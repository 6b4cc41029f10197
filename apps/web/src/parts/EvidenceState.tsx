/**
 * Where the original of an exhibit of a shared case is: not here yet, on its way, not uploaded (BL2).
 *
 * 1. Nothing is said where it is here and on the relay, nor in a case that was never shared.
 */
import { Icon } from "@recourse/ui";
import { CloudDownload, CloudUpload, TriangleAlert } from "lucide";
import { createMemo, Show, type JSX } from "solid-js";
import type { EvidenceLine } from "../services/sharing/sharing.ts";
import styles from "./EvidenceState.module.css";
import { useCase, useServices } from "./served.tsx";

export function EvidenceState(props: { readonly sha256: string }): JSX.Element {
  const { say, sharing } = useServices();
  const live = useCase();
  const shared = createMemo(() => sharing.of(live.caseId));
  const line = createMemo(() => shared()?.evidence().get(props.sha256), undefined, { equals: isSame });
  /** Who may only view brings nothing to the relay. */
  const brings = (): boolean => shared()?.role() === "owner" || shared()?.role() === "helper";
  const trouble = (code: string): string => {
    const known = `screen.evidence.trouble.${code}`;
    return say.word(say.has(known) ? known : "screen.evidence.trouble.other");
  };
  return (
    <Show when={line()}>
      {(of) => (
        <>
          <Show
            when={of().is === "here"}
            fallback={
              <p class={styles["state"]} data-evidence={of().is}>
                <Icon icon={CloudDownload} size="small" />{" "}
                <span>
                  {say.word(`screen.evidence.${of().is === "fetching" ? "fetching" : "missing"}`, { size: of().size })}
                </span>
                <Show when={of().is === "fetching"}>
                  <progress
                    aria-label={say.word("screen.evidence.progress", { got: of().got, of: of().of })}
                    max={Math.max(1, of().of)}
                    value={of().got}
                  />
                </Show>
              </p>
            }
          >
            <Show when={!of().onRelay && brings() && of().trouble === undefined}>
              <p class={styles["state"]} data-evidence="not_sent">
                <Icon icon={CloudUpload} size="small" /> <span>{say.word("screen.evidence.not_sent")}</span>
              </p>
            </Show>
          </Show>
          <Show when={of().trouble}>
            {(code) => (
              <p class={styles["state"]} data-evidence-trouble={code()}>
                <Icon icon={TriangleAlert} size="small" /> <span>{trouble(code())}</span>
              </p>
            )}
          </Show>
        </>
      )}
    </Show>
  );
}

/** The map of all originals is made anew whenever one changes. */
function isSame(a: EvidenceLine | undefined, b: EvidenceLine | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.is === b.is &&
    a.size === b.size &&
    a.got === b.got &&
    a.of === b.of &&
    a.onRelay === b.onRelay &&
    a.trouble === b.trouble
  );
}
