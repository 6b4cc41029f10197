/** What a new person sees: what this is, in one sentence, and two ways on. */
import { Button, EmptyState } from "@recourse/ui";
import { FolderOpen, FolderPlus, Scale } from "lucide";
import { createSignal, type JSX } from "solid-js";
import type { Services } from "../services/services.ts";

/** The sample cases that come with the app. */
const SAMPLES = {
  membership: "/samples/membership.recourse.zip",
  engagement: "/samples/likes.recourse.zip",
} as const;

/** Opens a sample: a case like any other, which can be changed and deleted. */
async function openSample({ cases, desk, say }: Services, path: string): Promise<void> {
  const answer = await fetch(path).catch(() => undefined);
  const taken = answer?.ok === true ? await cases.openArchive(await answer.blob()) : undefined;
  const caseId = taken?.ok === true ? taken.value : taken?.error.caseId;
  if (caseId === undefined) desk.toast({ text: say.word("screen.sample.failed") });
  else desk.exec("case.open", { caseId });
}

export function Welcome(props: { readonly services: Services }): JSX.Element {
  const { say, desk } = props.services;
  const [opening, setOpening] = createSignal(false);
  const sample = (path: string): void => {
    setOpening(true);
    void openSample(props.services, path).finally(() => setOpening(false));
  };
  return (
    <EmptyState icon={Scale} title={say.word("screen.empty.title")} text={say.word("screen.empty.text")}>
      <Button tone="solid" icon={FolderPlus} onClick={() => desk.exec("case.new")}>
        {say.word("screen.empty.new")}
      </Button>
      <Button icon={FolderOpen} disabled={opening()} onClick={() => sample(SAMPLES.membership)}>
        {say.word(opening() ? "screen.sample.opening" : "screen.empty.sample")}
      </Button>
      <Button tone="plain" disabled={opening()} onClick={() => sample(SAMPLES.engagement)}>
        {say.word("screen.sample.engagement")}
      </Button>
    </EmptyState>
  );
}
