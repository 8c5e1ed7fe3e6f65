/** What is left to do once a customer is safe: closing out, rounds, figures, and the packet of whoever calls the police. */

import { pathOf, send } from '/desk/api.js';

const HELPED = {
  questions: '屏幕上的提问 The questions', warning: '屏幕上的警示 The warning', reminders: '三条提醒 The reminders',
  'talked-aside': '到旁边交谈 Talking aside', 'asked-the-caller': '请对方说姓名和出生日期 Asking the caller',
  'rang-the-family': '联系家人 Ringing the family', police: '民警 The police', nothing: '都没有帮上 Nothing',
};
const LIMITS = {
  'releases-an-hour': '一小时内放行较多 Many in an hour', 'releases-a-day': '一天内放行较多 Many in a day',
  'red-releases-a-day': '一天内放行多笔高风险 Many red ones in a day', 'hardly-ever-cancels': '几乎从不取消 Hardly ever cancels',
};
const FIGURES = {
  asked: '询问 Asked', warned: '警示 Warned', held: '暂缓 Held', stopped: '止付 Stopped', released: '放行 Released',
  cancelled: '取消 Cancelled', pages: '呼叫 Pages', falsePages: '误报 False',
};

const byId = (id) => document.getElementById(id);

/** Shows what this member of staff may do. */
export function offer(me) {
  byId('patrol').hidden = !me?.may.includes('patrol');
  const figures = byId('overview');
  figures.hidden = !me?.may.includes('oversee');
  if (figures.hidden) {
    figures.open = false;
    byId('figures').replaceChildren();
  }
  hidePacket();
}

byId('patrol').addEventListener('click', async () => {
  const said = byId('patrolled');
  try {
    await send('POST', '/desk/patrols');
    said.textContent = `已记录巡查 Round written down · ${new Date().toLocaleTimeString('zh-CN')}`;
  } catch (refused) {
    said.textContent = refused.status === 429 ? '刚才已记录 Written down already' : refused.message;
  }
});

byId('overview').addEventListener('toggle', async () => {
  if (!byId('overview').open) {
    return;
  }
  try {
    const seen = await send('GET', '/desk/overview');
    byId('figures').replaceChildren(
      Object.assign(document.createElement('p'), { textContent: '还没有统计 No figures yet', hidden: seen.days.length > 0 }),
      list('没有答复的机器 No answer from', seen.missing ?? []),
      list('需要了解 To be asked about', seen.unusual.map((one) =>
        `${one.staff}: ${LIMITS[one.limit] ?? one.limit} (${one.releases})${at(one)}`)),
      ...seen.days.reverse().map(day),
      list('巡查 Rounds', seen.patrols.reverse().map((one) =>
        `${new Date(one.at).toLocaleString('zh-CN')} · ${one.staff}${at(one)}`)));
  } catch (refused) {
    byId('figures').replaceChildren(Object.assign(document.createElement('p'), { textContent: refused.message }));
  }
});

/** Of which machine it is, where the desk is for several. */
const at = (one) => (one.machine ? ` · ${one.machine}` : '');

function day(of) {
  const table = document.createElement('table');
  table.createCaption().textContent = of.day;
  const figures = Object.entries(FIGURES).map(([id, name]) => [name, of[id]]);
  const medians = of.acknowledgedMedian ? { '': of.acknowledgedMedian } : of.acknowledgedMedians ?? {};
  Object.entries(medians).forEach(([machine, span]) =>
    figures.push([`应答（中位）Answered in (median) ${machine}`, span.replace('PT', '').toLowerCase()]));
  figures.forEach(([name, count]) => {
    const row = table.insertRow();
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = name;
    row.append(head);
    row.insertCell().textContent = count;
  });
  return table;
}

function list(title, lines) {
  const part = document.createElement('section');
  part.hidden = !lines.length;
  const head = document.createElement('h3');
  head.textContent = title;
  const all = document.createElement('ul');
  all.append(...lines.map((words) => Object.assign(document.createElement('li'), { textContent: words })));
  part.append(head, all);
  return part;
}

/** Fills the form once it is opened; a draft that somebody is writing stays. */
export async function openClosure(page, form) {
  const was = form.querySelector('[name=was]');
  if (was.options.length) {
    return;
  }
  const choices = await send('GET', `${pathOf(page)}/closure`);
  if (was.options.length) {
    return; // opened twice while it was asked for
  }
  was.append(...choices.was.toReversed().map((kind) => new Option(`${kind.zh} ${kind.en}`, kind.id)));
  form.querySelector('.helped').append(...choices.helped.map(box));
}

function box(id) {
  const label = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'helped', value: id });
  label.append(input, HELPED[id] ?? id);
  return label;
}

/** Sends what somebody says of a page that is over. */
export async function close(page, form) {
  await send('POST', `${pathOf(page)}/closure`, {
    was: form.querySelector('[name=was]').value,
    helped: [...form.querySelectorAll('[name=helped]:checked')].map((each) => each.value),
    trick: form.querySelector('[name=trick]').value.trim(),
    // A line of the journal is one line.
    note: form.querySelector('[name=note]').value.trim().replace(/\s*\n\s*/g, '；'),
  });
  form.open = false;
}

/** Shows what a person who calls the police has to say, fit to be read out and to be printed. */
export async function showPacket(page) {
  const told = await send('GET', `${pathOf(page)}/packet`);
  const lines = [
    ['请拨打 Call', told.call.join(' / ')],
    ['地点 Place', `${told.place}，${told.machine}`],
    ['时间 Since', new Date(told.raisedAt).toLocaleString('zh-CN')],
    ['金额 Amount', told.amount ? `${told.amount} ${told.currency}` : '不详 not known'],
    ['收款人 Payee', told.payee ? `${told.payee}，尾号 ending ${told.account}` : '不详 not known'],
    ['情况 Why', told.reasons.map((reason) => `${reason.zh} ${reason.en}`).join('；')],
    ['请问对方 Ask', `${told.ask.zh} ${told.ask.en}`],
    ['编号 Reference', told.reference],
  ];
  byId('packet').querySelector('dl').replaceChildren(...lines.flatMap(([name, words]) => [
    Object.assign(document.createElement('dt'), { textContent: name }),
    Object.assign(document.createElement('dd'), { textContent: words })]));
  byId('packet').hidden = false;
  byId('packet').scrollIntoView();
  byId('packet').focus();
}

function hidePacket() {
  byId('packet').hidden = true;
}

byId('packet').addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) {
    print();
  } else if (event.target.closest('[data-hide]')) {
    hidePacket();
  }
});
