/** The page's own few words. Everything else on the screen is worded by the guard. */

const WORDS = {
  bank: { zh: '自助服务', en: 'Self-service' },
  guarded: { zh: '防诈骗核对', en: 'Fraud check' },
  waiting: { zh: '请先听完、看清，再按键', en: 'Please listen and read first' },
  early: { zh: '还不能按。请先听完、看清', en: 'Not yet. Please listen and read first' },
  notOffered: { zh: '这个回答不对，请再看一遍', en: 'That does not fit. Please look again' },
  resend: { zh: '没有送到，请再按一次', en: 'It did not arrive. Please press again' },
  playing: { zh: '正在播放语音', en: 'The voice is speaking' },
  tapForVoice: { zh: '请点一下屏幕，听语音', en: 'Touch the screen to hear the voice' },
  noVoice: { zh: '语音播放失败', en: 'The voice could not be played' },
  soonOver: { zh: '还剩 20 秒，过后不转账', en: '20 seconds left, then no transfer' },
  soonOverNotice: { zh: '还剩 20 秒，过后不再显示', en: '20 seconds left, then this goes' },
  soonOverBut: { zh: '还剩 20 秒，要延长请按', en: '20 seconds left. For more time press' },
  extended: { zh: '时间已延长，请慢慢看', en: 'You have more time now' },
  always: { zh: '随时可按', en: 'Always in reach' },
  more: { zh: '更多', en: 'More' },
  byItself: { zh: '自动翻页', en: 'Turns by itself' },
  part: { zh: '文字自动轮换，第几段／共几段：', en: 'The words take turns, part of all: ' },
  caseNear: { zh: '身边案例', en: 'Case nearby' },
  byKeys: { zh: '语音办理，请用键盘', en: 'Spoken service. Please use the keys' },
  codeForStaff: { zh: '工作人员核对码', en: 'Code for staff' },
  codeToGoOn: { zh: '回来继续时用的号码', en: 'Code to go on with later' },
  stop: { zh: '停止，不转了', en: 'Stop, no transfer' },
  help: { zh: '请人帮忙', en: 'Get help' },
  send: { zh: '输好了', en: 'Done' },
  erase: { zh: '重新输入', en: 'Type again' },
  payee: { zh: '收款人', en: 'Payee' },
  account: { zh: '账号尾号', en: 'Account' },
  amount: { zh: '金额', en: 'Amount' },
  when: { zh: '到账时间', en: 'When' },
  green: { zh: '正常办理', en: 'Normal' },
  yellow: { zh: '请留意', en: 'Take care' },
  orange: { zh: '请慎重', en: 'Think twice' },
  red: { zh: '需要人工确认', en: 'Staff needed' },
  'sign-question': { zh: '请回答', en: 'Please answer' },
  'sign-card': { zh: '欢迎', en: 'Welcome' },
  'sign-warning': { zh: '谨防诈骗', en: 'Beware of fraud' },
  'sign-hang-up': { zh: '请挂断', en: 'Hang up' },
  'sign-reminder': { zh: '停一停，想一想', en: 'Stop and think' },
  'sign-confirm': { zh: '核对', en: 'Check' },
  'sign-confirm-again': { zh: '再核对', en: 'Check again' },
  'sign-comprehension': { zh: '看懂了吗', en: 'Is it clear?' },
  'sign-person': { zh: '工作人员', en: 'Staff' },
  'sign-pause': { zh: '已暂停', en: 'Paused' },
  'sign-result': { zh: '办理情况', en: 'What happened' },
  'sign-stopped': { zh: '没有办理', en: 'Not made' },
  'sign-notice': { zh: '通知', en: 'Notice' },
};

const KEYS = {
  enter: { zh: '确认键', en: 'Enter' },
  clear: { zh: '更正键', en: 'Clear' },
  cancel: { zh: '取消键', en: 'Cancel' },
};

/** The language of the page's own words: Chinese, unless the customer has chosen another one. */
export function languageOf(state) {
  return !state.language || state.language.startsWith('zh') ? 'zh' : 'en';
}

export function say(word, language) {
  return WORDS[word][language];
}

/** What is printed on a key of the terminal, by the word the guard uses for it. */
export function keyLabel(key, language) {
  const side = /^fdk0?(\d)$/.exec(key);
  if (side) {
    return language === 'zh' ? `侧键${side[1]}` : `Side ${side[1]}`;
  }
  return KEYS[key]?.[language] ?? key;
}

/** A Chinese name in an English sentence does not make it Chinese. */
const LETTERS_A_CHARACTER = 4;
/** Names of which only the beginning is shown, such as 欧阳**; they are Chinese in every language. */
const MASKED_NAMES = /\p{Script=Han}{1,2}\*+/gu;

/** The `lang` of a ready string: the guard mixes languages where the law wants Chinese beside another one. */
export function langOf(text) {
  const said = text.replace(MASKED_NAMES, '');
  const han = said.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = said.match(/[a-z]/gi)?.length ?? 0;
  return han * LETTERS_A_CHARACTER > latin ? 'zh-CN' : 'en';
}
