/** The six digits that both sides read to each other (JO2): big, in two groups, and spoken one by one. */
import { Icon, Spoken } from "@recourse/ui";
import { PhoneCall } from "lucide";
import type { JSX } from "solid-js";
import { useSay } from "../../parts/served.tsx";
import styles from "./Digits.module.css";

export interface DigitsProps {
  readonly code: string;
  /** What to do, one step a line. */
  readonly children: JSX.Element;
}

export function Digits(props: DigitsProps): JSX.Element {
  const say = useSay();
  return (
    <div class={styles["compare"]}>
      <p class={styles["digits"]} data-digits="">
        <span aria-hidden="true">{`${props.code.slice(0, 3)} ${props.code.slice(3)}`}</span>
        <Spoken>{say.word("screen.share.digits.spoken", { digits: [...props.code].join(" ") })}</Spoken>
      </p>
      <ol class={styles["steps"]}>{props.children}</ol>
      <p class={styles["caution"]}>
        <Icon icon={PhoneCall} size="small" /> <span>{say.word("screen.share.digits.never")}</span>
      </p>
    </div>
  );
}
