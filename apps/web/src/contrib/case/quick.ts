/**
 * What the one box finds of cases: without a prefix all cases and the exhibits of the one in view, with `@` its exhibits. Not pure: reads signals.
 */
import type { QuickItem } from "@recourse/ui";
import { FileImage, Folder } from "lucide";
import { exhibitIds } from "../../parts/exhibit-order.ts";
import { materialName } from "../../parts/pack-words.ts";
import type { Services } from "../../services/services.ts";

const casesOf = ({ cases }: Services): readonly QuickItem[] =>
  cases.rows().map((row) => ({
    id: `case:${row.caseId}`,
    label: row.title,
    detail: [row.respondent, row.orderNo].filter((text) => text !== "").join(" · "),
    icon: Folder,
    command: "case.open",
    arg: { caseId: row.caseId },
  }));

function exhibitsOf({ cases, desk, pack, say }: Services): readonly QuickItem[] {
  const live = cases.live(desk.activeCase());
  if (live === undefined) return [];
  return exhibitIds(live).map((exhibit, at) => {
    const record = live.record("exhibit", exhibit);
    return {
      id: `exhibit:${exhibit}`,
      label: `${at + 1} ${materialName(pack, say.lang(), record?.materialType ?? "")}`,
      detail: record?.name ?? "",
      icon: FileImage,
      command: "exhibit.open",
      arg: { caseId: live.caseId, exhibit },
    };
  });
}

/** Offers them to the one box; returns the removal. */
export function offerCases(services: Services): () => void {
  const ends = [
    services.desk.provide({
      prefix: "",
      title: "ui.quick.help.default",
      items: () => [...casesOf(services), ...exhibitsOf(services)],
    }),
    services.desk.provide({
      prefix: "@",
      title: "screen.case.exhibits_here",
      items: () => exhibitsOf(services),
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
