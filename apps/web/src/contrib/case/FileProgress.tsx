/** How far the files are that are being taken in. */
import { Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./FileProgress.module.css";

export function FileProgress(): JSX.Element {
  const { say, intake } = useServices();
  return (
    <div class={styles["place"]} role="status">
      <Show when={intake.progress()}>
        {(p) => (
          <p>
            {say.word("screen.case.reading_file", { file: p().name, left: p().left })}
            <progress aria-label={p().name} max={Math.max(1, p().total)} value={p().done} />
          </p>
        )}
      </Show>
    </div>
  );
}
