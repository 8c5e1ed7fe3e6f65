/** The desk beside the terminal: how its pages stand, the line to the branch, and who is on duty. */

const WHO = {
  nobody: '没有人（自己来） you yourself', prompt: '很快就到 prompt', slow: '来得慢 slow', absent: '不来 absent',
  wrong: '判断错误 wrong',
};
const STATES = {
  raised: '已呼叫，还没有人看到 raised', delivered: '已送达 delivered', acknowledged: '有人前往 acknowledged',
  escalated: '已上报 escalated', undelivered: '没有人看到，已上报 undelivered', resolved: '已结束 resolved',
};
const UNSEEN = new Set(['raised', 'undelivered']);

const byId = (id) => document.getElementById(id);

export function fillDesk(act) {
  const duty = byId('duty');
  duty.append(...Object.entries(WHO).map(([value, label]) => new Option(label, value)));
  duty.addEventListener('change', () => act(`在班 on duty ${duty.value}`, '/sim/staff', { as: duty.value }));
}

export function showDesk({ url, branch, broker, as, pages }) {
  byId('desk').hidden = false;
  const phone = byId('phone');
  if (phone.getAttribute('src') !== url) {
    phone.src = url;
  }
  byId('desk-link').href = url;
  byId('duty').value = as;
  byId('branch-link').hidden = branch === undefined;
  if (branch !== undefined) {
    byId('branch-link').href = elsewhere(branch);
  }
  showBroker(broker);
  byId('pages').replaceChildren(...pages.map(line));
}

/** A cookie knows no port: under another name of this machine the two desks do not sign each other out. */
function elsewhere(branch) {
  const address = new URL(branch);
  if (address.protocol === 'http:') {
    address.hostname = 'localhost';
  }
  return address.href;
}

function showBroker(broker) {
  const line = byId('broker');
  line.hidden = broker === undefined;
  if (broker !== undefined) {
    const well = broker.state === 'connected' && broker.detail === '';
    line.className = well ? '' : 'bad';
    line.textContent = `消息服务器 broker: ${broker.state}`
      + (broker.detail ? `, ${broker.detail}` : '')
      + (broker.pagesWaiting ? `; 待送达 pages waiting: ${broker.pagesWaiting}` : '');
  }
}

function line(page) {
  const item = document.createElement('li');
  item.className = UNSEEN.has(page.state) ? 'bad' : '';
  item.textContent = `${page.transferId.slice(0, 8)} · ${page.tier} · ${STATES[page.state]} · ${page.called}`;
  return item;
}
