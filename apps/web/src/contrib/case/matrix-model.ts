/**
 * The proof table as data: columns of exhibits, and what each says about each point (E1, E2, E4). Pure.
 *
 * 1. Exhibits of one kind of material share a column; their order is that of the list of exhibits.
 * 2. A material that is still wanted has a column of its own when nothing of it is there.
 * 3. A cell is open exactly where the assessment misses this material for this point.
 */
import type { ElementAssessment, Id, Missing, RecordOf } from "@recourse/core";

type Link = RecordOf<"link">;

export interface Column {
  readonly material: string;
  readonly exhibits: readonly Id[];
}

export interface Cell {
  /** Links of the column's exhibits to the point. */
  readonly links: readonly Link[];
  /** Whether the assessment rests on one of the column's exhibits here. */
  readonly counts: boolean;
  /** What is wanted here and not there. */
  readonly missing: Missing | undefined;
}

export interface MatrixInput {
  readonly elements: readonly ElementAssessment[];
  readonly links: readonly Link[];
  /** Exhibits in order, with their material. */
  readonly exhibits: readonly { readonly id: Id; readonly material: string }[];
}

/** One column per material type in use, and one for each that is missing, so that a gap has a place to be seen (E1). */
export function columnsOf({ elements, links, exhibits }: MatrixInput): readonly Column[] {
  const points = new Set<string>(elements.map((e) => e.id));
  const used = new Set<string>([
    ...links.filter((l) => points.has(l.element)).map((l) => l.exhibit),
    ...elements.flatMap((e) => e.exhibits),
  ]);
  const columns = new Map<string, Id[]>();
  for (const { id, material } of exhibits) {
    if (!used.has(id)) continue;
    const there = columns.get(material);
    if (there === undefined) columns.set(material, [id]);
    else there.push(id);
  }
  for (const element of elements)
    for (const { material } of element.missing)
      if (material !== undefined && !columns.has(material)) columns.set(material, []);
  return [...columns].map(([material, ids]) => ({ material, exhibits: ids }));
}

/** What the exhibits of a column say about an element, through their links alone (E2). */
export function cellOf(element: ElementAssessment, column: Column, links: readonly Link[]): Cell {
  const here = new Set<string>(column.exhibits);
  return {
    links: links.filter((l) => l.element === element.id && here.has(l.exhibit)),
    counts: element.exhibits.some((id) => here.has(id)),
    missing: element.missing.find((m) => m.material === column.material),
  };
}

/** Gaps that no column shows: closed by writing something down, not by another file. */
export const writtenGaps = (element: ElementAssessment): readonly Missing[] =>
  element.missing.filter((m) => m.material === undefined);

/** How many things are missing; one thing wanted twice is wanted once. */
export function missingCount(elements: readonly ElementAssessment[]): number {
  return new Set(elements.flatMap((e) => e.missing).map((m) => `${m.code}|${JSON.stringify(m.args)}`)).size;
}
