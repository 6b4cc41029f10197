/** Files by name and size: what goes along with a letter, what is in a bundle. */
import { For, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import styles from "./FileTable.module.css";

export interface FileTableProps {
  readonly label: string;
  /** Units: `size` in bytes. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

export function FileTable(props: FileTableProps): JSX.Element {
  const { say } = useServices();
  return (
    <div class={styles["scroll"]} tabIndex={0} role="group" aria-label={props.label}>
      <table class={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{say.word("screen.bundle.file")}</th>
            <th scope="col" class={styles["number"]}>
              {say.word("screen.bundle.size")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.files}>
            {(file) => (
              <tr>
                <td class={styles["name"]}>{file.name}</td>
                <td class={styles["number"]}>{say.word("screen.size", { bytes: file.size })}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
