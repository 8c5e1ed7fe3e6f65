/** The desk: signs in, follows the pages of this machine, and says what the person in front of it decides. */

const STATES = {
  raised: '新呼叫 New', delivered: '已送达 Delivered', acknowledged: '已有人前往 Acknowledged',
  escalated: '已上报负责人 Escalated', undelivered: '无人收到，已上报 Undelivered', resolved: '已结束 Ended',
};
const TIERS = { green: '正常 Green', yellow: '留意 Yellow', orange: '慎重 Orange', red: '高风险，须两人放行 Red, two people' };
const REFUSALS = {
  'transfer-ended': '这笔转账已经结束 The transfer has ended',
  'not-held': '客户的屏幕不在等待状态，暂不能放行 Not held, so nothing to release',
  'too-many': '尝试过多，请稍候再试 Too many tries; wait a moment',
  'journal-failed': '机器无法保存记录，没有执行 Not written, so not done',
  'inbox-full': '机器繁忙，请再试一次 Busy; try again',
};

const pages = new Map();
let me = null;
let source = null;

const byId = (id) => document.getElementById(id);
const signInForm = byId('sign-in');

async function send(method, path, body) {
  const init = { method, cache: 'no-store' };
  if (body) {
    init.headers = { 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init);
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) {
    const code = answer.type.split(':').pop();
    throw Object.assign(new Error(REFUSALS[code] ?? answer.detail), { status: response.status });
  }
  return answer;
}

function arrive(staff) {
  me = staff;
  byId('who').hidden = false;
  byId('who').firstElementChild.textContent = staff.name;
  signInForm.hidden = true;
  byId('open').hidden = false;
  byId('ended').hidden = false;
  follow();
}

function leave() {
  me = null;
  source?.close();
  pages.clear();
  show();
  for (const id of ['who', 'open', 'ended', 'stale']) {
    byId(id).hidden = true;
  }
  signInForm.hidden = false;
  signInForm.elements.staff.focus();
}

function follow() {
  source?.close();
  source = new EventSource('/desk/events');
  source.addEventListener('pages', (event) => {
    byId('stale').hidden = true;
    pages.clear();
    JSON.parse(event.data).forEach((page) => pages.set(page.id, page));
    show();
  });
  source.addEventListener('page', (event) => {
    const page = JSON.parse(event.data);
    pages.set(page.id, page);
    show();
  });
  source.onerror = () => {
    byId('stale').hidden = false;
    // A browser reconnects by itself after a broken line, but never after a refusal.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(begin, 2000);
    }
  };
}

/** Draws every page that is not as it was drawn; what somebody is typing stays. */
function show() {
  const drawn = new Map([...document.querySelectorAll('article[data-id]')].map((each) => [each.dataset.id, each]));
  for (const page of pages.values()) {
    const article = drawn.get(page.id) ?? blank(page);
    drawn.delete(page.id);
    fill(article, page);
    const shelf = byId(page.state === 'resolved' ? 'ended' : 'open');
    if (article.parentElement !== shelf) {
      shelf.prepend(article);
    }
    seen(page);
  }
  drawn.forEach((article) => article.remove());
  const waiting = [...pages.values()].filter((page) => page.state !== 'resolved').length;
  document.title = waiting ? `(${waiting}) 大堂经理台` : '大堂经理台';
}

/** Only a page that stands on somebody's screen is delivered. */
function seen(page) {
  if (me?.answersPages && (page.state === 'raised' || page.state === 'undelivered')
      && document.visibilityState === 'visible') {
    send('POST', `/desk/pages/${encodeURIComponent(page.id)}/delivery`).catch(() => {});
  }
}

function blank(page) {
  const article = byId('page').content.firstElementChild.cloneNode(true);
  article.dataset.id = page.id;
  article.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) {
      act(article, page.id, button);
    }
  });
  return article;
}

function fill(article, page) {
  article.dataset.tier = page.tier;
  article.dataset.state = page.state;
  article.querySelector('h2').textContent = `${page.machine} · ${TIERS[page.tier] ?? page.tier} · ${STATES[page.state]}`;
  const since = new Date(page.raisedAt).toLocaleTimeString('zh-CN');
  article.querySelector('.since').textContent = `${since} 起 · 第 ${page.level} 级 Level ${page.level}`;
  article.querySelector('.reasons').replaceChildren(...page.reasons.map(both));
  article.querySelector('.script').replaceChildren(...page.script.map(both));
  article.querySelector('.verdict').hidden = page.state === 'resolved' || !me?.answersPages;
}

function both(text) {
  const line = document.createElement('li');
  const en = document.createElement('small');
  en.lang = 'en';
  en.textContent = text.en;
  line.append(text.zh, en);
  return line;
}

async function act(article, id, button) {
  const said = article.querySelector('.said');
  const path = `/desk/pages/${encodeURIComponent(id)}`;
  button.disabled = true;
  try {
    if (button.dataset.say) {
      await send('POST', `${path}/${button.dataset.say}`);
    } else {
      await send('POST', `${path}/verdict`, verdict(article, button.dataset.action));
    }
    said.textContent = '好 Done';
  } catch (refused) {
    if (refused.status === 401) {
      leave();
    }
    said.textContent = refused.status === 403 ? '核对码不对，请看客户屏幕 Not the code on the screen' : refused.message;
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
  if (action === 'release' && !/^[0-9]{4}$/.test(code)) {
    throw new Error('请输入客户屏幕上的四位核对码 Enter the four digits on the screen');
  }
  const decided = { actionId: crypto.randomUUID(), action, reason };
  return action === 'release' ? { ...decided, code } : decided;
}

signInForm.addEventListener('submit', async (event) => {
  event.preventDefault();
  const said = signInForm.querySelector('.said');
  const { staff, pin } = signInForm.elements;
  said.textContent = '';
  try {
    const who = await send('POST', '/desk/session', { staff: staff.value.trim(), pin: pin.value });
    signInForm.reset();
    arrive(who);
  } catch (refused) {
    said.textContent = refused.status === 401 ? '工号或口令不对 Wrong staff number or PIN' : refused.message;
  }
});

byId('who').querySelector('button').addEventListener('click', async () => {
  await send('DELETE', '/desk/session').catch(() => {});
  leave();
});

document.addEventListener('visibilitychange', () => pages.forEach(seen));

async function begin() {
  try {
    arrive(await send('GET', '/desk/session'));
  } catch (refused) {
    if (refused.status === 401) {
      leave();
    } else {
      byId('stale').hidden = false;
      setTimeout(begin, 2000);
    }
  }
}

begin();
