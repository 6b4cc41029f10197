/**
 * A copy of a text field's lines, to find out where a letter stands on the screen. Adapter to the DOM.
 *
 * 1. Only lines that changed are drawn anew: long notes stay quick.
 */

/** Where a caret stands, from the top left of the text. Units: CSS pixels. */
export interface CaretBox {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

export interface Mirror {
  readonly show: (text: string) => void;
  /** Units of `place`: UTF-16 code units. */
  readonly at: (place: number) => CaretBox | undefined;
}

/** `host` looks as the field does: font, width, padding, wrapping. */
export function createMirror(host: HTMLElement): Mirror {
  let lines: readonly string[] = [];
  const drawn = (line: string): HTMLDivElement => {
    const element = document.createElement("div");
    // A line without letters is as high as others.
    element.append(line === "" ? document.createElement("br") : line);
    return element;
  };
  return {
    show: (text) => {
      const next = text.split("\n");
      const shorter = Math.min(lines.length, next.length);
      let head = 0;
      while (head < shorter && lines[head] === next[head]) head++;
      let tail = 0;
      while (tail < shorter - head && lines[lines.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
      for (let n = lines.length - tail - 1; n >= head; n--) host.children[n]?.remove();
      const fresh = next.slice(head, next.length - tail).map(drawn);
      const behind = host.children[head];
      if (behind === undefined) host.append(...fresh);
      else behind.before(...fresh);
      lines = next;
    },
    at: (place) => {
      let left = place;
      let n = 0;
      for (; n < lines.length - 1; n++) {
        const length = (lines[n]?.length ?? 0) + 1;
        if (left < length) break;
        left -= length;
      }
      const element = host.children[n];
      if (element === undefined) return undefined;
      const outer = host.getBoundingClientRect();
      const box = placeIn(element, Math.min(left, lines[n]?.length ?? 0));
      return { left: box.left - outer.left, top: box.top - outer.top, height: box.height };
    },
  };
}

function placeIn(line: Element, offset: number): Pick<DOMRect, "left" | "top" | "height"> {
  const letters = line.firstChild;
  if (!(letters instanceof Text)) return line.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(letters, offset);
  range.collapse(true);
  const [box] = range.getClientRects();
  if (box !== undefined) return box;
  // Between two wrapped lines some browsers give a collapsed range no box: that of the letter before.
  range.setStart(letters, Math.max(0, offset - 1));
  const before = range.getBoundingClientRect();
  return { left: before.right, top: before.top, height: before.height };
}
