/** The desk: signs somebody in, follows the pages of this machine or branch, and rings when they are wanted. */

import * as after from '/desk/after.js';
import * as alarm from '/desk/alarm.js';
import { pathOf, send } from '/desk/api.js';
import * as branch from '/desk/branch.js';
import * as drafts from '/desk/drafts.js';
import * as drill from '/desk/drill.js';
import { draw } from '/desk/pages.js';
import * as passkey from '/desk/passkey.js';
import { choose, offer } from '/desk/staff.js';

const AGAIN_MS = 2_000;
const LOOK_EVERY_MS = 15_000;
/** Two looks that failed, and a little. */
const STALE_AFTER_MS = 35_000;
const UNTAKEN = new Set(['raised', 'delivered', 'escalated', 'undelivered']);

const pages = new Map();
let me = null;
let source = null;
let heard = Date.now();

const byId = (id) => document.getElementById(id);
const signInForm = byId('sign-in');

function arrive(staff) {
  me = staff;
  byId('who').hidden = false;
  byId('who').firstElementChild.textContent = staff.name;
  byId('notify').hidden = !alarm.mayAsk();
  signInForm.hidden = true;
  passkey.hideWayIn();
  if (staff.firstPin) {
    choose(begin);
    return;
  }
  offer(staff);
  passkey.offer(staff);
  after.offer(staff);
  drafts.offer(staff);
  drill.offer(staff);
  byId('open').hidden = false;
  byId('ended').hidden = false;
  follow();
}

function leave() {
  me = null;
  source?.close();
  pages.clear();
  show();
  offer(null);
  passkey.offer(null);
  after.offer(null);
  drafts.offer(null);
  drill.offer(null);
  branch.tell(null);
  for (const id of ['who', 'open', 'ended', 'stale', 'choose']) {
    byId(id).hidden = true;
  }
  signInForm.hidden = false;
  passkey.offerWayIn(arrive);
  signInForm.elements.staff.focus();
}

function follow() {
  source?.close();
  source = new EventSource('/desk/events');
  source.addEventListener('pages', (event) => take(JSON.parse(event.data)));
  source.addEventListener('page', (event) => {
    const page = JSON.parse(event.data);
    pages.set(page.id, page);
    fresh();
    show();
  });
  source.addEventListener('drill', (event) => {
    drill.show(JSON.parse(event.data));
    drill.scores().catch(() => {});
    fresh();
    ring();
  });
  source.addEventListener('branch', (event) => branch.tell(JSON.parse(event.data)));
  source.onerror = () => {
    byId('stale').hidden = false;
    // A browser reconnects by itself after a broken line, but never after a refusal.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(begin, AGAIN_MS);
    }
  };
}

function take(all) {
  pages.clear();
  all.forEach((page) => pages.set(page.id, page));
  fresh();
  show();
}

function fresh() {
  heard = Date.now();
  byId('stale').hidden = true;
}

function show() {
  draw(pages.values(), me, leave);
  branch.mark();
  pages.forEach(seen);
  ring();
}

function ring() {
  const mine = [...pages.values()].filter((page) => UNTAKEN.has(page.state) && page.calls.includes(me?.role));
  alarm.ringFor(mine.length ? mine : drill.calls());
}

/** Only a page that stands on somebody's screen is delivered. */
function seen(page) {
  if (me?.answersPages && (page.state === 'raised' || page.state === 'undelivered')
      && document.visibilityState === 'visible') {
    send('POST', `${pathOf(page.id)}/delivery`).catch(() => {});
  }
}

/** A line can be dead without an error, as after a sleep: what is asked for and answered is fresh. */
async function look() {
  if (me === null || me.firstPin) {
    return;
  }
  try {
    take(await send('GET', '/desk/pages'));
    await drill.look();
    if (branch.isShown()) {
      branch.tell(await send('GET', '/desk/branch'));
    }
    if (source.readyState === EventSource.CLOSED) {
      follow();
    }
  } catch (refused) {
    if (refused.status === 401) {
      leave();
      return;
    }
  }
  byId('stale').hidden = Date.now() - heard < STALE_AFTER_MS;
}

signInForm.addEventListener('submit', async (event) => {
  event.preventDefault();
  alarm.allow();
  const said = signInForm.querySelector('.said');
  const { staff, pin } = signInForm.elements;
  const button = signInForm.querySelector('button');
  said.textContent = '正在登录… Signing in…';
  button.disabled = true;
  try {
    const who = await send('POST', '/desk/session', { staff: staff.value.trim(), pin: pin.value });
    signInForm.reset();
    said.textContent = '';
    arrive(who);
  } catch (refused) {
    said.textContent = refused.status === 401 ? '工号或口令不对 Wrong staff number or PIN' : refused.message;
  } finally {
    button.disabled = false;
  }
});

byId('sign-out').addEventListener('click', async () => {
  await send('DELETE', '/desk/session').catch(() => {});
  leave();
});

byId('notify').addEventListener('click', async () => {
  await alarm.ask();
  byId('notify').hidden = !alarm.mayAsk();
});

document.addEventListener('pointerdown', alarm.allow, { once: true });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') {
    look();
  }
});
addEventListener('online', look);
addEventListener('offline', () => { byId('stale').hidden = me === null; });
setInterval(look, LOOK_EVERY_MS);

async function begin() {
  try {
    arrive(await send('GET', '/desk/session'));
  } catch (refused) {
    if (refused.status === 401) {
      leave();
    } else {
      byId('stale').hidden = false;
      setTimeout(begin, AGAIN_MS);
    }
  }
}

begin();
