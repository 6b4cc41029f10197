/**
 * Words of marks: what the import noticed about an exhibit and what stays with it. Short; the details were said when the file came in.
 */
import type { Wording } from "../word.ts";

export const marks = {
  "mark.empty_file": ["“{file}”是空的，请重新导出", "“{file}” is empty; export it again"],
  "mark.too_large_to_read": [
    "“{file}”太大，原件已保留，内容没有读取",
    "“{file}” is too large to read; the original is kept",
  ],
  "mark.renamed_file": ["“{file}”的扩展名和内容不一致", "The extension of “{file}” does not fit its content"],
  "mark.truncated_file": ["“{file}”不完整，请重新导出或下载", "“{file}” is incomplete; export or download it again"],
  "mark.mis_encoded": ["“{file}”有文字读不出来，请重新导出", "Some text of “{file}” cannot be read; export it again"],
  "mark.image_too_large": ["“{file}”图片太大，这里不预览", "“{file}” is too large a picture to preview"],
  "mark.svg_script": ["“{file}”里带有程序代码，这里不会打开它", "“{file}” contains code and is never opened here"],
  "mark.archive_encrypted": [
    "“{file}”有密码，请在别处解压后再添加",
    "“{file}” has a password; unpack it elsewhere and add its files",
  ],
  "mark.archive_too_large": ["“{file}”展开后太大，没有读取", "“{file}” is too large once unpacked; it was not read"],
  "mark.old_office": [
    "“{file}”是旧格式的表格或文档，请另存成新格式再添加一份",
    "“{file}” is an old Office format; save a copy as xlsx or docx",
  ],
  "mark.unreadable_table": [
    "“{file}”打不开，可能已损坏，请重新导出",
    "“{file}” cannot be opened and may be damaged; export it again",
  ],
  "mark.bad_rows": [
    "“{file}”有几行没读出来，看一下原件",
    "Some rows of “{file}” could not be read; look at the original",
  ],
  "mark.number_mangled": [
    "“{file}”的支付单号被表格软件改坏了，请添加刚导出的文件",
    "A spreadsheet program damaged payment numbers in “{file}”; add the file as exported",
  ],
  "mark.bill_rows_missing": [
    "“{file}”写明的笔数比读到的多，请重新导出",
    "“{file}” states more rows than were found; export it again",
  ],
  "mark.readings_out_of_order": [
    "“{file}”的读数没按时间排，已按时间看",
    "Readings in “{file}” are not in time order; they are judged by time",
  ],
  "mark.readings_repeated": ["“{file}”有重复的读数，只算一次", "“{file}” repeats readings; each counts once"],
  "mark.readings_conflict": [
    "“{file}”同一时间有不同的数，看一下原件",
    "“{file}” has different values at the same time; look at the original",
  ],
  "mark.sample_repeated": ["“{file}”有重复的账号", "“{file}” repeats accounts"],
  "mark.chat_no_time": [
    "“{file}”有消息没有时间，补一张带时间的截图",
    "Some messages in “{file}” have no time; add a screenshot that shows it",
  ],
  "mark.chat_out_of_order": [
    "“{file}”有消息的先后不对，看一下原件",
    "Some messages in “{file}” are out of order; look at the original",
  ],
  "mark.chat_gap": ["“{file}”中间有一段没有消息", "“{file}” has a stretch without messages"],
  "mark.chat_deleted": ["“{file}”有撤回或删除的痕迹", "“{file}” has marks of recalled or deleted messages"],
  "mark.chat_pictures": [
    "“{file}”里有图片或语音，请单独添加",
    "“{file}” mentions pictures or voice messages; add them separately",
  ],
} as const satisfies Record<string, Wording>;
