/** Letters as files: every kind, with its table and its list where it has them; what was sent stays what it was. */
import { instant, type Id } from "@recourse/core";
import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import { begin, letterCase, type LetterCase } from "../parts/letter-case.fixture.ts";
import { markSent, paperAsDocx, paperAsText } from "./dossier-making.ts";
import { dossierPorts } from "./dossier-ports.fixture.ts";

const made = (more: Readonly<Record<string, unknown>> = {}): LetterCase => createRoot(() => letterCase(more));

async function text(of: LetterCase, kind: string, part: "letter" | "form" | "evidence" = "letter") {
  const draft = begin(of, { kind });
  const done = await paperAsText(dossierPorts(of), of.live.caseId, draft, part);
  if (!done.ok) throw new Error(done.error.kind);
  return done.value;
}

describe("[A2] papers of a letter", () => {
  it("[A2] a claim is a text, a table and a list of evidence, each a file of its own name", async () => {
    const of = made();
    const [letter, form, list] = [
      await text(of, "claim"),
      await text(of, "claim", "form"),
      await text(of, "claim", "evidence"),
    ];
    // The table has the title of the paper; the text beside it says that it is the text.
    expect([letter.name, form.name]).toEqual(["VIP-88213407-民事起诉状·正文.txt", "VIP-88213407-民事起诉状.txt"]);
    expect(list.name).toMatch(/^VIP-88213407-证据.*\.txt$/);
    expect(letter.text).toContain("请求判令被告退还228.00元");
    expect(form.text).toContain("石某");
    // The list is a paper of its own: the text does not repeat it.
    expect([list.text.includes("SHA-256"), letter.text.includes("SHA-256")]).toEqual([true, false]);
  });

  it("[A2] a reminder has no table: it is one paper with its list, and the table is refused", async () => {
    const of = made();
    const letter = await text(of, "reminder1");
    expect(letter.name).toBe("VIP-88213407-退款催办函.txt");
    expect(letter.text).toContain("SHA-256");
    const draft = of.live.all("draft")[0]?.id;
    if (draft === undefined) throw new Error("no letter");
    const form = await paperAsText(dossierPorts(of), of.live.caseId, draft, "form");
    expect(form).toEqual({ ok: false, error: { kind: "no_letter" } });
  });

  it("[A2] headed as its kind reads, in its own order; an application by the usual words", async () => {
    const of = made();
    const claim = (await text(of, "claim")).text;
    expect(claim.indexOf("诉讼请求")).toBeLessThan(claim.indexOf("事实与理由"));
    expect(claim).not.toContain("订单信息");
    expect((await text(of, "application")).text).toContain("订单信息");
  });

  it("[P2] for publication: masked, without the order in its name; the same order stands whole in a complaint", async () => {
    const of = made();
    const post = await text(of, "post");
    expect(post.name).toBe("情况说明.txt");
    expect([post.text.includes("VIP-88213407"), post.text.includes("SHA-256")]).toEqual([false, false]);
    expect((await text(of, "complaint12315")).text).toContain("VIP-88213407");
  });

  it("[A2] as a document too, of every paper", async () => {
    const of = made();
    const draft = begin(of, { kind: "complaint12315" });
    const ports = dossierPorts(of);
    for (const part of ["letter", "form", "evidence"] as const) {
      const done = await paperAsDocx(ports, of.live.caseId, draft, part);
      // The parts of a DOCX lie in a ZIP, which begins so.
      expect(done.ok && (await done.value.blob.slice(0, 2).text())).toBe("PK");
    }
  });

  it("[A2] one with something left to change is not handed out: a power of attorney needs somebody to act", async () => {
    const of = made();
    const draft = begin(of, { kind: "attorney" });
    // Nobody is entered who acts for the claimant.
    const done = await paperAsText(dossierPorts(of), of.live.caseId, draft, "letter");
    expect(done).toEqual({ ok: false, error: { kind: "not_ready", n: 1 } });
    of.must("party.add", { role: "agent", name: "李某", foundIn: "told" });
    of.must("draft.compose", { draft });
    expect((await paperAsText(dossierPorts(of), of.live.caseId, draft, "letter")).ok).toBe(true);
  });
});

describe("[A3] what was sent", () => {
  const at = instant("2024-05-04T10:00:00+08:00");

  it("[A3] keeps its words and its day, whatever the case says later", async () => {
    const of = made();
    const draft = begin(of, { kind: "reminder1" });
    const ports = dossierPorts(of);
    expect((await markSent(ports, of.live, { draft, at, channel: "platform_letter" })).ok).toBe(true);
    const before = await paperAsText(ports, of.live.caseId, draft, "letter");
    const [order] = of.live.all("order");
    of.must("order.edit", { id: order?.id, set: { item: "改了名字" } });
    const after = await paperAsText(ports, of.live.caseId, draft, "letter");
    expect(after).toEqual(before);
    expect(before.ok && before.value.text).toContain("会员年卡");
    // Sent on 4 May in Shanghai; the day it is read is 5 May.
    expect(before.ok && before.value.text).toContain("2024年5月4日");
  });

  it("[K7] a term of theirs goes into the event, so that the time is theirs; without one it is mine", async () => {
    const of = made();
    const [clause] = of.must("clause.add", {
      document: "售后规则",
      article: "第2条",
      ground: "other",
      condition: { type: "refund_clause" },
      quote: "售后 3 天内答复",
      exhibit: of.chat,
      shownAtOrder: "yes",
    });
    const ports = dossierPorts(of);
    const send = async (kind: string, term?: Id): Promise<unknown> => {
      const facts = { at, channel: "platform_form", periodHours: 72, draft: begin(of, { kind }) };
      const done = await markSent(ports, of.live, term === undefined ? facts : { ...facts, clause: term });
      if (!done.ok) throw new Error(done.error.kind);
      return of.live.all("event").find((e) => done.value.made.includes(e.id))?.data["clause"];
    };
    expect(clause).toBeDefined();
    expect(await send("reminder1", clause)).toBe(clause);
    expect(await send("demand")).toBeUndefined();
  });
});
