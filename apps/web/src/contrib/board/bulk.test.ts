import { err, ok, type Id } from "@recourse/core";
import { word } from "@recourse/words";
import { describe, expect, it } from "vitest";
import { createRowBook } from "../../live/row-book.ts";
import { rowFixture } from "../../live/row.fixture.ts";
import type { Services } from "../../services/services.ts";
import { exportArchives, removeCases } from "./bulk.ts";

/** Services in which the second of three cases fails. */
function failing(): {
  readonly services: Services;
  readonly done: string[];
  readonly told: string[];
  readonly ids: Id[];
} {
  const rows = [1, 2, 3].map((n) => rowFixture(n));
  const book = createRowBook();
  book.put(rows.map((row) => [row.caseId, row]));
  const ids = rows.map(({ caseId }) => caseId);
  const done: string[] = [];
  const told: string[] = [];
  const part = {
    say: { word: (code: string, args = {}) => word(code, args, "zh-CN") },
    desk: { toast: ({ text }: { text: string }) => void told.push(text), announce: () => undefined },
    download: (name: string) => void done.push(name),
    cases: {
      book,
      archive: (caseId: Id) =>
        Promise.resolve(
          caseId === ids[1] ? err({ kind: "missing" }) : ok({ name: `${caseId}.zip`, blob: new Blob([]) }),
        ),
      remove: (caseId: Id) => {
        if (caseId === ids[1]) return Promise.resolve(false);
        done.push(caseId);
        book.put([[caseId, undefined]]);
        return Promise.resolve(true);
      },
    },
  };
  // Only what these two use.
  return { services: part as unknown as Services, done, told, ids };
}

describe("several cases at once", () => {
  it("[A7] exports what it can and names what it could not", async () => {
    const { services, done, told, ids } = failing();
    await exportArchives(services, ids);
    expect(done).toEqual([`${ids[0]}.zip`, `${ids[2]}.zip`]);
    expect(told).toEqual(["已导出 2 件；这些没能导出：案件 2"]);
  });

  it("[A7] deletes what it can, and the name of what stays is the one it had", async () => {
    const { services, done, told, ids } = failing();
    await removeCases(services, ids);
    expect(done).toEqual([ids[0], ids[2]]);
    expect(told).toEqual(["已删除 2 件；这些没能删除，什么都没有少：案件 2"]);
  });

  it("[UI] says how many when nothing failed", async () => {
    const { services, told, ids } = failing();
    await removeCases(services, ids.slice(0, 1));
    expect(told).toEqual(["已删除 1 件"]);
  });
});
