/** SHA-256 in a real browser. */
import { sha256Contract } from "./sha256.contract.ts";

sha256Contract("a browser");
