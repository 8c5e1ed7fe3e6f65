/** Who may sit at the desk: everyone's own PIN and, for the head of the branch, the roll. */

import { send } from '/desk/api.js';

export const ROLES = {
  'lobby-manager': '大堂经理 Lobby manager', 'head-of-branch': '网点负责人 Head of branch',
  officer: '值班专员 Officer on call', engineer: '工程师 Engineer',
};
/** How long a second touch that confirms is waited for. */
const SURE_MS = 5_000;

const byId = (id) => document.getElementById(id);
const chooseForm = byId('choose');
const enrolForm = byId('enrol');

let onChosen = () => {};

/** Shows the form that comes before anything else while somebody's PIN is another's choice. */
export function choose(then) {
  onChosen = then;
  chooseForm.hidden = false;
  chooseForm.elements.pin.focus();
}

chooseForm.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { pin, newPin, again } = chooseForm.elements;
  if (newPin.value !== again.value) {
    say(chooseForm, '两次输入的新口令不同 The new PINs differ');
    return;
  }
  await carryOut(chooseForm, async () => {
    await send('POST', '/desk/session/pin', { pin: pin.value, newPin: newPin.value });
    chooseForm.reset();
    chooseForm.hidden = true;
    onChosen();
  });
});

/** Shows the roll to whoever keeps it, once they open it. */
export function offer(me) {
  const panel = byId('staff');
  panel.hidden = !me?.may.includes('enrol');
  if (panel.hidden) {
    panel.open = false;
    byId('roll').replaceChildren();
  }
}

byId('staff').addEventListener('toggle', () => {
  if (byId('staff').open) {
    list();
  }
});

enrolForm.addEventListener('submit', async (event) => {
  event.preventDefault();
  const { staff, name, role, pin } = enrolForm.elements;
  await carryOut(enrolForm, async () => {
    await send('POST', '/desk/staff', {
      staff: staff.value.trim(), name: name.value.trim(), role: role.value, pin: pin.value,
    });
    enrolForm.reset();
    await list();
    say(enrolForm, '已登记；首次登录须更换口令 Enrolled; they choose a PIN of their own first');
  });
});

async function list() {
  const all = await send('GET', '/desk/staff');
  byId('roll').replaceChildren(...all.map(line));
}

function line(staff) {
  const item = document.createElement('li');
  const who = document.createElement('span');
  who.textContent = `${staff.name} · ${staff.staff} · ${ROLES[staff.role]}${staff.firstPin ? ' · 未换口令 first PIN' : ''}`;
  item.append(who);
  if (staff.passkeys > 0) {
    item.append(deed(staff, '删除通行密钥 Remove passkeys', '确定删除？ Sure?', takePasskeys));
  }
  item.append(deed(staff, '停用 Revoke', '确定停用？ Sure?', takeOff));
  return item;
}

function deed(staff, words, question, work) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.action = 'revoke';
  button.textContent = words;
  button.setAttribute('aria-label', `${words} ${staff.name}`);
  button.addEventListener('click', () => twice(button, question, () => work(staff)));
  return button;
}

/** The first touch asks, the second does it. */
export async function twice(button, question, work) {
  if (button.dataset.sure === undefined) {
    const words = button.textContent;
    const label = button.getAttribute('aria-label');
    button.dataset.sure = '';
    button.textContent = question;
    button.setAttribute('aria-label', `${question} ${label}`);
    setTimeout(() => {
      delete button.dataset.sure;
      button.textContent = words;
      button.setAttribute('aria-label', label);
    }, SURE_MS);
    return;
  }
  await work();
}

const takeOff = (staff) => carryOut(enrolForm, async () => {
  await send('DELETE', `/desk/staff/${encodeURIComponent(staff.staff)}`);
  await list();
  say(enrolForm, `已停用 Revoked: ${staff.name}`);
});

/** For a phone that is lost; the PIN still signs in. */
const takePasskeys = (staff) => carryOut(enrolForm, async () => {
  await send('DELETE', `/desk/staff/${encodeURIComponent(staff.staff)}/passkeys`);
  await list();
  say(enrolForm, `已删除通行密钥 Passkeys removed: ${staff.name}`);
});

/** Does what a form is for, and says there what came of it. */
export async function carryOut(form, work) {
  const button = form.querySelector('button');
  button.disabled = true;
  say(form, '正在办理… Working…');
  try {
    await work();
    if (form.querySelector('.said').textContent.startsWith('正在')) {
      say(form, '');
    }
  } catch (refused) {
    say(form, refused.code === 'unauthorized' ? '口令不对 Not your PIN' : refused.message);
  } finally {
    button.disabled = false;
  }
}

/** Says something where a form, or what stands for one, says what came of it. */
export function say(form, words) {
  form.querySelector('.said').textContent = words;
}
