/**
 * A relay that is killed under load: nothing it acknowledged is lost. `KILLS` and `SEED` choose others. Then one that acknowledges too early: it is caught.
 */
import { afterAll, expect, test } from "vitest";
import { killUnderLoad } from "./killing.ts";
import { relayPlace, type RelayPlace } from "./relay-process.ts";

const kills = Number(process.env["KILLS"] ?? 20);
const seed = Number(process.env["SEED"] ?? 1);
const places: RelayPlace[] = [];
const fresh = async (): Promise<RelayPlace> => {
  const place = await relayPlace();
  places.push(place);
  return place;
};
afterAll(() => Promise.all(places.map((place) => place.remove())));

test(`[R2, I7, RL1] ${kills} kills under load: no acknowledged record is lost, all arrive in the end, once (seed ${seed})`, async () => {
  const { died, records, wrong } = await killUnderLoad({ place: await fresh(), kills, seed });
  expect([died, wrong]).toEqual([kills, []]);
  console.log(`${died} kills, ${records} records, all acknowledged`);
}, 240_000);

test("[R2, I6] planted: an early ack, before the commit: it is caught at the first kill there", async () => {
  const { wrong } = await killUnderLoad({ place: await fresh(), kills: 8, seed, early: true });
  expect(wrong.join()).toMatch(/before the commit: \d+ acknowledged records are lost/);
}, 60_000);
