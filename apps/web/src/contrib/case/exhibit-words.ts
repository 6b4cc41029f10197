/** Words about an exhibit: what it shows, what was noticed about it. Pure. */
import type { RecordOf } from "@recourse/core";
import type { Say } from "../../services/services.ts";

/** What a link says, in the person's words or the import's. */
export function linkText(say: Pick<Say, "word" | "has">, { proves, code }: RecordOf<"link">): string {
  if (proves !== undefined) return proves;
  return say.word(code !== undefined && say.has(code) ? code : "proves.screenshot");
}

/** What the import noticed and what stays with the exhibit (E9). */
export function markTexts(say: Pick<Say, "word" | "has">, exhibit: RecordOf<"exhibit">): readonly string[] {
  return (exhibit.marks ?? []).flatMap((mark) => {
    const code = `mark.${mark.replace(/^intake\./, "")}`;
    return say.has(code) ? [say.word(code, { file: exhibit.name })] : [];
  });
}
