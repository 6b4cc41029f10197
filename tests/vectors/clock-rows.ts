/**
 * Clocks over the rules of the pack as it ships: from when to when. Every end was counted on a wall calendar with the days off and the
 * worked weekends of the State Council's arrangement for 2024, 2025 and 2026; the count stands above each row.
 *
 * Days off: 2024: 1 Jan; 10–17 Feb; 4–6 Apr; 1–5 May; 10 Jun; 15–17 Sep; 1–7 Oct. Worked: 4, 18 Feb; 7, 28 Apr; 11 May; 14, 29 Sep; 12 Oct.
 * 2025: 1 Jan; 28 Jan–4 Feb; 4–6 Apr; 1–5 May; 31 May–2 Jun; 1–8 Oct. Worked: 26 Jan; 8 Feb; 27 Apr; 28 Sep; 11 Oct.
 * 2026: 1–3 Jan; 15–23 Feb; 4–6 Apr; 1–5 May; 19–21 Jun; 25–27 Sep; 1–7 Oct. Worked: 4 Jan; 14, 28 Feb; 9 May; 20 Sep; 10 Oct.
 */
/** `~` before the end: provisional. A second end is the latest. */
export type Row = readonly [rule: string, from: string, due: string, latest?: string];

export const workingDays: readonly Row[] = [
  // 29, 30 Sep = 2; 1–7 Oct off; 8, 9, Sat 10 worked = 5; Sun 11 off; 12, 13 = 7.
  ["samr-accept", "2026-09-28", "2026-10-13"],
  // 26, 27 Sep = 2; Sat 28 off; Sun 29 worked, 30 = 4; 1–7 Oct off; 8, 9, 10 = 7.
  ["samr-accept", "2024-09-25", "2024-10-10"],
  // Sat 27 Sep off; Sun 28 worked, 29, 30 = 3; 1–8 Oct off; 9, 10, Sat 11 worked = 6; Sun 12 off; 13 = 7.
  ["samr-accept", "2025-09-26", "2025-10-13"],
  // 8, 9 Feb = 2 (New Year's Eve was worked in 2024); 10–17 off; Sun 18 worked = 3; 19, 20, 21, 22 = 7.
  ["samr-accept", "2024-02-07", "2024-02-22"],
  // Sat 25 Jan off; Sun 26 worked, 27 = 2; 28 Jan–4 Feb off; 5, 6, 7, Sat 8 worked = 6; Sun 9 off; 10 = 7.
  ["samr-accept", "2025-01-24", "2025-02-10"],
  // 13 Feb, Sat 14 worked = 2; 15–23 off; 24, 25, 26, 27 = 6; Sat 28 worked = 7.
  ["samr-accept", "2026-02-12", "2026-02-28"],
  // 1–5 May off; 6, 7, 8, Sat 9 worked = 4; Sun 10 off; 11, 12, 13 = 7.
  ["samr-accept", "2026-04-30", "2026-05-13"],
  // A plain fortnight: 2, 3, 4, 5 Jun = 4; 6, 7 off; 8, 9, 10 = 7.
  ["samr-accept", "2026-06-01", "2026-06-10"],
  // The start day is not counted, worked Saturday or not: 12–16 Oct = 5; 17, 18 off; 19, 20 = 7.
  ["samr-accept", "2026-10-10", "2026-10-20"],
  // Handed in on a Sunday: 15–18 Jun = 4; 19–21 off (Dragon Boat); 22, 23, 24 = 7.
  ["samr-accept", "2026-06-14", "2026-06-24"],
  // One minute to midnight in Beijing is still the 28th: as the first row.
  ["samr-accept", "2026-09-28 23:59", "2026-10-13"],
  // Midnight is the 29th: 30 Sep = 1; 8, 9, Sat 10 = 4; 12, 13, 14 = 7. In UTC it is 16:00 on the 28th.
  ["samr-accept", "2026-09-29 00:00", "2026-10-14"],
  // 22, 23, 24, 25 Dec = 4; 28, 29, 30 = 7: all of it in a known year.
  ["samr-accept", "2026-12-21", "2026-12-30"],
  // 25 Dec = 1; 28–31 = 5; Fri 1 Jan 2027 counted because nobody knows better = 6; Mon 4 = 7.
  ["samr-accept", "2026-12-24", "~2027-01-04"],
  // 3–6 Mar = 4, 9–13 = 9, 16–20 = 14, 23–27 = 19, 30, 31 = 21, 1–3 Apr = 24; 4–6 off; 7–10 = 28, 13–17 = 33, 20–24 = 38, 27–30 = 42; 1–5 May off; 6, 7, 8 = 45.
  ["samr-mediation-old", "2026-03-02", "2026-05-08"],
  // The last day of the old rule: 15–17 Apr = 3, 20–24 = 8, 27–30 = 12; 1–5 May off; 6, 7, 8, Sat 9 = 16, 11–15 = 21, 18–22 = 26, 25–29 = 31, 1–5 Jun = 36, 8–12 = 41, 15–18 = 45.
  ["samr-mediation-old", "2026-04-14", "2026-06-18"],
  // 25 Apr = 1; Sat 26 off; Sun 27 worked = 2; 28, 29, 30 = 5; 1–5 May off; 6, 7 = 7.
  ["samr-terminate-notice", "2025-04-24", "2025-05-07"],
  // 4–6 Apr off; Sun 7 worked = 1; 8–12 = 6; 13, 14 off; 15 = 7.
  ["samr-terminate-notice", "2024-04-03", "2024-04-15"],
  // 3–6 Nov = 4, 9–13 = 9, 16–20 = 14, 23 = 15. Fifteen more: 24–27 = 19, 30 = 20, 1–4 Dec = 24, 7–11 = 29, 14 = 30.
  ["samr-clue", "2026-11-02", "2026-11-23", "2026-12-14"],
  // 8–11 Sep = 4, 14–18 = 9, Sun 20 worked = 10, 21–24 = 14; 25–27 off; 28 = 15. Fifteen more: 29, 30 = 17; 1–7 Oct off; 8, 9, Sat 10 = 20, 12–16 = 25, 19–23 = 30.
  ["samr-clue", "2026-09-07", "2026-09-28", "2026-10-23"],
];

