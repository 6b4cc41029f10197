/** What both forms of the proof table are drawn from. Types and words. */
import type { ElementAssessment, Id, RecordOf } from "@recourse/core";
import type { Accessor } from "solid-js";
import type { Say } from "../../services/services.ts";
import type { Column } from "./matrix-model.ts";

export interface MatrixView {
  readonly ids: Accessor<readonly string[]>;
  /** Columns by their material: names stay the same while what stands under them changes, so cells keep their place. */
  readonly materials: Accessor<readonly string[]>;
  readonly column: (material: string) => Column;
  readonly element: (id: string) => ElementAssessment | undefined;
  /** Numbers of exhibits, e.g. `3–5`. */
  readonly numbers: (of: readonly Id[]) => string;
}

/** What links say, each sentence once. */
export function proofTexts(say: Pick<Say, "word" | "has">, links: readonly RecordOf<"link">[]): readonly string[] {
  const texts = links.map(
    ({ proves, code }) =>
      proves ?? (code !== undefined && say.has(code) ? say.word(code) : say.word("proves.screenshot")),
  );
  return [...new Set(texts)];
}
