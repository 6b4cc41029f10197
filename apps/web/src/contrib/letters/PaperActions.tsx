/**
 * The main action of a paper: to the page of its filing; once that is in, keeping what was handed in as it was (A3, X7).
 *
 * 1. Keeping adds no event: handing in was told on the page of the filing.
 */
import { Button, MenuButton } from "@recourse/ui";
import { DoorOpen, Landmark, Lock } from "lucide";
import { createMemo, Match, Show, Switch, type JSX } from "solid-js";
import { channelName } from "../../parts/channel-name.ts";
import { useServices } from "../../parts/served.tsx";
import { saidRefusal } from "./refused.ts";
import type { LetterLive } from "./letter-live.ts";
import { paperWay } from "./paper-way.ts";

export interface PaperActionsProps {
  readonly letter: LetterLive;
  readonly unlessBlocked: (run: () => void) => void;
}

export function PaperActions(props: PaperActionsProps): JSX.Element {
  const services = useServices();
  const { say, desk, dossier } = services;
  const { letter } = props;
  const { live } = letter;
  const way = createMemo(() => paperWay({ live, draft: letter.draft, kind: letter.kind() }));
  const filing = createMemo(() => way().track);
  /** When it went in; undefined while it is being prepared. */
  const since = createMemo(() => {
    const track = filing();
    return track === undefined || track.status === "preparing" ? undefined : track.since;
  });
  const open = (): void => desk.exec("filing.open", { caseId: live.caseId, filing: filing()?.filing });
  const prepare = (channel: string): void => desk.exec("filing.prepare", { caseId: live.caseId, channel });
  const keep = async (): Promise<void> => {
    const [at, channel] = [since(), filing()?.channel];
    if (at === undefined || channel === undefined) return;
    const done = await dossier.markSent(live, { draft: letter.draft, at, channel });
    const text = done.ok ? say.word("screen.paper.kept") : saidRefusal(services, letter, done.error);
    desk.toast({ text });
    desk.announce(text);
  };
  return (
    <Switch
      fallback={
        <Button tone="solid" icon={DoorOpen} onClick={() => desk.exec("doors.open", { caseId: live.caseId })}>
          {say.word("screen.paper.doors")}
        </Button>
      }
    >
      <Match when={since() !== undefined}>
        <Button tone="ghost" icon={Landmark} data-filing-page="" onClick={open}>
          {say.word("screen.paper.open")}
        </Button>
        <Button
          tone="solid"
          icon={Lock}
          data-keep=""
          disabled={live.readOnly()}
          onClick={() => props.unlessBlocked(() => void keep())}
        >
          {say.word("screen.paper.keep")}
        </Button>
      </Match>
      <Match when={filing() !== undefined}>
        <Button tone="solid" icon={Landmark} data-filing-page="" onClick={open}>
          {say.word("screen.paper.open")}
        </Button>
      </Match>
      <Match when={way().doors[0]}>
        {(door) => (
          <>
            <Show when={way().doors.length > 1}>
              <MenuButton
                icon={DoorOpen}
                label={say.word("screen.paper.choose")}
                entries={way().doors.map(({ id }) => ({
                  id,
                  label: channelName(say, id),
                  run: () => prepare(id),
                }))}
              />
            </Show>
            <Button tone="solid" icon={Landmark} data-filing-page="" onClick={() => prepare(door().id)}>
              {say.word("screen.paper.prepare", { channel: channelName(say, door().id) })}
            </Button>
          </>
        )}
      </Match>
    </Switch>
  );
}
