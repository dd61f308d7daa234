/** Words of automatic replies, of the watch over who waits, and of help by a lead. */
export const auto = {
  hint: ["没人接、下班、高峰或提到关键词时先回一句；都标明“自动”，不算客服的回复。", "Said by itself while nobody serves, off duty, at a peak or on a keyword; marked as automatic, never counted as an answer."],
  add: ["新建自动回复", "New automatic reply"],
  edit: ["编辑自动回复", "Edit the automatic reply"],
  name: ["名称", "Name"],
  occasion: ["什么时候", "When"],
  occasions: { off_duty: ["下班时", "Off duty"], peak: ["高峰", "Peak"], queued: ["排队中", "In the queue"], keyword: ["关键词", "Keyword"] },
  channel: ["渠道", "Channel"],
  anyChannel: ["所有渠道", "Any channel"],
  keywords: ["关键词（空格分开）", "Keywords (spaces between)"],
  queueOver: ["排队超过（位）", "More than … wait"],
  text: ["回复内容", "What it says"],
  textHint: ["要能引导或安抚：插入排队位置或预计等待、放自助链接或菜单，或者问订单号、问题。只说“请稍等”不能保存。", "It guides or reassures: the place or the wait, a link or a menu, or a question. A bare “please wait” is refused."],
  place: ["插入排队位置", "Insert the place"],
  wait: ["插入预计等待", "Insert the wait"],
  window: ["同一顾客多久内不重复（分钟）", "Not again to a customer within (min)"],
  position: ["先后", "Order"],
  active: ["启用", "In use"],
  off: ["停用", "Switched off"],
  saved: ["已保存", "Saved"],
  empty: ["还没有自动回复", "No automatic replies yet"],
  emptyHint: ["先写一条排队时的：告诉顾客排第几、要等多久。", "Begin with one for the queue: the place, and how long."],
  page: ["自动回复", "Automatic replies"],
} as const;

export const watchWords = {
  notice: ["{count} 位顾客等了超过 {limit} 秒，最久 {span}", "{count} waiting over {limit} s, the longest {span}"],
  go: ["去看等得最久的", "To the longest waiting"],
} as const;

export const help = {
  ask: ["请组长指点…", "Ask a lead for a word…"],
  askOver: ["请组长接手…", "Ask a lead to take over…"],
  askTitle: ["求助组长", "Ask a lead"],
  note: ["想请组长看什么", "What it is about"],
  send: ["求助", "Ask"],
  sent: ["已通知组长，顾客看不到", "A lead is told; the customer sees nothing"],
  bar: ["{name} 求助：{way}", "{name} asks: {way}"],
  then: {
    whisper: ["组长会马上收到提醒，可以悄悄告诉你怎么说；会话仍由你负责。顾客看不到。", "A lead is told at once and can whisper what to say; the talk stays yours. The customer sees nothing."],
    take_over: ["组长会马上收到提醒；接手后，会话连同承诺和计时一并转给组长。顾客看不到求助。", "A lead is told at once; when they take over, the talk goes to them with everything owed in it. The customer does not see that you asked."],
  },
  ways: { whisper: ["请指点一句", "a word, please"], take_over: ["请接手", "please take over"] },
  whisper: ["悄悄告诉客服，顾客看不到", "Whisper to the agent; the customer never sees it"],
  whisperSend: ["悄悄话", "Whisper"],
  whispered: ["已告诉客服", "The agent is told"],
  takeOver: ["接手会话", "Take over"],
  tookOver: ["已接手，承诺和计时一并接过来", "Yours now, with everything owed in it"],
  wanted: ["求助", "Help wanted"],
} as const;
