/**
 * Words of the rehearsal: why an excuse is likely in this case (X6).
 */
import type { Wording } from "../word.ts";

export const rehearsal = {
  "likely.said": ["对方已经这么说过：“{quote}”", "They have said it already: “{quote}”"],
  "likely.any": ["多数退款都会遇到", "Most refunds meet this"],
  "likely.virtual": ["这是看不见摸不着的服务", "The service is nothing one can hold"],
  "likely.counters": ["数量有读数可以对", "The quantity was counted"],
  "likely.readings": ["您的材料是截图和读数", "Your material is screenshots and readings"],
  "likely.delivered_part": ["有一部分已经得到", "Part of it was received"],
  "likely.dropped": ["数量后来减少了", "The quantity went down afterwards"],
  "likely.usage": ["有使用记录", "There is a record of use"],
  "likely.old_order": ["下单已经超过 7 天", "The order is more than 7 days old"],
  "likely.clause_captured": ["对方有成文的规则", "They have written terms"],
  "likely.paid_to_store": ["钱付给了应用商店", "The payment went to an app store"],
  "likely.paid_to_person": ["钱转给了个人", "The payment went to a person"],
  "likely.wallet": ["钱是从平台余额付的", "It was paid from a platform balance"],
  "likely.marketplace": ["店铺开在别人的平台上", "The shop stands on somebody else’s platform"],
  "likely.gave_account": ["账号给过对方", "They were given the account"],
  "likely.minor": ["付款人未满 18 岁", "The payer was under 18"],
  "likely.filed": ["已经请第三方处理", "A third party has been asked"],
  "likely.agreed": ["对方说过同意退", "They said they would refund"],
  "likely.no_answer": ["上一封还没有答复", "The last letter has had no answer"],
  "likely.ground": ["退款的理由是“{kind:ground}”", "The reason for the refund is “{kind:ground}”"],
} as const satisfies Record<string, Wording>;
