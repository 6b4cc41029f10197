/** G14, the part without a browser: assessing a case of 500 exhibits, anew and after one edit. Pure but for the clock. */
import { all, apply, assess, instant, makeAssessor, type Case, type Change } from "@recourse/core";
import { loadTexts, pack } from "@recourse/pack-cn";
import { letterRenderer } from "@recourse/words";
import { bound, figure, gate, interleaved, timed, type GoalResult } from "./figures.ts";
import { benchId, busyCase } from "./workload.ts";

/** Runs before anything is counted: a page that shows a case has assessed others before. */
const WARM = 30;
/** Runs per round whose median is the round. */
const INNER = 21;

export async function assessing(): Promise<readonly GoalResult[]> {
  const full = { ...pack, texts: await loadTexts() };
  const now = instant("2026-05-20 12:00");
  const of = busyCase(full, letterRenderer, now);
  gate("G14 exhibits", all(of, "exhibit").length, 500);
  // Lists of records are kept with the slices they are made from: what is assessed anew is a case nobody has read.
  const whole = async (): Promise<number> => {
    const unread = structuredClone(of);
    return timed(() => makeAssessor(full, letterRenderer).assess(unread, now));
  };
  let turn = 0;
  const edited = (edit: (n: number) => Change): (() => Promise<number>) => {
    const assessor = makeAssessor(full, letterRenderer);
    let current: Case = of;
    assessor.assess(current, now);
    return async () => {
      current = apply(current, [edit((turn += 1))]).case;
      const spent = await timed(() => assessor.assess(current, now));
      return spent;
    };
  };
  const renamed = edited((n) => ({
    op: "set",
    kind: "exhibit",
    id: benchId(1, 7),
    field: "name",
    value: `改名-${n}.png`,
  }));
  const answered = edited((n) => ({
    op: "set",
    kind: "answer",
    id: benchId(3, 6),
    field: "value",
    value: n % 2 === 0 ? "no" : "unknown",
  }));
  const noted = edited((n) => ({ op: "put", kind: "note", id: benchId(2, 100_000 + n), value: { text: "记一笔" } }));

  // The same answer with and without memory, on the very case that is measured.
  const after = apply(of, [{ op: "set", kind: "exhibit", id: benchId(1, 7), field: "name", value: "改名.png" }]).case;
  const remembering = makeAssessor(full, letterRenderer);
  remembering.assess(of, now);
  gate("G14 reuse", remembering.assess(after, now), assess(full, after, now, letterRenderer));

  const often = (once: () => Promise<number>) => async (): Promise<number> => {
    const spent: number[] = [];
    for (let n = 0; n < INNER; n += 1) spent.push(await once());
    return figure("", "ms", spent).value;
  };
  const first = await whole();
  for (let n = 0; n < WARM; n += 1) for (const each of [whole, renamed, answered, noted]) await each();
  const figures = await interleaved("ms", [
    { name: "assessed anew", run: often(whole) },
    { name: "after an exhibit was renamed", run: often(renamed) },
    { name: "after an answer changed", run: often(answered) },
    { name: "after a note was added", run: often(noted) },
  ]);
  const [anew = figure("", "", []), rename = anew, answer = anew, noteAdded = anew] = figures;
  return [
    bound({ id: "G14.case", what: "one case with 500 exhibits, assessed anew", goal: "≤ 5 ms", most: 5 }, anew, [
      figure("the very first time in a process", "ms", [first]),
    ]),
    bound(
      { id: "G14.edit", what: "the same after one edit (an exhibit is renamed)", goal: "≤ 1 ms", most: 1 },
      rename,
      [answer, noteAdded],
    ),
  ];
}
