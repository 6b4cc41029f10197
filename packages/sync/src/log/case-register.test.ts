/** The register in memory. */
import { describe } from "vitest";
import { caseRegisterContract } from "./case-register.contract.ts";
import { createMemoryCaseRegister } from "./case-register.ts";

describe("register in memory", () => {
  caseRegisterContract(async () => {
    const here = createMemoryCaseRegister();
    return { here, there: here };
  });
});
