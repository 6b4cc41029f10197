/**
 * Imported before anything that parses: zod's code generation probes with `new Function`, which the page's policy forbids. Effect: sets one switch.
 */
import * as z from "zod/mini";

z.config({ jitless: true });