export const days: readonly Row[] = [
  // 2–30 Jun = 29, 1–31 Jul = 60: Fri 31 Jul.
  ["samr-mediation", "2026-06-01", "2026-07-31"],
  // 2–30 Sep = 29, 1–31 Oct = 60: Sat 31 Oct. The authority's: the later reading, past the weekend: Mon 2 Nov.
  ["samr-mediation", "2026-09-01", "2026-11-02"],
  // 4–31 Aug = 28, 1–30 Sep = 58, 1, 2 Oct = 60: in the holiday, so Thu 8 Oct.
  ["samr-mediation", "2026-08-03", "2026-10-08"],
  // The first day of the new rule: 2–31 Jul = 30, 1–30 Aug = 60: Fri 30 Aug.
  ["samr-mediation", "2024-07-01", "2024-08-30"],
  // 2–31 Jan = 30, 28 days of Feb = 58, 31 of Mar = 89, 1 Apr = 90: a Wednesday.
  ["rescind-mistake", "2026-01-01", "2026-04-01"],
  // A leap year: 2–31 Jan = 30, 29 of Feb = 59, 31 of Mar = 90: Sun 31 Mar; civil, so Mon 1 Apr.
  ["rescind-mistake", "2024-01-01", "2024-04-01"],
  // 6–31 Jan = 26, Feb = 54, Mar = 85, 1–5 Apr = 90: Sun 5 Apr, Qingming; 4–6 off, so Tue 7 Apr.
  ["rescind-mistake", "2026-01-05", "2026-04-07"],
  // 28 days of Feb, 1, 2 Mar = 30: Mon 2 Mar.
  ["minor-ratify", "2026-01-31", "2026-03-02"],
  // 4–30 Apr = 27, 1–3 May = 30: in the holiday, so Wed 6 May.
  ["minor-ratify", "2026-04-03", "2026-05-06"],
  // 26–31 May = 6, 1 Jun = 7: a Monday.
  ["prepaid-7d", "2026-05-25", "2026-06-01"],
  // 28, 29, 30 Sep, 1–4 Oct = 7: in the holiday (1–8 Oct 2025), so Thu 9 Oct.
  ["prepaid-7d", "2025-09-27", "2025-10-09"],
  // Ours under the complaint rules: 25–30 Sep = 6, 1 Oct = 7; 1, 2, 3 Oct are statutory holidays, 4 Oct only a day off: the earlier reading.
  ["goods-7d", "2026-09-24", "2026-10-04"],
  // 8–14 Mar = 7: Sat 14 Mar. A plain weekend is not in the text: ours stays.
  ["goods-7d", "2026-03-07", "2026-03-14"],
  // 11–17 Sep = 7: the 17th is Mid-Autumn, statutory; the 18th is not.
  ["goods-7d", "2024-09-10", "2024-09-18"],
  // 25–30 Sep = 6, 1 Oct = 7: no rule moves it.
  ["rules-notice", "2026-09-24", "2026-10-01"],
  // 23–29 Feb = 7 in a leap year.
  ["rules-notice", "2024-02-22", "2024-02-29"],
  // 6–30 Sep = 25, 1–5 Oct = 30: a time they must wait, no holiday makes it longer.
  ["closing-notice", "2026-09-05", "2026-10-05"],
  // 28 of Feb = 28, 1, 2 Mar = 30.
  ["closing-notice", "2026-01-31", "2026-03-02"],
  // 21–27 Nov = 7: a Friday.
  ["court-docket", "2026-11-20", "2026-11-27"],
  // 22–28 Nov = 7: Sat 28, so Mon 30.
  ["court-docket", "2026-11-21", "2026-11-30"],
  // 29, 30 Sep, 1–5 Oct = 7: in the holiday, so Thu 8 Oct.
  ["court-docket", "2026-09-28", "2026-10-08"],
  // 8–14 Feb = 7: Sat 14 Feb is worked, so it stays.
  ["court-docket", "2026-02-07", "2026-02-14"],
  // 11–17 Mar = 7: a Tuesday.
  ["small-claims-evidence", "2026-03-10", "2026-03-17"],
  // 11–17 Feb = 7: Spring Festival 15–23, so Tue 24 Feb.
  ["small-claims-evidence", "2026-02-10", "2026-02-24"],
  // 2–30 Sep = 29, 1 Oct = 30: in the holiday, so Thu 8 Oct.
  ["presuit-preservation", "2026-09-01", "2026-10-08"],
  // 11–31 May = 21, 1–9 Jun = 30: a Tuesday.
  ["presuit-preservation", "2026-05-10", "2026-06-09"],
];

