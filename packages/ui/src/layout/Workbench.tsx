/** The whole shell on a page. Wide: activity bar, side bar, editors, panel, status bar. Phone: head, one editor, lower bar. */
import { Show, type JSX } from "solid-js";
import { AnnouncerRegion } from "../primitives/Announcer.tsx";
import { ToastRegion } from "../primitives/Toasts.tsx";
import { QuickInputBox } from "../quickinput/QuickInputBox.tsx";
import { ActivityBar } from "./ActivityBar.tsx";
import { EditorArea } from "./EditorArea.tsx";
import { Panel } from "./Panel.tsx";
import { PhoneBar, PhoneHead, PhoneSheets } from "./Phone.tsx";
import { ShellProvider, type Shell } from "./shell.ts";
import { SideBar } from "./SideBar.tsx";
import { StatusBar } from "./StatusBar.tsx";
import styles from "./Workbench.module.css";

/** The whole frame: bars, editors and panel, laid out for a desk or for a phone. */
export function WorkbenchShell(props: { readonly shell: Shell }): JSX.Element {
  const { wb, layout } = props.shell;
  const phone = props.shell.phone;
  const sideShown = (): boolean => !phone() && layout.state().side.open && props.shell.sideView() !== undefined;
  const panelShown = (): boolean => !phone() && layout.state().panel.open && props.shell.panelView() !== undefined;
  let main!: HTMLElement;
  return (
    <ShellProvider value={props.shell}>
      <div
        class={styles["workbench"]}
        data-phone={phone() ? "" : undefined}
        style={{ "--side-width": sideShown() ? `${layout.state().side.width}px` : "0px" }}
      >
        <a
          class={styles["skip"]}
          href="#main"
          onClick={(event) => {
            // The hash is the app's address; the link only moves the focus.
            event.preventDefault();
            main.focus();
          }}
        >
          {wb.word("ui.skip")}
        </a>
        <Show when={!phone()} fallback={<PhoneHead />}>
          <ActivityBar />
        </Show>
        <Show when={sideShown()}>
          <SideBar />
        </Show>
        <main ref={main} id="main" class={styles["main"]} tabIndex={-1} aria-label={wb.word("ui.main")}>
          <EditorArea />
          <Show when={panelShown()}>
            <Panel />
          </Show>
        </main>
        <Show when={!phone()} fallback={<PhoneBar />}>
          <StatusBar />
        </Show>
      </div>
      <Show when={phone()}>
        <PhoneSheets />
      </Show>
      <QuickInputBox quick={props.shell.quick} wb={wb} />
      <ToastRegion toasts={props.shell.toasts} label={wb.word("ui.toast.region")} closeLabel={wb.word("ui.close")} />
      <AnnouncerRegion announcer={props.shell.announcer} />
    </ShellProvider>
  );
}
