/** SHA-256 in Node. */
import { sha256Contract } from "./sha256.contract.ts";

sha256Contract("Node");
