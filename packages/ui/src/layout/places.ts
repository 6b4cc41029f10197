/**
 * Where each group and each border stands, as shares of the editor area. Pure.
 *
 * Groups are drawn as one flat list placed by these numbers, not as nested elements: splitting or closing a group then
 * never moves another one in the DOM, so no editor loses its focus, caret or scrolling.
 */
import type { Branch, Node } from "./groups.ts";

/** Units: shares of the whole area, 0 to 1. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A border between child `index` and the next of a branch. */
export interface Border {
  readonly id: string;
  readonly branch: string;
  readonly index: number;
  readonly direction: Branch["kind"];
  /** Where the branch stands, for turning a pointer's position into a share. */
  readonly within: Place;
  /** Share of the child before the border, and where that child begins, both within the branch. */
  readonly share: number;
  readonly start: number;
  /** Limits of `share`. */
  readonly room: number;
}

/** Places of all groups by id, and all borders. */
export interface Places {
  readonly groups: ReadonlyMap<string, Place>;
  readonly borders: readonly Border[];
}

/** Lays a tree out over the whole area. */
export function placesOf(root: Node): Places {
  const groups = new Map<string, Place>();
  const borders: Border[] = [];
  const lay = (node: Node, place: Place): void => {
    if (node.kind === "leaf") {
      groups.set(node.id, place);
      return;
    }
    let start = 0;
    node.children.forEach((child, index) => {
      const share = node.sizes[index] ?? 0;
      lay(
        child,
        node.kind === "row"
          ? { ...place, left: place.left + place.width * start, width: place.width * share }
          : { ...place, top: place.top + place.height * start, height: place.height * share },
      );
      const after = node.sizes[index + 1];
      if (after !== undefined) {
        const room = share + after;
        const id = `${node.id}/${index}`;
        borders.push({ id, branch: node.id, index, direction: node.kind, within: place, share, start, room });
      }
      start += share;
    });
  };
  lay(root, { left: 0, top: 0, width: 1, height: 1 });
  return { groups, borders };
}
