/** The windows of the case feature: what is asked, and the new case. */
import type { JSX } from "solid-js";
import { AskDialog } from "./AskDialog.tsx";
import { NewCase } from "./NewCase.tsx";

export function Dialogs(): JSX.Element {
  return (
    <>
      <AskDialog />
      <NewCase />
    </>
  );
}
