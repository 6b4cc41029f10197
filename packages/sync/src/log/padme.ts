/**
 * Padmé: lengths rounded so that a record's size says little about what is in it. Pure.
 *
 * Source: CO2; Nikitin et al., "Reducing Metadata Leakage from Encrypted Files" (PURBs), 2019.
 */

/** Units: bytes. At most 12 % more. */
export function padmeLength(length: number): number {
  if (length < 2) return length;
  const e = Math.floor(Math.log2(length));
  const s = Math.floor(Math.log2(e)) + 1;
  const step = 2 ** (e - s);
  return Math.ceil(length / step) * step;
}

/** The bytes and zeros behind them. */
export function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(padmeLength(bytes.length));
  whole.set(bytes);
  return whole;
}
