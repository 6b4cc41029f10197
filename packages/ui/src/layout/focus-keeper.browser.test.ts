/** The focus in a real browser when what had it goes away. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepFocusOn } from "./focus-keeper.ts";

const twoFrames = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

const at = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

let stop: () => void;
beforeEach(() => {
  document.body.innerHTML = `
    <main id="main" tabindex="-1">
      <article id="home" tabindex="-1" data-focus-home>
        <section id="near" tabindex="-1"><p><button id="a">a</button><button id="b">b</button></p></section>
        <dialog id="window"><button id="first">x</button><button id="second">y</button></dialog>
      </article>
    </main>`;
  stop = keepFocusOn(document);
});
afterEach(() => {
  stop();
  document.body.innerHTML = "";
});

describe("[A6] focus is never lost", () => {
  test("[A6] the nearest place that takes it gets the focus of a removed button", async () => {
    at("a").focus();
    at("a").remove();
    await twoFrames();
    expect(document.activeElement?.id).toBe("near");
  });

  test("[A6] with its surroundings gone too, the home of the focus gets it", async () => {
    at("a").focus();
    at("near").remove();
    await twoFrames();
    expect(document.activeElement?.id).toBe("home");
  });

  test("[A6] a button that is switched off or hidden lets go of it in the same way", async () => {
    at("a").focus();
    at("a").setAttribute("disabled", "");
    await twoFrames();
    expect(document.activeElement?.id).toBe("near");
    at("b").focus();
    at("near").hidden = true;
    await twoFrames();
    expect(document.activeElement?.id).toBe("home");
  });

  test("[A6] in an open window the focus stays in the window", async () => {
    const window = at("window");
    if (window instanceof HTMLDialogElement) window.showModal();
    at("second").focus();
    at("second").remove();
    await twoFrames();
    expect(document.activeElement?.id).toBe("first");
  });

  test("[A6] whoever moves the focus themselves is not overruled, and letting go on purpose stays so", async () => {
    at("a").focus();
    at("a").remove();
    at("b").focus();
    await twoFrames();
    expect(document.activeElement?.id).toBe("b");
    at("b").blur();
    at("near").append(document.createElement("i"));
    await twoFrames();
    expect(document.activeElement).toBe(document.body);
  });
});
