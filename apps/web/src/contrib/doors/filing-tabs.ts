/** What the tabs of filings are called: by their door, also before the case is there to say it. Not pure: a signal. */
import type { Id } from "@recourse/core";
import { createSignal } from "solid-js";

const [channels, setChannels] = createSignal<ReadonlyMap<string, string>>(new Map());

/** Remembers the door of a filing whose page is about to open. */
export const nameTab = (filing: Id, channel: string): void =>
  void setChannels((all) => new Map([...all, [filing, channel]]));

/** The door of a filing, where it is known. Tracked. */
export const tabChannel = (filing: string | undefined): string | undefined =>
  filing === undefined ? undefined : channels().get(filing);
