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
  const revoke = document.createElement('button');
  revoke.type = 'button';
  revoke.dataset.action = 'revoke';
  revoke.textContent = '停用 Revoke';
  revoke.setAttribute('aria-label', `停用 Revoke ${staff.name}`);
  revoke.addEventListener('click', () => takeOff(staff, revoke));
  item.append(who, revoke);
  return item;
}

/** The first touch asks, the second does it. */
async function takeOff(staff, button) {
  if (button.dataset.sure === undefined) {
    button.dataset.sure = '';
    button.textContent = '确定停用？ Sure?';
    setTimeout(() => {
      delete button.dataset.sure;
      button.textContent = '停用 Revoke';
    }, SURE_MS);
    return;
  }
  await carryOut(enrolForm, async () => {
    await send('DELETE', `/desk/staff/${encodeURIComponent(staff.staff)}`);
    await list();
    say(enrolForm, `已停用 Revoked: ${staff.name}`);
  });
}

async function carryOut(form, work) {
  const button = form.querySelector('button');
  button.disabled = true;
  say(form, '正在办理… Working…');
  try {
    await work();
    if (form.querySelector('.said').textContent.startsWith('正在')) {
      say(form, '');
    }
  } catch (refused) {
    say(form, refused.status === 401 ? '原口令不对 Not the PIN of now' : refused.message);
  } finally {
    button.disabled = false;
  }
}

function say(form, words) {
  form.querySelector('.said').textContent = words;
}
