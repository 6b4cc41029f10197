/**
 * What the parts of the rules share: where we are, going there, and a citation to be checked. Not pure: signals.
 *
 * 1. Going somewhere is a step in the history, so the way back of a browser or phone leads from a detail to its list.
 */
import type { Provision } from "@recourse/core";
import { createContext, createMemo, createSignal, useContext, type Accessor, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import type { Desk } from "../../services/desk.ts";
import { placeQuery, readPlace, START, type RulesPlace } from "./place.ts";
import type { CitationDraft } from "./verdict.ts";

/** The place of the rules: what the address says while it is about them, else what it said last. */
export function followRules(desk: Desk): Accessor<RulesPlace> {
  return createMemo<RulesPlace>((last) => readPlace(desk.query()) ?? last, START);
}

export interface RulesDesk {
  readonly place: Accessor<RulesPlace>;
  readonly go: (to: Partial<RulesPlace>) => void;
  /** A provision by its id, also of a version no longer in force. */
  readonly provision: (id: string | undefined) => Provision | undefined;
  /** A citation somebody wants checked; each asking is a new object. */
  readonly asked: Accessor<CitationDraft | undefined>;
  readonly ask: (draft: CitationDraft) => void;
}

const RulesContext = createContext<RulesDesk>();

/** Makes the desk of one rules screen. Must stand inside of `Served`. */
export function InRules(props: { readonly children: JSX.Element }): JSX.Element {
  const { desk, pack } = useServices();
  const [asked, setAsked] = createSignal<CitationDraft>();
  const byId = new Map(pack.provisions.map((p) => [p.id, p]));
  const go = (to: Partial<RulesPlace>): void => desk.setQuery(placeQuery(to), "push");
  const value: RulesDesk = {
    place: followRules(desk),
    go,
    provision: (id) => (id === undefined ? undefined : byId.get(id)),
    asked,
    ask: (draft) => {
      setAsked({ ...draft });
      go({ part: "check" });
    },
  };
  return <RulesContext.Provider value={value}>{props.children}</RulesContext.Provider>;
}

/** Errors: throws outside of `InRules`. */
export function useRules(): RulesDesk {
  const rules = useContext(RulesContext);
  if (rules === undefined) throw new Error("useRules outside of InRules");
  return rules;
}