export const months: readonly Row[] = [
  // No 31 Feb: 28 Feb 2026, a Saturday that is worked. Three months: Tue 31 Mar.
  ["small-claims-end", "2025-12-31", "2026-02-28", "2026-03-31"],
  // No 31 Feb in a leap year: Thu 29 Feb 2024. Three months: Sun 31 Mar, so Mon 1 Apr.
  ["small-claims-end", "2023-12-31", "2024-02-29", "2024-04-01"],
  // 31 Mar, a Tuesday. Three months: no 31 Apr, so Thu 30 Apr.
  ["small-claims-end", "2026-01-31", "2026-03-31", "2026-04-30"],
  // 1 Oct: in the holiday, so Thu 8 Oct. Three months: Sun 1 Nov, so Mon 2 Nov.
  ["small-claims-end", "2026-08-01", "2026-10-08", "2026-11-02"],
  // No 30 Feb: Sat 28 Feb 2026, worked. Four months: Mon 30 Mar.
  ["summary-end", "2025-11-30", "2026-02-28", "2026-03-30"],
  // Thu 28 May. Four months: Sun 28 Jun, so Mon 29.
  ["summary-end", "2026-02-28", "2026-05-28", "2026-06-29"],
  // Sun 31 Jan 2027, so Mon 1 Feb as far as anyone knows. Four months: no 31 Feb, Sun 28 Feb, so Mon 1 Mar.
  ["summary-end", "2026-10-31", "~2027-02-01", "2027-03-01"],
];

