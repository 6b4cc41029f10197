/** G7: what an opened large case holds in memory, beside nested maps, plain values and parsed JSON. Effects: files, processes. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { docFromCaseFile } from "@recourse/sync";
import * as Y from "yjs";
import { figure, gate, interleaved, ratio, type GoalResult } from "./figures.ts";
import { nestedDoc, plainDoc } from "./nested.ts";
import { caseFileOf, expected } from "./workload.ts";

const MIB = 1024 * 1024;

export async function heapOfLargeCase(exhibits = 10_000, notes = 20_000): Promise<readonly GoalResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "recourse-bench-"));
  try {
    const file = caseFileOf(exhibits, notes);
    const small = caseFileOf(20, 20);
    const forms = {
      ours: (of: typeof file) => Y.encodeStateAsUpdate(docFromCaseFile(of)),
      nested: (of: typeof file) => Y.encodeStateAsUpdate(nestedDoc(of)),
      plain: (of: typeof file) => Y.encodeStateAsUpdate(plainDoc(of)),
      json: (of: typeof file) => new TextEncoder().encode(JSON.stringify(of)),
    };
    for (const [name, form] of Object.entries(forms)) {
      writeFileSync(join(folder, name), form(file));
      writeFileSync(join(folder, `${name}.small`), form(small));
    }
    const wanted = expected(file);
    const run = (variant: string) => (): number => {
      const child = join(import.meta.dirname, "heap-child.ts");
      const said = execFileSync(process.execPath, ["--expose-gc", child, variant, join(folder, variant)], {
        encoding: "utf8",
      });
      const { bytes, found } = JSON.parse(said);
      gate(`G7 ${variant}`, found, wanted);
      return Number(bytes) / MIB;
    };
    const names = {
      ours: "document and parsed records",
      nested: "nested Y.Maps",
      plain: "plain values in a Y.Map",
      json: "JSON.parse",
    };
    const figures = await interleaved(
      "MiB",
      Object.entries(names).map(([variant, name]) => ({ name, run: run(variant) })),
    );
    const [ours = figure("", "", []), nested = ours, plain = ours, json = ours] = figures;
    return [
      ratio(
        {
          id: "G7",
          what: `heap of ${exhibits} exhibits + ${notes} notes, per-field merge kept`,
          goal: "≤ 3 × JSON",
          most: 3,
        },
        ours,
        json,
        [nested, plain],
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
