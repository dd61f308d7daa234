/** Words of assist: what was read out of a talk, and what could be said. */
export const assist = {
  title: ["辅助", "Assist"],
  suggestions: ["可用的回复", "Replies that may fit"],
  topicIs: ["主题：{topic}，点按可更正", "Topic: {topic}; press to correct"],
  setTopic: ["更正主题", "Correct the topic"],
  noTopic: ["主题未定", "No topic yet"],
  byHand: ["由客服确认", "Set by an agent"],
  byModel: ["自动判断，可更正", "Read automatically, may be corrected"],
  urges: ["催发货 {count} 次", "Urged shipping {count}×"],
  order: ["订单 {number}", "Order {number}"],
  unanswered: ["{count} 个问题未答", "open questions: {count}"],
  wants: ["顾客的诉求", "What the customer wants"],
  open: ["还没有回答", "Not answered yet"],
  calm: ["先安抚：冷静倾听、表示理解，再给出明确的处理办法和时间。需要时可转给组长。", "Calm first: listen, show understanding, then say what will be done and by when. A lead can take over."],
  fromPhrase: ["话术 · {title}", "Phrase · {title}"],
  fromArticle: ["知识 · {title}", "Knowledge · {title}"],
  fromTalk: ["会话 #{number} · {by}", "Talk #{number} · {by}"],
  moodWords: ["依据：{words}", "Because of: {words}"],
  mood: {
    angry: ["愤怒", "Angry"],
    abusive: ["辱骂", "Abusive"],
    threatening: ["威胁", "Threatening"],
    complaint: ["投诉意向", "Wants to complain"],
    media: ["曝光风险", "May go public"],
    praise: ["表扬", "Praise"],
  },
  risk: {
    0: ["平静", "Calm"],
    1: ["不满", "Unhappy"],
    2: ["情绪紧张", "Tense"],
    3: ["可能升级", "May escalate"],
  },
} as const;

export const guide = {
  steps: ["这次沟通走到哪一步", "How far the talk has come"],
  step: { identify: ["弄清问题", "Identify"], explain: ["讲清楚", "Explain"], solve: ["解决", "Solve"] },
  done: ["已完成", "done"],
  open: ["未完成", "open"],
  procedure: ["顾客在气头上，按这四步来", "An angry customer, in four steps"],
  confirm: ["确认理解", "Say it back"],
  questions: ["引导提问", "Guided questions"],
  empathy: ["共情", "Empathy"],
  calming: ["安抚", "Calming"],
} as const;

export const rest = {
  take: ["缓一缓 10 分钟", "Rest ten minutes"],
  hint: ["接待棘手会话后，暂不接新的，到时自动恢复", "After a hard talk: nothing new, back by itself"],
  told: ["先缓一缓，10 分钟后自动恢复接待", "Take a breath; you are back in ten minutes"],
  page: ["棘手会话", "Hard talks"],
  intro: ["顾客愤怒、威胁或要投诉的会话，按客服和日期计；结束时平静了也算。", "Talks in which a customer was angry, threatened or complained, by agent and day, however they ended."],
  day: ["日期", "Day"],
  agent: ["客服", "Agent"],
  talks: ["会话数", "Talks"],
  empty: ["这段时间没有棘手会话", "No hard talks in this time"],
} as const;

export const consultation = { product: ["商品信息", "Product"], promotion: ["促销活动", "Promotion"], logistics: ["物流状态", "Logistics"], aftersales: ["售后服务", "After-sales"] } as const;
