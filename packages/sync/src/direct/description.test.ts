import { expect, test } from "vitest";
import { bindingOf, describe, isDescription, sdpOf, type Description } from "./description.ts";

const digits = "0123456789ABCDEF".repeat(4).match(/../g)?.join(":") ?? "";
/** As Chromium says it, with what is not needed. */
const chromium = [
  "v=0",
  "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0",
  "a=extmap-allow-mixed",
  "a=msid-semantic: WMS",
  "m=application 60001 UDP/DTLS/SCTP webrtc-datachannel",
  "c=IN IP4 192.168.1.7",
  "a=candidate:1 1 udp 2113937151 3f0f2a6e-1b2c-4d5e-8f90-0123456789ab.local 60001 typ host generation 0 network-cost 999",
  "a=candidate:2 1 udp 2113939711 fd00::7 60002 typ host generation 0",
  "a=candidate:3 1 tcp 1518280447 192.168.1.7 9 typ host tcptype active generation 0",
  "a=candidate:4 1 udp 1677729535 203.0.113.9 60003 typ srflx raddr 0.0.0.0 rport 0",
  "a=ice-ufrag:abcd",
  "a=ice-pwd:abcdefghijklmnopqrstuv+/",
  "a=ice-options:trickle",
  `a=fingerprint:sha-256 ${digits}`,
  "a=setup:actpass",
  "a=mid:0",
  "a=sctp-port:5000",
  "a=max-message-size:262144",
  "",
].join("\r\n");
const known: Description = {
  fragment: "abcd",
  password: "abcdefghijklmnopqrstuv+/",
  fingerprint: Uint8Array.from({ length: 32 }, (_, n) => [0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef][n % 8] ?? 0),
  // The preferred one first; neither TCP nor what a server saw.
  candidates: [
    { priority: 2_113_939_711, address: "fd00::7", port: 60_002 },
    { priority: 2_113_937_151, address: "3f0f2a6e-1b2c-4d5e-8f90-0123456789ab.local", port: 60_001 },
  ],
};

test("[FR6] of what a browser says only what one data channel needs is told, and the preferred addresses first", () => {
  expect(describe(chromium)).toEqual(known);
  // Firefox writes UDP in capitals.
  expect(describe(chromium.replaceAll(" udp ", " UDP "))).toEqual(known);
});

test("[FR6] it comes back from what is made of it", () => {
  expect(describe(sdpOf(known, "offer"))).toEqual(known);
  expect(describe(sdpOf(known, "answer"))).toEqual(known);
  expect(sdpOf(known, "offer")).toContain("\r\na=setup:actpass\r\n");
  expect(sdpOf(known, "answer")).toContain("\r\na=setup:active\r\n");
});

test("[FR6] without an address, a certificate or a password nothing is told", () => {
  for (const without of ["a=candidate", "a=fingerprint", "a=ice-ufrag", "a=ice-pwd"])
    expect(
      describe(
        chromium
          .split("\r\n")
          .filter((line) => !line.startsWith(without))
          .join("\r\n"),
      ),
    ).toBeUndefined();
});

test("[S7] nothing that another device wrote can become a line of its own", () => {
  const [first] = known.candidates;
  if (first === undefined) throw new Error("a candidate");
  const bad: readonly Description[] = [
    { ...known, fragment: "ab\r\na=x" },
    { ...known, password: `${known.password}\n` },
    { ...known, password: "short" },
    { ...known, fingerprint: new Uint8Array(31) },
    { ...known, candidates: [] },
    { ...known, candidates: Array(9).fill(first) },
    ...["evil.example", "1.2.3.4\r\na=x", "1.2.3.4 9 typ host", "", "x.local"].map((address) => ({
      ...known,
      candidates: [{ ...first, address }],
    })),
    { ...known, candidates: [{ ...first, port: 0 }] },
    { ...known, candidates: [{ ...first, port: 65_536 }] },
    { ...known, candidates: [{ ...first, priority: 2 ** 32 }] },
  ];
  expect(bad.filter(isDescription)).toEqual([]);
  expect(isDescription(known)).toBe(true);
});

test("[FR1] what AUTH is tied to: both certificates, the caller's first", () => {
  const other = { ...known, fingerprint: new Uint8Array(32).fill(9) };
  expect(bindingOf(known, other)).toEqual(new Uint8Array([...known.fingerprint, ...other.fingerprint]));
  expect(bindingOf(other, known)).not.toEqual(bindingOf(known, other));
});
