/** Whose move it is, and in which round: icon and word, colour only repeats them. */
import type { Round, Turn } from "@recourse/core";
import { Chip, type ChipTone } from "@recourse/ui";
import { CircleCheck, Clock, Hand, Landmark, type IconNode } from "lucide";
import type { JSX } from "solid-js";
import { useSay } from "./served.tsx";

const looks: Readonly<Record<Turn, { readonly icon: IconNode; readonly tone: ChipTone }>> = {
  mine: { icon: Hand, tone: "mine" },
  theirs: { icon: Clock, tone: "theirs" },
  authority: { icon: Landmark, tone: "authority" },
  none: { icon: CircleCheck, tone: "line" },
};

/** Icon and colour of a turn, for rows. */
export const turnLook = (turn: Turn): { readonly icon: IconNode; readonly tone: ChipTone } => looks[turn];

export interface TurnChipProps {
  readonly turn: Turn;
  readonly round?: Round;
}

export function TurnChip(props: TurnChipProps): JSX.Element {
  const say = useSay();
  return (
    <Chip icon={looks[props.turn].icon} tone={looks[props.turn].tone}>
      {say.word(`turn.${props.turn}`)}
      {props.round === undefined ? "" : ` · ${say.word(`round.${props.round}`)}`}
    </Chip>
  );
}
