/** The pages as the desk draws them: what is known, and what the person in front of it decides. */

import { close, openClosure, showPacket } from '/desk/after.js';
import { pathOf, send } from '/desk/api.js';

const STATES = {
  raised: '新呼叫 New', delivered: '已送达，还没有人前往 Delivered, nobody on the way',
  acknowledged: '已有人前往 Somebody is on the way', escalated: '已上报，还没有人前往 Passed on, nobody on the way',
  undelivered: '没有人看到，已上报 Seen by nobody, passed on', resolved: '已结束 Ended',
};
const TIERS = { green: '正常 Green', yellow: '留意 Yellow', orange: '慎重 Orange', red: '高风险，须两人放行 Red, two people' };
const ROLES = {
  'lobby-manager': '大堂经理 Lobby manager', 'head-of-branch': '网点负责人 Head of branch', officer: '值班专员 Officer on call',
};
const DONE = {
  acknowledgement: '已告知：您正在前往 Told: you are on your way', release: '已放行，客户可继续 Released; the customer may go on',
  hold: '已暂缓，客户屏幕保持等待 Held; the customer waits', cancel: '已取消这笔转账 The transfer is cancelled',
  escalate: '已请下一级 The next level is called', close: '已登记 Written down', packet: '',
};
const WAYS = { broker: '网点消息服务器 broker', webhook: '外部通知 webhook', light: '机具提示灯 light' };
const CODE = /^[0-9]{4}$/;

const byId = (id) => document.getElementById(id);

/** As what each article was drawn last: a day's shelf is long, and whoever waits for the newest page waits for all. */
const drawnAs = new WeakMap();

/** Draws every page that is not as it was drawn; what somebody is typing stays. */
export function draw(pages, me, onSignedOut) {
  const drawn = new Map([...document.querySelectorAll('article[data-id]')].map((each) => [each.dataset.id, each]));
  for (const page of pages) {
    const article = drawn.get(page.id) ?? blank(page, onSignedOut);
    drawn.delete(page.id);
    const now = JSON.stringify([page, me]);
    if (drawnAs.get(article) !== now) {
      fill(article, page, me);
      drawnAs.set(article, now);
    }
    const shelf = byId(page.state === 'resolved' ? 'ended' : 'open');
    if (article.parentElement !== shelf) {
      shelf.prepend(article);
    }
  }
  drawn.forEach((article) => article.remove());
}

function blank(page, onSignedOut) {
  const article = byId('page').content.firstElementChild.cloneNode(true);
  article.dataset.id = page.id;
  article.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) {
      act(article, page.id, button).catch(onSignedOut);
    }
  });
  article.querySelector('.closure').addEventListener('toggle', (event) => {
    if (event.target.open) {
      fetchForm(article, page.id, event.target).catch(onSignedOut);
    }
  });
  return article;
}

/** Gets what a close-out may say; without it there is no form. Throws only where nobody is signed in any more. */
async function fetchForm(article, id, form) {
  const said = article.querySelector('.said');
  try {
    await openClosure(id, form);
    said.textContent = '';
  } catch (refused) {
    form.open = false;
    said.textContent = refused.message;
    if (refused.status === 401) {
      throw refused;
    }
  }
}

/** The last level, on which a person may call the police. */
const LEVEL_LAST = 3;

function fill(article, page, me) {
  article.dataset.tier = page.tier;
  article.dataset.machine = page.machine;
  article.dataset.state = page.state;
  article.querySelector('h2').textContent = `${page.machine} · ${TIERS[page.tier] ?? page.tier}`;
  article.querySelector('.state').textContent = STATES[page.state];
  const since = new Date(page.raisedAt).toLocaleTimeString('zh-CN');
  const called = page.calls.map((role) => ROLES[role] ?? role).join('、');
  article.querySelector('.since').textContent = `${since} 起 · 已呼叫 Called: ${called}`;
  fillWays(article.querySelector('.ways'), page);
  article.querySelector('.reasons').replaceChildren(...page.reasons.map((reason) => both(withPlace(reason))));
  article.querySelector('.script').replaceChildren(...page.script.map(both));
  article.querySelector('.verdict').hidden = page.state === 'resolved' || !me?.answersPages;
  article.querySelector('[data-say=acknowledgement]').hidden = !me?.answersPages
    || page.state === 'acknowledged' || page.state === 'resolved';
  article.querySelector('[data-packet]').hidden = page.level < LEVEL_LAST || !me?.may.includes('report');
  article.querySelector('.closure').hidden = !me?.may.includes('close');
}

/** Says which other ways have not taken the page; the same words are not said again to whoever listens. */
function fillWays(line, page) {
  const failed = Object.entries(page.ways ?? {}).filter(([, how]) => how === 'failed').map(([way]) => WAYS[way] ?? way);
  const said = failed.length === 0 ? '' : `没有送达 Not delivered: ${failed.join('、')}`;
  line.hidden = said === '' || page.state === 'resolved';
  if (line.textContent !== said) {
    line.textContent = said;
  }
}

/** Where and when a card was stopped before, as its machine has told. */
function withPlace(reason) {
  if (!reason.stopped) {
    return reason;
  }
  const { machine, at } = reason.stopped;
  const time = new Date(at).toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit' });
  return { zh: `${reason.zh}：${time} 在 ${machine}`, en: `${reason.en}: at ${machine} at ${time}` };
}

function both(text) {
  const line = document.createElement('li');
  const en = document.createElement('small');
  en.lang = 'en';
  en.textContent = text.en;
  line.append(text.zh, en);
  return line;
}

/** Carries a button out and says what came of it; throws only where nobody is signed in any more. */
async function act(article, id, button) {
  const said = article.querySelector('.said');
  const deed = button.dataset.say ?? button.dataset.action ?? ('packet' in button.dataset ? 'packet' : 'close');
  button.disabled = true;
  said.textContent = '正在办理… Working…';
  try {
    if (deed === 'packet') {
      await showPacket(id);
    } else if (deed === 'close') {
      await close(id, article.querySelector('.closure'));
    } else if (button.dataset.say) {
      await send('POST', `${pathOf(id)}/${deed}`);
    } else {
      await send('POST', `${pathOf(id)}/verdict`, verdict(article, deed));
      article.querySelector('[name=code]').value = '';
    }
    said.textContent = DONE[deed];
  } catch (refused) {
    said.textContent = refused.status === 403 && deed === 'release'
      ? '核对码不对，请看客户屏幕；三次不对后不能放行 Not the code on the screen; after three wrong ones nothing is released'
      : refused.message;
    if (refused.status === 401) {
      throw refused;
    }
  } finally {
    button.disabled = false;
  }
}

function verdict(article, action) {
  const reason = article.querySelector('[name=reason]').value.trim();
  const code = article.querySelector('[name=code]').value.trim();
  if (!reason) {
    throw new Error('请写明理由 Give a reason');
  }
  if (action === 'release' && !CODE.test(code)) {
    throw new Error('请输入客户屏幕上的四位核对码 Enter the four digits on the screen');
  }
  const decided = { actionId: crypto.randomUUID(), action, reason };
  return action === 'release' ? { ...decided, code } : decided;
}
