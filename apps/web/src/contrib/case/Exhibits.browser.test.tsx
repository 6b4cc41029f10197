/** The list of exhibits in a real browser: many rows, stable places, safe pictures. */
import "@recourse/ui/theme.css";
import { ok, sha256 } from "@recourse/core";
import axe from "axe-core";
import { render } from "solid-js/web";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createMemoryCase, createMemoryServices, type MemoryCase } from "../../parts/memory-case.fixture.ts";
import { InCase, Served } from "../../parts/served.tsx";
import { Exhibits } from "./Exhibits.tsx";

let ended: (() => void) | undefined;
afterEach(() => {
  ended?.();
  ended = undefined;
});

interface Given {
  readonly name: string;
  readonly mediaType: string;
}

async function mount(files: readonly Given[], blob = new Blob([])) {
  await page.viewport(1000, 700);
  const host = document.createElement("main");
  document.body.append(host);
  const made: { of?: MemoryCase } = {};
  const plain = createMemoryServices(undefined).services;
  const boxes: string[] = [];
  const materials: string[] = [];
  let reads = 0;
  const end = render(() => {
    const of = createMemoryCase({ title: "年卡", category: "membership" });
    made.of = of;
    // One change for all: the list is made once, as after opening a case.
    of.must("intake.take", {
      changes: files.map(({ name, mediaType }, n) => ({
        op: "put",
        kind: "exhibit",
        id: n.toString(16).padStart(32, "0"),
        value: {
          sha256: sha256(n.toString(16).padStart(64, "0")),
          size: 10,
          name,
          mediaType,
          materialType: "其他",
          importedAt: "2024-05-05T00:00:00.000Z",
          importedVia: "drop",
          strength: 1,
        },
      })),
    });
    const blobs = {
      ...plain.blobs,
      get: () => {
        reads += 1;
        return Promise.resolve(ok(blob));
      },
    };
    const sharing = {
      ...plain.sharing,
      files: {
        ...plain.sharing.files,
        take: (file: Blob) => {
          boxes.push(file instanceof File ? file.name : "");
          const brought = { caseId: of.live.caseId, title: "年卡", added: 2, known: 0, waiting: 0, refused: 0 };
          return Promise.resolve(ok({ ...brought, isDamaged: false }));
        },
      },
    };
    const intake = {
      ...plain.intake,
      take: (given: readonly File[]) => {
        materials.push(...given.map((file) => file.name));
        return Promise.resolve([]);
      },
    };
    const { services } = createMemoryServices(of.live, { blobs, sharing, intake });
    return (
      <Served services={services}>
        <InCase live={of.live}>
          <Exhibits />
        </InCase>
      </Served>
    );
  }, host);
  ended = () => {
    end();
    host.remove();
  };
  const of = made.of;
  if (of === undefined) throw new Error("not rendered");
  return {
    host,
    of,
    boxes,
    materials,
    reads: () => reads,
    rows: () => [...host.querySelectorAll<HTMLElement>("ol > li")],
  };
}

describe("exhibits", () => {
  test("[E6] of 500 rows, removing one takes away that row only and leaves the focus where it was", async () => {
    const { host, of, rows, reads } = await mount(
      Array.from({ length: 500 }, (_, n) => ({ name: `截图-${n}.png`, mediaType: "image/png" })),
    );
    const before = rows();
    expect(before).toHaveLength(500);
    const button = before[400]?.querySelector("button");
    button?.focus();
    of.must("exhibit.remove", { id: "0".repeat(31) + "3" });
    expect(rows()).toEqual(before.filter((_, n) => n !== 3));
    expect(document.activeElement).toBe(button);
    // The row after it has taken its number.
    expect(rows()[3]?.textContent.startsWith("4")).toBe(true);
    expect(host.textContent).toContain("已移除的 1 件");
    // Only what is near the screen was read.
    expect(reads()).toBeLessThan(100);
  });

  test("[FI2] a .casebox among the files for a case is no exhibit: it goes to the shared case it is of, and the report says so", async () => {
    const { host, boxes, materials } = await mount([]);
    const input = host.querySelector<HTMLInputElement>("input[type=file]");
    if (input === null) throw new Error("no place for a file");
    await userEvent.upload(input, [new File(["a"], "截图.png"), new File(["CASEBOX\0"], "改动.casebox")]);
    await expect.poll(() => host.querySelector("[data-casebox=taken]")?.textContent).toContain("新来的 2 条");
    await expect.poll(() => materials).toEqual(["截图.png"]);
    expect(boxes).toEqual(["改动.casebox"]);
  });

  test("[S7] an SVG that calls itself a picture is never shown as one", async () => {
    const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], {
      type: "image/png",
    });
    const { host, reads } = await mount([{ name: "a.png", mediaType: "image/png" }], svg);
    await expect.poll(reads).toBe(1);
    expect(host.querySelector("img, object, iframe, embed")).toBeNull();
  });

  test("[A6] axe finds nothing in the list", async () => {
    const { host } = await mount([{ name: "账单.csv", mediaType: "text/csv" }]);
    expect((await axe.run(host)).violations.map((v) => `${v.id}: ${v.nodes[0]?.html ?? ""}`)).toEqual([]);
  });
});
