/** How wide the screen is, as signals. Adapter to media queries. */
import { createSignal, onCleanup, type Accessor } from "solid-js";

/** Whether a media query holds; ends with the owner it was made under. */
export function createMedia(query: string): Accessor<boolean> {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const read = (): void => {
    setMatches(list.matches);
  };
  list.addEventListener("change", read);
  onCleanup(() => {
    list.removeEventListener("change", read);
  });
  return matches;
}

/** At most 640 px wide, as in the shell. */
export const createPhone = (): Accessor<boolean> => createMedia("(width <= 640px)");
