/** After packing: how anybody can check that nothing was changed, and what that does not show. */
import { Button, Icon } from "@recourse/ui";
import { CircleCheck } from "lucide";
import type { JSX } from "solid-js";
import { useServices } from "../../../parts/served.tsx";
import styles from "./BundleView.module.css";

export function HowToCheck(props: { readonly name: string }): JSX.Element {
  const { say, desk } = useServices();
  return (
    <section class={styles["check"]} aria-label={say.word("screen.bundle.check.title")}>
      <p class={styles["good"]}>
        <Icon icon={CircleCheck} /> {say.word("screen.bundle.done", { name: props.name })}
      </p>
      <h2 class={styles["heading"]}>{say.word("screen.bundle.check.title")}</h2>
      <p class={styles["text"]}>{say.word("screen.bundle.check.text")}</p>
      <code class={styles["command"]}>sha256sum -c manifest-sha256.txt</code>
      <p class={styles["text"]}>{say.word("screen.bundle.check.limit")}</p>
      <Button tone="ghost" onClick={() => desk.exec("bundle.verify")}>
        {say.word("screen.verify.name")}
      </Button>
    </section>
  );
}
