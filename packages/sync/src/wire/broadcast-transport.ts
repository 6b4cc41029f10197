/**
 * Transports between the tabs of one browser: a link for each pair of tabs, over one BroadcastChannel.
 *
 * 1. A tab says hello to all when it comes; whoever is there answers; each pair has one link.
 * 2. A tab that goes says so; one that dies without a word is noticed by whoever holds its lock, not here.
 */
import * as z from "zod/mini";
import { createInbox, type Inbox, type Transport } from "./transport.ts";

/** What goes over the channel. `to` undefined: everyone. */
const NoteSchema = z.object({
  from: z.string(),
  to: z.optional(z.string()),
  is: z.enum(["hello", "here", "message", "gone"]),
  bytes: z.optional(z.instanceof(Uint8Array)),
});
type Note = z.infer<typeof NoteSchema>;

export interface BroadcastLinks {
  /** Says goodbye to all and ends every link. */
  readonly close: () => void;
}

/** `self`: a name no other tab has. `onLink` is told of each other tab once. */
export function openBroadcastLinks(
  channel: BroadcastChannel,
  self: string,
  onLink: (link: Transport, other: string) => void,
): BroadcastLinks {
  const links = new Map<string, Inbox>();
  const post = (note: Note): void => {
    try {
      channel.postMessage(note);
    } catch {
      // Closed while something was still being said: as after the end.
    }
  };
  const linkTo = (other: string): void => {
    const inbox = createInbox();
    links.set(other, inbox);
    onLink(
      {
        start: inbox.start,
        send: (bytes) => {
          if (!inbox.isOver()) post({ from: self, to: other, is: "message", bytes });
        },
        ready: () => Promise.resolve(),
        close: () => {
          if (inbox.isOver()) return;
          end(other);
          post({ from: self, to: other, is: "gone" });
        },
      },
      other,
    );
  };
  const end = (other: string): void => {
    const inbox = links.get(other);
    links.delete(other);
    inbox?.end();
  };
  const onMessage = ({ data }: MessageEvent<unknown>): void => {
    const read = NoteSchema.safeParse(data);
    if (!read.success || read.data.from === self || (read.data.to ?? self) !== self) return;
    const { from, is, bytes } = read.data;
    if (is === "gone") return end(from);
    if (is === "message") return bytes === undefined ? undefined : links.get(from)?.message(bytes);
    if (!links.has(from)) linkTo(from);
    if (is === "hello") post({ from: self, to: from, is: "here" });
  };
  channel.addEventListener("message", onMessage);
  post({ from: self, is: "hello" });
  return {
    close: () => {
      post({ from: self, is: "gone" });
      channel.removeEventListener("message", onMessage);
      for (const other of links.keys()) end(other);
    },
  };
}
