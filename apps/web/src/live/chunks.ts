/**
 * Long lists in chunks: only those near the view are drawn, the others keep their height. Adapter to the DOM (IntersectionObserver).
 *
 * 1. The order in the DOM never changes and nothing is taken out of it but what lies far away and has no focus.
 */
import { createMemo, createSignal, onCleanup, untrack, type Accessor } from "solid-js";

/** Rows in one chunk. */
export const CHUNK = 20;

/** Cuts ids into chunks; a chunk that did not change is the same array. */
export function createChunks<T>(ids: Accessor<readonly T[]>): Accessor<readonly (readonly T[])[]> {
  return createMemo<readonly (readonly T[])[]>((before) => {
    const all = ids();
    return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, at) => {
      const chunk = all.slice(at * CHUNK, (at + 1) * CHUNK);
      const last = before[at];
      return last !== undefined && last.length === chunk.length && chunk.every((id, n) => id === last[n])
        ? last
        : chunk;
    });
  }, []);
}

export interface Near {
  /**
   * Whether a chunk is near the view. `first` chunks are so from the start, so the first picture needs no second pass.
   * Units: `height` in CSS pixels, of a chunk that was never drawn.
   */
  readonly watch: (element: HTMLElement, first: boolean, height: number) => Accessor<boolean>;
}

/** `margin`: how far around the view counts as near, as CSS length. Ends with the owner it was made under. */
export function createNear(margin = "1200px"): Near {
  const setters = new Map<Element, (near: boolean) => void>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) setters.get(target)?.(isIntersecting);
    },
    { rootMargin: `${margin} 0px` },
  );
  onCleanup(() => observer.disconnect());
  const keepHeight = (element: HTMLElement, height: number): void =>
    element.style.setProperty("min-height", `${height}px`);
  return {
    watch: (element, first, height) => {
      const [near, setNear] = createSignal(first);
      if (!first) keepHeight(element, height);
      setters.set(element, (is) => {
        // What has the focus stays, and what is drawn leaves its height behind.
        if (is === untrack(near) || (!is && element.contains(document.activeElement))) return;
        if (is) element.style.removeProperty("min-height");
        else keepHeight(element, element.offsetHeight);
        setNear(is);
      });
      observer.observe(element);
      onCleanup(() => {
        observer.unobserve(element);
        setters.delete(element);
      });
      return near;
    },
  };
}
