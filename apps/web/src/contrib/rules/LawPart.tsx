/** The law: search and list on one side, the open provision on the other. */
import { EmptyState } from "@recourse/ui";
import { BookOpenText, CircleHelp } from "lucide";
import { Show, type JSX } from "solid-js";
import { useServices } from "../../parts/served.tsx";
import { LawList } from "./LawList.tsx";
import { Panes } from "./Panes.tsx";
import { ProvisionDetail } from "./ProvisionDetail.tsx";
import { useRules } from "./rules-desk.tsx";

export function LawPart(): JSX.Element {
  const { say } = useServices();
  const { place, go, provision } = useRules();
  return (
    <Panes
      open={place().provision}
      back={say.word("screen.rules.back.law")}
      onBack={() => go({ part: "law", law: place().law })}
      list={<LawList />}
      detail={
        <Show
          when={provision(place().provision)}
          keyed
          fallback={
            <EmptyState
              icon={CircleHelp}
              title={say.word("screen.rules.missing")}
              text={say.word("screen.rules.missing.text")}
            />
          }
        >
          {(found) => <ProvisionDetail provision={found} />}
        </Show>
      }
      empty={
        <EmptyState
          icon={BookOpenText}
          title={say.word("screen.rules.choose")}
          text={say.word("screen.rules.choose.text")}
        />
      }
    />
  );
}
