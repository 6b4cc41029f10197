/**
 * What comes back: replies, offers, what to be careful of, money, and the look back (X5, X11, G1–G6, S1–S4).
 */
import { IdSchema } from "@recourse/core";
import { command, type Contribution } from "@recourse/ui";
import { Handshake, ListChecks, MessageSquareReply, ShieldAlert } from "lucide";
import * as z from "zod/mini";
import { titled } from "../../parts/tab-title.ts";
import type { Services } from "../../services/services.ts";

const category = "screen.replies.category";
/** From the palette there is no argument: then it is about the case in view. */
const OfCase = z.optional(
  z.looseObject({
    caseId: z.optional(z.string()),
    communication: z.optional(z.string()),
    code: z.optional(z.string()),
  }),
);
const OfOffer = z.looseObject({ caseId: IdSchema, offer: z.string() });

/** Runs with the case named, else the one in view; without either the person is told to open one. */
function inCase({ desk, say }: Services, caseId: string | undefined, run: (of: string) => void): void {
  const of = caseId ?? desk.activeCase();
  if (of === undefined) desk.toast({ text: say.word("screen.letter.no_case") });
  else run(of);
}

export const repliesContribution: Contribution<Services> = {
  id: "replies",
  commands: [
    command<z.infer<typeof OfCase>, Services>({
      id: "reply.add",
      title: "screen.reply.title",
      category,
      icon: MessageSquareReply,
      schema: OfCase,
      run: (wanted, services) =>
        inCase(services, wanted?.caseId, (of) =>
          services.desk.open("reply", wanted?.communication === undefined ? of : `${of}/${wanted.communication}`),
        ),
    }),
    command<z.infer<typeof OfOffer>, Services>({
      id: "offer.open",
      title: "screen.offer.title",
      palette: false,
      schema: OfOffer,
      run: ({ caseId, offer }, { desk }) => desk.open("offer", `${caseId}/${offer}`),
    }),
    command<z.infer<typeof OfCase>, Services>({
      id: "safety.open",
      title: "screen.safety.title",
      category,
      icon: ShieldAlert,
      schema: OfCase,
      run: (wanted, services) => inCase(services, wanted?.caseId, (of) => services.desk.open("safety", of)),
    }),
    command<unknown, Services>({
      id: "purchase.check",
      title: "screen.purchase.title",
      icon: ListChecks,
      run: (_, { desk }) => desk.open("purchase"),
    }),
  ],
  views: [
    {
      id: "reply",
      title: "screen.reply.title",
      icon: MessageSquareReply,
      slot: "editor",
      label: titled("screen.reply.title"),
      load: async () => ({ default: (await import("./ReplyView.tsx")).ReplyView }),
    },
    {
      id: "offer",
      title: "screen.offer.title",
      icon: Handshake,
      slot: "editor",
      label: titled("screen.offer.title"),
      load: async () => ({ default: (await import("./OfferPage.tsx")).OfferPage }),
    },
    {
      id: "safety",
      title: "screen.safety.title",
      icon: ShieldAlert,
      slot: "editor",
      label: titled("screen.safety.title"),
      load: async () => ({ default: (await import("./SafetyView.tsx")).SafetyView }),
    },
    {
      id: "purchase",
      title: "screen.purchase.title",
      icon: ListChecks,
      slot: "editor",
      load: async () => ({ default: (await import("./PurchaseView.tsx")).PurchaseView }),
    },
  ],
};
