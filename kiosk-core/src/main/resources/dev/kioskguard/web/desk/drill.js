/** The five-minute drill: said to be one on every line, and with no way to a page or a transfer. */

import { send } from '/desk/api.js';

const SCENES = {
  'on-the-phone': '客户一边接电话一边操作，说要配合公安核查账户 On the phone, to move money for a police check',
  'said-son': '客户很着急，说儿子发来消息要马上交费 In a hurry: a message from a son asks for a fee at once',
  'met-online': '客户要给网上认识的朋友转账，说是急用 For a friend met online who needs it urgently',
  honest: '老年客户要给同住的老伴转生活费，不会操作，按了求助 An elder sends housekeeping money to a spouse and asks for help',
};
const QUESTIONS = {
  'talk-aside': '您好，先放一放，我们到旁边慢慢看 Let us put this aside and look at it in peace',
  'ask-the-caller': '请对方说出客户的姓名和出生日期 Ask the caller for the customer’s name and date of birth',
  'ring-the-family': '请用自己存的号码给家人打个电话核实 Ring your family on a number you already have',
  hurry: '请您尽快办完，后面还有客户在等 Please be quick, others are waiting',
  blame: '这您也信？这明显是骗子 You believe that? Anyone can see it is a fraud',
};
const VERDICTS = { release: '放行 Release', hold: '暂缓 Hold', cancel: '取消转账 Cancel', escalate: '请负责人 Escalate' };
const ROLES = { 'lobby-manager': '大堂经理 Lobby manager', 'head-of-branch': '网点负责人 Head of branch', officer: '值班专员 Officer on call' };
const ENDS = {
  done: '演练完成 Done', time: '五分钟已到，演练结束 Five minutes are up',
  'real-page': '有真实呼叫，演练已自动结束 A real page: the drill is over', 'called-off': '演练已由负责人结束 Called off',
};

const byId = (id) => document.getElementById(id);
let me = null;
let shown = null;

/** Shows the drill to whoever may answer it, and the button to whoever may begin one. */
export function offer(staff) {
  me = staff;
  const panel = byId('drills');
  panel.hidden = !me?.may.includes('drill');
  if (panel.hidden) {
    panel.open = false;
    byId('drill-scores').replaceChildren();
  }
  if (me) {
    look().catch(() => {});
  } else {
    show(null);
  }
}

/** Asks what runs now. */
export async function look() {
  const { running } = await send('GET', '/desk/drills');
  show(running ?? null);
}

/** Returns what rings for this person: a drill that nobody has taken, with its mark in front. */
export function calls() {
  return shown && !shown.end && shown.next === 'acknowledge' && shown.calls.includes(me?.role)
    ? [{ id: shown.id, level: shown.level, machine: `【演练】${shown.machine}`, reasons: shown.reasons }] : [];
}

/** Draws a drill as it is now; one that has just ended says so. */
export function show(drill) {
  shown = drill;
  const place = byId('drill');
  place.hidden = !drill || !me?.answersPages;
  if (place.hidden) {
    return;
  }
  place.querySelector('h2').textContent = `【演练】${drill.machine} · 第${drill.level}级 Drill, level ${drill.level}`;
  // What is over stands in nobody's way: below it a real page may be waiting.
  place.querySelector('.mark').hidden = Boolean(drill.end);
  place.querySelector('.scene').replaceChildren(...(drill.end ? [] : both(SCENES[drill.scene] ?? '')));
  place.querySelector('.reasons').replaceChildren(...(drill.end ? [] : drill.reasons).map((reason) => {
    const line = document.createElement('li');
    line.append(...both(`${reason.zh} ${reason.en}`));
    return line;
  }));
  const called = drill.calls.map((role) => ROLES[role] ?? role).join('、');
  place.querySelector('.state').textContent = drill.end ? ENDS[drill.end] : `已呼叫 Called: ${called}`;
  place.querySelector('.steps').replaceChildren(...(drill.end ? [] : steps(drill)));
}

function steps(drill) {
  switch (drill.next) {
    case 'acknowledge': return [button('我这就去 On my way', 'acknowledgement')];
    case 'arrive': return [button('我已到机器旁 I am at the machine', 'arrival'), button(VERDICTS.escalate, 'verdict', { action: 'escalate' })];
    case 'ask': return [heading('您先说什么？ What do you say first?'),
      ...turned(drill).map((question) => button(QUESTIONS[question] ?? question, 'question', { question }))];
    default: return [heading('您怎么处理？ What do you decide?'),
      ...Object.keys(VERDICTS).map((action) => button(VERDICTS[action], 'verdict', { action }))];
  }
}

/** The questions, beginning with another one each time. */
function turned({ id, questions }) {
  const first = Number(id.split('-').pop()) % questions.length;
  return [...questions.slice(first), ...questions.slice(0, first)];
}

/** Chinese, and English behind it in small letters. */
function both(words) {
  const cut = words.search(/ [A-Za-z][^\u3000-\u9fff]*$/);
  if (cut < 0) {
    return [words];
  }
  const en = Object.assign(document.createElement('small'), { lang: 'en', textContent: words.slice(cut) });
  return [words.slice(0, cut), en];
}

function heading(words) {
  return Object.assign(document.createElement('h3'), { textContent: words });
}

function button(words, what, body) {
  const made = Object.assign(document.createElement('button'), { type: 'button' });
  made.append(...both(words));
  made.addEventListener('click', () => act(made, () => send('POST', `/desk/drills/${encodeURIComponent(shown.id)}/${what}`, body)));
  return made;
}

async function act(pressed, does) {
  const said = byId('drill').querySelector('.said');
  pressed.disabled = true;
  try {
    show(await does());
    said.textContent = '';
  } catch (refused) {
    said.textContent = refused.message;
  } finally {
    pressed.disabled = false;
  }
}

byId('drills').addEventListener('toggle', () => byId('drills').open && scores());

byId('drill-begin').addEventListener('click', () => head(() => send('POST', '/desk/drills'), '演练已开始 The drill has begun'));
byId('drill-end').addEventListener('click', () =>
  head(() => send('DELETE', `/desk/drills/${encodeURIComponent(shown?.id ?? '')}`), '演练已结束 The drill is over'));

async function head(does, words) {
  const said = byId('drill-said');
  try {
    show(await does());
    said.textContent = words;
    await scores();
  } catch (refused) {
    said.textContent = refused.message;
  }
}

/** Reads the scores anew, where they are open. */
export async function scores() {
  if (!byId('drills').open || !me?.may.includes('drill')) {
    return;
  }
  const { past } = await send('GET', '/desk/drills');
  byId('drill-scores').replaceChildren(...past.map(score));
}

function score(of) {
  const table = document.createElement('table');
  table.createCaption().textContent =
    `【演练】${new Date(of.at).toLocaleString('zh-CN')} · ${of.points}/${of.pointsMax} 分 points · ${ENDS[of.end] ?? of.end}`;
  const rows = [
    ['应答 On the way after', seconds(of.acknowledgedIn)], ['到场 At the machine after', seconds(of.arrivedIn)],
    ['问话得当 The right question', mark(of.rightQuestion)], ['处置正确 The right decision', mark(of.rightVerdict)],
  ];
  rows.forEach(([name, words]) => {
    const row = table.insertRow();
    row.append(Object.assign(document.createElement('th'), { scope: 'row', textContent: name }));
    row.insertCell().textContent = words;
  });
  return table;
}

const seconds = (span) => (span === undefined ? '无人 Nobody' : `${span} 秒 s`);
const mark = (right) => (right ? '是 Yes' : '否 No');
