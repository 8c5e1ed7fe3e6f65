/** Signing in by a passkey where browser and address allow it, and everyone's own passkeys. */

import { send } from '/desk/api.js';
import { carryOut, say, twice } from '/desk/staff.js';

const PATH = '/desk/passkeys';
/** Browsers make passkeys for host names only, and for pages that nobody has framed. */
const isAddress = /^[0-9.]+$|^\[/.test(location.hostname);
const usable = isSecureContext && 'PublicKeyCredential' in window && !isAddress && window.top === window;

const byId = (id) => document.getElementById(id);
const door = byId('by-passkey');
const panel = byId('passkeys');
const addForm = byId('add-passkey');

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

/** Offers the way in that needs no PIN; `arrived` is told who has come in by it. */
export function offerWayIn(arrived) {
  door.hidden = !usable;
  byId('sign-in-passkey').onclick = () => signIn(arrived);
}

export function hideWayIn() {
  door.hidden = true;
  say(door, '');
}

/** Shows somebody their own passkeys, once they open them. */
export function offer(me) {
  panel.hidden = !usable || !me;
  if (panel.hidden) {
    panel.open = false;
    byId('own-passkeys').replaceChildren();
  }
}

async function signIn(arrived) {
  await carryOut(door, async () => {
    const asked = await send('POST', '/desk/session/challenge');
    const { id, response } = await ofBrowser('get', { ...asked, challenge: bytes(asked.challenge) });
    arrived(await send('POST', '/desk/session', {
      passkey: {
        id,
        user: text(response.userHandle ?? new ArrayBuffer(0)),
        clientData: text(response.clientDataJSON),
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
      },
    }));
  });
}

addForm.addEventListener('submit', async (event) => {
  event.preventDefault();
  await carryOut(addForm, async () => {
    const asked = await send('POST', `${PATH}/challenge`, { pin: addForm.elements.pin.value });
    addForm.reset();
    const { response } = await ofBrowser('create', {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: asked.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
    });
    await send('POST', PATH, {
      attestation: text(response.attestationObject), clientData: text(response.clientDataJSON),
    });
    await list();
    say(addForm, '已添加，下次可不用口令登录 Added; next time without the PIN');
  });
});

/** A browser gives no reason where somebody has thought better of it, so none is given here. */
async function ofBrowser(what, publicKey) {
  try {
    return await navigator.credentials[what]({ publicKey });
  } catch (failed) {
    throw new Error(failed.name === 'InvalidStateError'
      ? '这部手机已经添加过 This phone has one of yours already'
      : '没有完成；可以再试一次，或用口令登录 Not done; try again, or sign in with the PIN');
  }
}

panel.addEventListener('toggle', () => {
  if (panel.open) {
    list().catch((refused) => say(addForm, refused.message));
  }
});

async function list() {
  const all = await send('GET', PATH);
  byId('own-passkeys').replaceChildren(...all.map(line));
}

function line(passkey) {
  const item = document.createElement('li');
  const added = document.createElement('span');
  const when = new Date(passkey.addedAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' });
  added.textContent = `${when} 添加 Added${passkey.shared ? ' · 可在多台设备使用 on several devices' : ''}`;
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.dataset.action = 'revoke';
  remove.textContent = '删除 Remove';
  remove.setAttribute('aria-label', `删除 Remove ${when}`);
  remove.addEventListener('click', () => twice(remove, '确定删除？ Sure?', () => carryOut(addForm, async () => {
    await send('DELETE', `${PATH}/${encodeURIComponent(passkey.id)}`);
    await list();
    say(addForm, '已删除 Removed');
  })));
  item.append(added, remove);
  return item;
}
