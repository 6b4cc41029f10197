/**
 * Mounts a contributed view: loads it when first shown, and keeps its failure to itself.
 *
 * Loading is local and quick, so nothing is drawn meanwhile.
 */
import { TriangleAlert } from "lucide";
import { ErrorBoundary, lazy, Suspense, type Component, type JSX } from "solid-js";
import type { View, ViewComponent, ViewProps } from "../contribution.ts";
import { Button } from "../primitives/Button.tsx";
import { EmptyState } from "../primitives/EmptyState.tsx";
import { useShell } from "./shell.ts";

const loaded = new WeakMap<View, Component<ViewProps>>();

/** One lazy component per view, so a view opened twice is loaded once. */
function componentOf(view: View): Component<ViewProps> {
  const known = loaded.get(view);
  if (known !== undefined) return known;
  const made: Component<ViewProps> = lazy(() => view.load().then((module): { default: ViewComponent } => module));
  loaded.set(view, made);
  return made;
}

export interface ViewHostProps {
  readonly view: View;
  readonly arg?: string;
  readonly active: boolean;
}

export function ViewHost(props: ViewHostProps): JSX.Element {
  const { wb } = useShell();
  return (
    <ErrorBoundary
      fallback={(error, reset) => {
        // The failure goes to the page's own error handling as well; the boundary only keeps the rest standing.
        reportError(error);
        const again = (): void => {
          loaded.delete(props.view);
          reset();
        };
        return (
          <div role="alert">
            <EmptyState
              icon={TriangleAlert}
              title={wb.word("ui.view.failed", { title: wb.word(props.view.title) })}
              text={wb.word("ui.view.failed.text")}
            >
              <Button onClick={again}>{wb.word("ui.view.retry")}</Button>
            </EmptyState>
          </div>
        );
      }}
    >
      <Suspense>
        <Mounted view={props.view} arg={props.arg} active={props.active} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Mounted(props: ViewHostProps): JSX.Element {
  const { wb } = useShell();
  const View = componentOf(props.view);
  return <View arg={props.arg} services={wb.services} active={props.active} />;
}
