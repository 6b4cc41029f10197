/** What a new person sees: what this is, in one sentence, and two ways on. */
import { Button, EmptyState } from "@recourse/ui";
import { FolderOpen, FolderPlus, Scale } from "lucide";
import { createSignal, type JSX } from "solid-js";
import type { Services } from "../services/services.ts";
import { openSample, type SAMPLES } from "./sample-case.ts";

export function Welcome(props: { readonly services: Services }): JSX.Element {
  const { say, desk } = props.services;
  const [opening, setOpening] = createSignal(false);
  const sample = (name: keyof typeof SAMPLES): void => {
    setOpening(true);
    void openSample(props.services, name).finally(() => setOpening(false));
  };
  return (
    <EmptyState icon={Scale} title={say.word("screen.empty.title")} text={say.word("screen.empty.text")}>
      <Button tone="solid" icon={FolderPlus} onClick={() => desk.exec("case.new")}>
        {say.word("screen.empty.new")}
      </Button>
      <Button icon={FolderOpen} disabled={opening()} onClick={() => sample("membership")}>
        {say.word(opening() ? "screen.sample.opening" : "screen.empty.sample")}
      </Button>
      <Button tone="plain" disabled={opening()} onClick={() => sample("engagement")}>
        {say.word("screen.sample.engagement")}
      </Button>
    </EmptyState>
  );
}
