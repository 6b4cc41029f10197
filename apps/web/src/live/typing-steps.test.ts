import { expect, test } from "vitest";
import { createTypingSteps } from "./typing-steps.ts";

test("[I1] what is typed on and on is one step; after a pause, or elsewhere, another begins", () => {
  const step = createTypingSteps("n");
  const type = (at: number, ins: string, now: number, del = 0): string => step({ at, del, ins }, now);
  expect([type(0, "你", 0), type(1, "好", 400), type(2, "吗", 1800)]).toEqual(["n#1", "n#1", "n#1"]);
  // 1,500 ms without a letter is a pause.
  expect(type(3, "？", 3300)).toBe("n#2");
  // Taken back at once, from where it ended.
  expect(type(3, "", 3400, 1)).toBe("n#2");
  // In front of everything.
  expect(type(0, "问", 3500)).toBe("n#3");
});
