/** What a sentence can be tied to: the exhibits of the case as entries of a menu. Reads signals. */
import { parseRef, ref, type Ref } from "@recourse/core";
import type { MenuEntry } from "@recourse/ui";
import type { Say } from "../../services/services.ts";
import type { LetterLive } from "./letter-live.ts";

/** One entry per exhibit, in the order of the letter's numbers; a sentence that has it already is not offered it again. */
export function sourceEntries(letter: LetterLive, target: Ref, say: Say): readonly MenuEntry[] {
  const parts = parseRef(target);
  const sentence = parts.ok ? parts.value.id : "";
  const has = letter.live.record("sentence", sentence)?.sources ?? [];
  const numbers = new Map<string, number>(letter.view().exhibits.map((e) => [e.exhibit, e.number]));
  const exhibits = letter.live
    .all("exhibit")
    .toSorted((a, b) => (numbers.get(a.id) ?? 1000) - (numbers.get(b.id) ?? 1000) || (a.name < b.name ? -1 : 1));
  if (exhibits.length === 0) {
    return [{ id: "none", label: say.word("screen.letter.source.none"), disabled: true, run: () => undefined }];
  }
  return exhibits.map((e) => {
    const material = `material.${e.materialType}`;
    const type = say.has(material) ? say.word(material) : e.materialType;
    return {
      id: e.id,
      label: `${type} · ${e.name}`,
      disabled: has.includes(ref("exhibit", e.id)),
      run: () => {
        const data = { sentence, source: ref("exhibit", e.id) };
        letter.run("sentence.addSource", data, { said: "screen.letter.changed" });
      },
    };
  });
}
