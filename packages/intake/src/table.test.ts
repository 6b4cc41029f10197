/**
 * Tables that people really have: gaps, long workbooks, lists in several spellings, broken rows.
 */
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readSample } from "./sample.ts";
import { readSeries } from "./series.ts";
import { cellText, readCsv, readXlsx } from "./table.ts";

/** A workbook with one sheet whose rows are given as XML. Style 1 is a date. */
const workbook = (rows: string): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "xl/workbook.xml": strToU8(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    "xl/styles.xml": strToU8(
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="100" formatCode="yyyy-mm-dd hh:mm:ss"/></numFmts><cellXfs count="2"><xf/><xf numFmtId="100" applyNumberFormat="1"/></cellXfs></styleSheet>',
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
    ),
  });
const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe("workbooks", () => {
  test("[P3] rows keep the number a spreadsheet shows, also where rows are missing", async () => {
    const table = await readXlsx(
      workbook(
        `<row r="3">${inline("B3", "甲")}</row><row r="7"><c r="A7"><v>20240501001</v></c><c r="B7" s="1"><v>45413.41841435185</v></c></row>`,
      ),
    );
    if (!table.ok) throw new Error(table.error.kind);
    const filled = table.value
      .map((r) => [r.row, ...r.cells.map(cellText)])
      .filter((r) => r.slice(1).some((cell) => cell !== ""));
    // 45413 = 2024-05-01; 0.41841435185 of a day = 36,151 s = 10:02:31.
    expect(filled).toEqual([
      [3, "", "甲"],
      [7, "20240501001", "2024-05-01 10:02:31"],
    ]);
  });

  test("[P3] a workbook above half a megabyte is read to its last row", async () => {
    const count = 20_000;
    const rows = Array.from(
      { length: count },
      (_, i) => `<row r="${i + 1}">${inline(`A${i + 1}`, `行${i + 1}`)}</row>`,
    ).join("");
    const table = await readXlsx(workbook(rows));
    if (!table.ok) throw new Error(table.error.kind);
    expect([rows.length > 524_288, table.value.length, table.value[count - 1]?.cells]).toEqual([
      true,
      count,
      [`行${count}`],
    ]);
  });

  test("[P3] what is no workbook is unreadable", async () => {
    expect(await readXlsx(strToU8("PK\x03\x04"))).toEqual({ ok: false, error: { kind: "unreadable" } });
    expect(await readXlsx(zipSync({ "a.xml": strToU8("<a/>") }))).toEqual({ ok: false, error: { kind: "unreadable" } });
  });

  test("[M1] a series in a workbook reads like one in a CSV", async () => {
    const table = await readXlsx(
      workbook(
        `<row r="1">${inline("A1", "时间")}${inline("B1", "点赞数")}</row><row r="2"><c r="A2" s="1"><v>45413.5</v></c><c r="B2"><v>12</v></c></row>`,
      ),
    );
    if (!table.ok) throw new Error(table.error.kind);
    // Noon at +08:00 is 04:00 UTC.
    expect(readSeries(table.value, "a.xlsx")).toMatchObject({
      counter: "likes",
      readings: [{ row: 2, at: "2024-05-01T04:00:00.000Z", value: 12 }],
      badRows: [],
    });
  });
});

describe("series", () => {
  const series = (text: string) => readSeries(readCsv(text, ","), "a.csv");

  test("[M1] English and Chinese column names, in any order, after any preamble", () => {
    const read = series(
      'exported by me\n\nSource File,Count,Account,Platform,Time\ns.png,"1,234",demo,douyin,2024-05-01T10:00:00Z\n',
    );
    expect(read).toMatchObject({
      readings: [
        {
          row: 4,
          at: "2024-05-01T10:00:00.000Z",
          value: 1234,
          platform: "douyin",
          account: "demo",
          sourceFile: "s.png",
        },
      ],
    });
    expect(read?.counter).toBeUndefined();
    expect(series("记录时间,获赞数\n2024年5月1日 10:02,1.2万\n")).toMatchObject({
      counter: "likes",
      readings: [{ at: "2024-05-01T02:02:00.000Z", value: 12_000 }],
    });
  });

  test("[M1] bad rows are named; out of order, repeated and contradicting readings are named and kept as found", () => {
    const read = series(
      "时间,粉丝数\n2024-05-02 10:00,20\n2024-05-01 10:00,10\n2024-05-02 10:00,20\n2024-05-02 10:00,21\n昨天,5\n2024-05-03 10:00,很多\n\n",
    );
    expect(read?.readings.map((r) => [r.row, r.value])).toEqual([
      [2, 20],
      [3, 10],
      [5, 21],
    ]);
    expect(read?.badRows).toEqual([
      { row: 6, column: "时间", text: "昨天" },
      { row: 7, column: "粉丝数", text: "很多" },
    ]);
    expect(read?.findings.map((f) => [f.code, f.args])).toEqual([
      ["intake.readings_out_of_order", { rows: ["3"], count: 1 }],
      ["intake.readings_repeated", { rows: ["4"], count: 1 }],
      ["intake.readings_conflict", { rows: ["2", "5"], count: 2 }],
    ]);
  });

  test("[M1] two accounts are each in order by themselves", () => {
    expect(series("时间,账号,粉丝数\n2024-05-02 10:00,a,1\n2024-05-01 10:00,b,1\n")?.findings).toEqual([]);
  });

  test("[M1] a second counter is not mixed in; a bank statement is no series", () => {
    expect(series("时间,粉丝数,点赞数\n2024-05-02 10:00,1,2\n")?.findings).toMatchObject([
      { code: "intake.series_other_columns", args: { used: "粉丝数", columns: ["点赞数"] } },
    ]);
    expect(series("日期,收入金额,余额\n2024-05-02,1,2\n")).toBeUndefined();
  });
});

describe("samples", () => {
  test("[M6] what is not shown is -1 or empty, a bad cell moves no line, repeated accounts are named", () => {
    const read = readSample(
      readCsv(
        "昵称,头像,作品数,关注数,粉丝数,注册日期\n甲,无,,600,3,2024-04-20\n乙,有,2,很多,5,\n甲,无,0,600,3,2024-04-20\n",
        ",",
      ),
      "a.csv",
    );
    expect(read?.rows).toEqual([
      [0, -1, 600, 3, "2024-04-20", ""],
      [1, 2, -1, 5, "", ""],
      [0, 0, 600, 3, "2024-04-20", ""],
    ]);
    expect(read?.badRows).toEqual([{ row: 3, column: "关注数", text: "很多" }]);
    expect(read?.findings.map((f) => [f.code, f.args])).toEqual([
      ["intake.sample_rule_missing", { count: 3 }],
      ["intake.sample_repeated", { rows: ["4"], count: 1 }],
    ]);
  });
});