export const years: readonly Row[] = [
  // Sun 3 May 2026, in the holiday of 1–5 May. Civil: Wed 6 May.
  ["limitation", "2023-05-03", "2026-05-06"],
  // The same day under the complaint rules: statutory are 1 and 2 May; ours stays on the 3rd.
  ["samr-complaint-limit", "2023-05-03", "2026-05-03"],
  // 1 May 2026 is statutory, 2 May too; the 3rd is not.
  ["samr-complaint-limit", "2023-05-01", "2026-05-03"],
  // 2 Oct 2024 statutory, 3 Oct too; the 4th is not.
  ["samr-complaint-limit", "2021-10-02", "2024-10-04"],
  // Wed 4 Jun 2025.
  ["samr-complaint-limit", "2022-06-04", "2025-06-04"],
  // No 29 Feb 2027: Sun 28 Feb, in a year nobody knows: ours is not moved.
  ["samr-complaint-limit", "2024-02-29", "~2027-02-28"],
  // Wed 28 Feb 2024: the corresponding day, although the month has one more.
  ["limitation", "2021-02-28", "2024-02-28"],
  // Sun 4 Oct 2026, in the holiday: Thu 8 Oct.
  ["limitation", "2023-10-04", "2026-10-08"],
  // 29 Jan 2025, New Year's Day of the lunar year; 28 Jan–4 Feb off: Wed 5 Feb.
  ["limitation", "2022-01-29", "2025-02-05"],
  // Sat 28 Feb 2026 is worked: it stays.
  ["limitation", "2023-02-28", "2026-02-28"],
  // Sun 20 Sep 2026 is worked: it stays.
  ["limitation", "2023-09-20", "2026-09-20"],
  // Sat 19 Sep 2026 is an ordinary Saturday, and the Sunday after it is worked: Sun 20 Sep.
  ["limitation", "2023-09-19", "2026-09-20"],
  // Thu 6 May 2027: a year nobody knows.
  ["limitation", "2024-05-06", "~2027-05-06"],
  // Sat 8 May 2027: it may yet be worked, so ours is not moved.
  ["limitation", "2024-05-08", "~2027-05-08"],
  // Tue 24 Nov 2026.
  ["rescind-fraud", "2025-11-24", "2026-11-24"],
  // Sat 3 Oct 2026, in the holiday: Thu 8 Oct.
  ["rescind-fraud", "2025-10-03", "2026-10-08"],
  // No 29 Feb 2025: Fri 28 Feb.
  ["rescind-fraud", "2024-02-29", "2025-02-28"],
  // Thu 31 Dec 2026, the last day that is known.
  ["rescind-fraud", "2025-12-31", "2026-12-31"],
  // Fri 19 Jun 2026, Dragon Boat, 19–21 off: Mon 22 Jun.
  ["terminate-right", "2025-06-19", "2026-06-22"],
  // Thu 18 Jun 2026.
  ["terminate-right", "2025-06-18", "2026-06-18"],
  // 10:02 in Beijing on 1 May 2024; records are kept at least to 1 May 2027, a holiday that moves nothing and needs no calendar.
  ["records-keep", "2024-05-01 10:02:31", "2027-05-01"],
  // 00:30 in Beijing on 1 May is 16:30 UTC on 30 April: the day is Beijing's.
  ["records-keep", "2024-04-30T16:30:00Z", "2027-05-01"],
  // 23:30 in Beijing on 30 April is 15:30 UTC.
  ["records-keep", "2024-04-30T15:30:00Z", "2027-04-30"],
  // No 29 Feb 2027.
  ["payment-records", "2024-02-29", "2027-02-28"],
];
