/**
 * Words of what the import noticed about a file, what to do about it, and what an exhibit shows.
 *
 * 1. A caller adds the fact `file` to the facts of a finding. What stays with the exhibit is worded in marks.ts, from the file alone (E9).
 * 2. None of them says that a file was refused: the original is always kept.
 */
import type { Wording } from "../word.ts";

export const intake = {
  "intake.duplicate_file": [
    "“{file}”已经放进来过（当时叫“{firstName}”），没有重复添加",
    "“{file}” is already here (as “{firstName}”) and was not added again",
  ],
  "intake.restored_file": [
    "“{file}”以前被移除过（当时叫“{firstName}”），现在放回来了",
    "“{file}” was removed before (as “{firstName}”) and is back now",
  ],
  "intake.empty_file": ["“{file}”是空的，里面什么都没有", "“{file}” is empty"],
  "intake.too_large_to_read": [
    "“{file}”太大（{size:size}，最多读 {limit:size}），已存为证据，没有读里面的内容",
    "“{file}” is too large ({size:size}, at most {limit:size} are read); it is kept as an exhibit and was not read",
  ],
  "intake.renamed_file": [
    "“{file}”的扩展名和内容对不上：名字写 {extension}，内容是 {mediaType}",
    "The extension of “{file}” does not fit its content: named {extension}, content {mediaType}",
  ],
  "intake.truncated_file": ["“{file}”不完整，结尾缺了一段", "“{file}” is incomplete: its end is missing"],
  "intake.mis_encoded": [
    "“{file}”里有乱码（按 {encoding} 读的），可能被别的程序改过",
    "“{file}” holds garbled text (read as {encoding}); another program may have changed it",
  ],
  "intake.image_too_large": [
    "“{file}”的图太大（{width}×{height}），这里不显示，已存为证据",
    "The picture “{file}” is too large to show here ({width}×{height}); it is kept as an exhibit",
  ],
  "intake.no_preview": [
    "“{file}”已存为证据，这里不能显示这种格式（{mediaType}）",
    "“{file}” is kept as an exhibit; this format ({mediaType}) cannot be shown here",
  ],
  "intake.svg_script": ["“{file}”里带有程序，不打开它", "“{file}” contains a program and is not opened"],
  "intake.archive_closed": [
    "“{file}”是压缩包，已存为证据，没有打开里面的文件",
    "“{file}” is an archive; it is kept as an exhibit and was not opened",
  ],
  "intake.archive_encrypted": [
    "“{file}”是加密的压缩包，打不开",
    "“{file}” is an encrypted archive and cannot be opened",
  ],
  "intake.archive_too_large": [
    "“{file}”解开后太大（{size:size}，最多 {limit:size}），没有读",
    "“{file}” is too large once unpacked ({size:size}, at most {limit:size}) and was not read",
  ],
  "intake.old_office": [
    "“{file}”是旧格式的表格或文档，读不了里面的内容",
    "“{file}” is an old office format whose content cannot be read",
  ],
  "intake.unreadable_table": [
    "“{file}”打不开，可能损坏或没下载完",
    "“{file}” cannot be opened; it may be damaged or not fully downloaded",
  ],
  "intake.unknown_header": [
    "认不出“{file}”里各列的意思[?columns ：{columns:list}]",
    "The columns of “{file}” are not recognised[?columns : {columns:list}]",
  ],
  "intake.bad_rows": [
    "“{file}”有 {count} 行读不懂：第 {rows:list} 行（{cells:list}），没有用它们",
    "Some rows of “{file}” could not be read: row {rows:list}, {count} in all ({cells:list}); they are not used",
  ],
  "intake.number_mangled": [
    "“{file}”里的单号被表格软件改坏了（第 {rows:list} 行，共 {count} 行），对不上订单",
    "A spreadsheet program has spoilt payment numbers in “{file}” (row {rows:list}, {count} in all); they match no order",
  ],
  "intake.bill_rows_missing": [
    "“{file}”里的账单不全：写着 {statedCount} 笔，只有 {readCount} 笔",
    "The bill “{file}” is not complete: it says {statedCount} rows and has {readCount}",
  ],
  "intake.bill_personal_use": [
    "“{file}”写着仅供个人对账。给法院或 12315 时，最好另取一份盖章的",
    "“{file}” says it is for personal bookkeeping. For a court or 12315 a sealed statement is better",
  ],
  "intake.bill_no_match": [
    "“{file}”有 {count} 行，没有一行能自动对上您的订单",
    "None of the {count} rows of “{file}” matches your order by itself",
  ],
  "intake.amounts_differ": [
    "“{file}”第 {row} 行是 {billFen:yuan} 元，订单 {order} 写的是 {orderFen:yuan} 元，对不上",
    "Row {row} of “{file}” says {billFen:yuan} yuan, order {order} says {orderFen:yuan}",
  ],
  "intake.several_payments": [
    "“{file}”：订单 {order} 有 {count} 次付款，共 {totalFen:yuan} 元",
    "“{file}”: order {order} has {count} payments, {totalFen:yuan} yuan in all",
  ],
  "intake.paid_to_person": [
    "“{file}”第 {row} 行：{paidAt:moment} 转给个人“{payee}” {amountFen:yuan} 元，看不出是为哪个订单",
    "Row {row} of “{file}”: {amountFen:yuan} yuan to the person “{payee}” on {paidAt:moment}; for which order is not shown",
  ],
  "intake.payment_unclear": [
    "“{file}”第 {row} 行的状态是“{status}”，看不出钱付出去没有",
    "Row {row} of “{file}” has the status “{status}”; whether the money left is not clear",
  ],
  "intake.refund_without_payment": [
    "“{file}”第 {row} 行：{refundedAt:moment} 退回 {amountFen:yuan} 元，找不到对应的付款",
    "Row {row} of “{file}”: {amountFen:yuan} yuan came back on {refundedAt:moment}; its payment is not found",
  ],
  "intake.no_order_yet": [
    "“{file}”读好了。案件里还没有订单，有 {count} 行可以选",
    "“{file}” is read. The case has no order yet; {count} rows to choose from",
  ],
  "intake.order_number_missing": [
    "订单还没有订单号，“{file}”里有 {count} 行可能是它",
    "The order has no number yet; {count} rows of “{file}” could be it",
  ],
  "intake.readings_out_of_order": [
    "“{file}”的读数没按时间排（第 {rows:list} 行，共 {count} 行），已按时间读",
    "The readings of “{file}” are not in order of time (row {rows:list}, {count} in all); they were read by time",
  ],
  "intake.readings_repeated": [
    "“{file}”有重复的读数（第 {rows:list} 行，共 {count} 行），只算一次",
    "“{file}” repeats readings (row {rows:list}, {count} in all); each counts once",
  ],
  "intake.readings_conflict": [
    "“{file}”里同一时刻有不同的数（第 {rows:list} 行，共 {count} 行）",
    "“{file}” has different figures for the same moment (row {rows:list}, {count} in all)",
  ],
  "intake.series_other_columns": [
    "“{file}”只读了“{used}”这一列，没读：{columns:list}",
    "Of “{file}” only the column “{used}” was read, not: {columns:list}",
  ],
  "intake.sample_rule_missing": [
    "“{file}”里有 {count} 个账号，还没写怎么抽的",
    "“{file}” lists {count} accounts; how they were sampled is not stated",
  ],
  "intake.sample_repeated": [
    "“{file}”里有重复的账号（第 {rows:list} 行，共 {count} 行）",
    "“{file}” lists accounts twice (row {rows:list}, {count} in all)",
  ],
  "intake.chat_guessed": [
    "“{file}”认作聊天，共 {count} 条，请看一眼对不对",
    "“{file}” was taken for a conversation of {count} messages; please have a look",
  ],
  "intake.chat_unsure": [
    "“{file}”可能是聊天（{count} 条，把握 {confidenceRatio:percent}），还没放进案件",
    "“{file}” may be a conversation ({count} messages, {confidenceRatio:percent} sure); it is not taken in yet",
  ],
  "intake.chat_several": [
    "“{file}”里有 {count} 段聊天，选出和这件事有关的",
    "“{file}” holds {count} conversations; choose those that belong here",
  ],
  "intake.chat_sides_unknown": [
    "“{file}”里分不清哪个是您：{names:list}（{count} 条）",
    "In “{file}” it is not clear which one you are: {names:list} ({count} messages)",
  ],
  "intake.chat_no_time": [
    "“{file}”有些聊天没有时间（第 {rows:list} 行，共 {count} 条）",
    "Some messages of “{file}” have no time (row {rows:list}, {count} in all)",
  ],
  "intake.chat_out_of_order": [
    "“{file}”的聊天先后不对（第 {rows:list} 行，共 {count} 处）",
    "Messages of “{file}” are not in order of time (row {rows:list}, {count} in all)",
  ],
  "intake.chat_gap": [
    "“{file}”的聊天中间有一段空白：{fromAt:moment} 到 {toAt:moment}，{hours} 小时",
    "The conversation “{file}” has a gap: {fromAt:moment} to {toAt:moment}, {hours} h",
  ],
  "intake.chat_deleted": [
    "“{file}”里有撤回或删除的消息（第 {rows:list} 行，共 {count} 条）",
    "“{file}” shows recalled or deleted messages (row {rows:list}, {count} in all)",
  ],
  "intake.chat_pictures": [
    "“{file}”里的图片、语音没有导出来（第 {rows:list} 行，共 {count} 条）",
    "Pictures and voice messages of “{file}” were not exported (row {rows:list}, {count} in all)",
  ],

  "intake.fix.use_first": ["用原来那份就行", "Use the one that is there"],
  "intake.fix.nothing": ["不用做什么", "Nothing to do"],
  "intake.fix.export_again": [
    "重新导出一份，不要用别的软件打开再存",
    "Export it again and do not open and save it with another program",
  ],
  "intake.fix.split_file": ["分成几份再放进来，原件也留着", "Split it into parts, and keep the original"],
  "intake.fix.rename_back": ["找回没改过名的那份，一起放进来", "Find the copy that was not renamed and add it too"],
  "intake.fix.view_outside": [
    "用别的软件看，或另存成常见的图片格式再放一份",
    "View it with another program, or add a copy in a common picture format",
  ],
  "intake.fix.take_screenshot": ["打开原网页截一张图，放进来", "Open the page and add a screenshot"],
  "intake.fix.unpack_first": ["先解压，把里面的文件放进来", "Unpack it and add the files"],
  "intake.fix.unpack_with_password": [
    "用密码解压，把里面的文件放进来。密码不要写在这里",
    "Unpack it with its password and add the files. Do not write the password here",
  ],
  "intake.fix.save_as_xlsx": [
    "另存成新格式的表格，再放一份，原件也留着",
    "Save a copy in the newer spreadsheet format and add it; keep the original",
  ],
  "intake.fix.name_columns": [
    "告诉我们哪一列是时间、金额或数量",
    "Say which column is the time, the amount or the count",
  ],
  "intake.fix.look_at_rows": ["看一下这几行，核对原件", "Look at these rows and check the original"],
  "intake.fix.import_untouched": [
    "放进没有用表格软件打开过的那份",
    "Add the file that no spreadsheet program has opened",
  ],
  "intake.fix.get_sealed_statement": [
    "在支付软件里开一份盖章的交易证明，放进来",
    "Ask the payment app for a sealed statement and add it",
  ],
  "intake.fix.pick_rows": ["在账单里选出是这件事的那几行", "Pick the rows of the bill that belong here"],
  "intake.fix.check_amount": [
    "核对金额：以账单为准，或写明差额原因",
    "Check the amount: take the bill’s, or say why it differs",
  ],
  "intake.fix.check_twice_paid": ["核对是不是付了两次", "Check whether it was paid twice"],
  "intake.fix.show_payee_asked": [
    "补上对方让您转账、又确认收到的聊天",
    "Add the chat where they ask for the transfer and confirm it",
  ],
  "intake.fix.import_earlier_bill": ["把更早的账单也放进来", "Add the earlier bill too"],
  "intake.fix.pick_order": ["选一行作为订单", "Pick the row that is the order"],
  "intake.fix.add_order_number": ["填上订单号", "Enter the order number"],
  "intake.fix.split_columns": ["别的列另存一份再放进来", "Save the other columns as a file of their own"],
  "intake.fix.say_sample_rule": ["写明怎么抽的，例如最新的 120 个", "Say how they were sampled, e.g. the newest 120"],
  "intake.fix.check_preview": ["看一眼内容，对了再放进案件", "Look it over, then take it in"],
  "intake.fix.pick_conversation": ["选出和这件事有关的聊天", "Choose the conversation that belongs here"],
  "intake.fix.say_own_name": ["告诉我们哪个名字是您", "Say which name is yours"],
  "intake.fix.screenshot_with_time": ["补一张带时间的截图", "Add a screenshot that shows the time"],
  "intake.fix.add_missing_talk": ["中间如果聊过，把那一段补上", "If there was talk in between, add it"],
  "intake.fix.find_deleted": ["找找撤回之前的截图，有就放进来", "Look for a screenshot from before it was recalled"],
  "intake.fix.add_pictures": ["把聊天里的图片单独存出来，放进来", "Save the pictures of the conversation and add them"],

  "intake.offer.no_order_yet": ["可能就是您的订单", "This could be your order"],
  "intake.offer.order_number": ["金额和时间都对得上", "Amount and time fit"],
  "intake.offer.paid_to_person": ["转给个人的，您确认一下", "Paid to a person; please confirm"],
  "intake.offer.amount_and_time": ["金额一样，时间相近", "Same amount, near in time"],
  "intake.offer.same_payee": ["收款方一样", "Same payee"],
  "intake.offer.number_in_text": ["名目里写着订单号", "The order number stands in the text"],
  "intake.offer.unclear": [
    "订单号对得上，看不出钱付出去没有",
    "The order number fits; whether the money left is not clear",
  ],

  "proves.payment": ["说明付过这笔钱", "Shows that this was paid"],
  "proves.order_no": ["说明订单号是这个", "Shows the order number"],
  "proves.amount": ["说明付了多少", "Shows how much was paid"],
  "proves.payee": ["说明钱付给了谁", "Shows who was paid"],
  "proves.refund": ["说明退回过多少", "Shows how much came back"],
  "proves.series": ["说明这段时间的数字变化", "Shows how the figures moved"],
  "proves.sample": ["说明抽样看到的账号特征", "Shows the features of the accounts sampled"],
  "proves.chat": ["说明和对方谈过什么", "Shows what was said with them"],
  "proves.screenshot": ["说明当时页面上写了什么", "Shows what the page said"],
} as const satisfies Record<string, Wording>;
