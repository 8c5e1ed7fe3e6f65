/** What an engineer can do to the terminal: cards, a transfer, the camera, faults. */

const CARDS = { honest: '普通卡', elder: '老年客户卡', second: '另一张卡' };
export const SIGHTINGS = {
  CALL_AT_EAR: '在打电话', PHONE_IN_HAND: '手拿手机', PAPER_NOTE: '看纸条', READING_HELD: '照着念',
  LOOKING_AWAY_OFTEN: '频频看别处', SECOND_PERSON: '旁边有人', FACE_COVERED: '遮住脸', CAMERA_BLIND: '镜头看不见',
};
const CAMERA_FAULTS = ['none', 'covered', 'dark', 'frozen', 'unplugged', 'slow', 'turned-away'];
const DEVICES = [
  'card-reader', 'pin-pad', 'camera', 'speaker', 'screen', 'lights', 'network', 'broker', 'host', 'disk',
];
const FAULTS = ['dead', 'mute', 'jam', 'slow', 'lost', 'full', 'none'];

/** Bodies by transfer, so that the host can be handed the same transfer a second time. */
const asked = new Map();
const ASKED_MAX = 100;

export function fillControls(act) {
  fillCards(act);
  fillCamera(act);
  fillFaults(act);
  const form = document.getElementById('transfer');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const transfer = transferOf(form);
    const submit = form.elements.submit.checked;
    const answer = await act('转账 transfer', '/sim/transfer', submit ? transfer : { ...transfer, submit });
    if (answer?.transferId) {
      remember(answer.transferId, transfer);
    }
  });
}

/** The body that was asked for under this id, or the form as it stands where this page does not know. */
export function submittedTransfer(transferId) {
  return asked.get(transferId) ?? transferOf(document.getElementById('transfer'));
}

function remember(transferId, transfer) {
  asked.set(transferId, transfer);
  if (asked.size > ASKED_MAX) {
    asked.delete(asked.keys().next().value);
  }
}

function transferOf(form) {
  const { name, account, amount, relation, delay, language, firstTime } = form.elements;
  const transfer = {
    kind: 'transfer',
    amount: { currency: 'CNY', minor: Math.round(Number(amount.value) * 100) },
    payee: {
      name: name.value.trim(),
      account: account.value.trim(),
      relation: relation.value,
      firstTime: firstTime.checked,
    },
    language: language.value,
  };
  return delay.value ? { ...transfer, delay: delay.value } : transfer;
}

function fillCards(act) {
  const row = document.getElementById('cards');
  for (const [card, label] of Object.entries(CARDS)) {
    row.append(button(`插入${label}`, `insert ${card}`, () =>
      act(`插卡 insert ${card}`, '/sim/card', { action: 'insert', card })));
  }
  row.append(button('取走卡', 'pull', () => act('取卡 pull', '/sim/card', { action: 'pull' })));
  row.append(button('输入密码', 'key PIN 1234', () =>
    act('密码 PIN', '/sim/keys', { keys: ['1', '2', '3', '4', 'enter'] })));
}

function fillCamera(act) {
  const row = document.getElementById('sightings');
  const boxes = Object.entries(SIGHTINGS).map(([signal, label]) => {
    const box = document.createElement('input');
    Object.assign(box, { type: 'checkbox', value: signal });
    row.append(labelled(box, label, signal));
    return box;
  });
  row.addEventListener('change', () => {
    const sightings = boxes.filter((box) => box.checked).map((box) => box.value);
    act('看到 sightings', '/sim/camera', { sightings });
  });
  const faults = document.createElement('select');
  faults.append(...CAMERA_FAULTS.map(option));
  faults.addEventListener('change', () => {
    act(`镜头 camera ${faults.value}`, '/sim/camera', { fault: faults.value });
  });
  document.getElementById('play').prepend(labelled(faults, '镜头', 'camera fault'));
  document.getElementById('play').addEventListener('submit', (event) => {
    event.preventDefault();
    act('播放 play', '/sim/camera', { play: event.target.elements.play.value.trim(), loop: true });
  });
}

function fillFaults(act) {
  const form = document.getElementById('faults');
  const { device, fault } = form.elements;
  device.append(...DEVICES.map(option));
  fault.append(...FAULTS.map(option));
  const set = new Map();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const body = { device: device.value, fault: fault.value };
    const lasting = form.elements.for.value.trim();
    if ((await act('故障 fault', '/sim/faults', lasting ? { ...body, for: lasting } : body)) === null) {
      return;
    }
    set.set(body.device, body.fault);
    showFaults(set);
  });
}

function showFaults(set) {
  const chips = [...set].filter(([, fault]) => fault !== 'none').map(([device, fault]) => {
    const chip = document.createElement('span');
    chip.textContent = `${device}: ${fault}`;
    return chip;
  });
  document.getElementById('faults-set').replaceChildren(...chips);
}

function option(value) {
  const node = document.createElement('option');
  node.value = value;
  node.textContent = value;
  return node;
}

function labelled(control, label, english) {
  const node = document.createElement('label');
  node.className = control.type === 'checkbox' ? 'tick' : '';
  // A box stands before its words, everything else below them.
  if (control.type === 'checkbox') {
    node.append(control, label, ' ', small(english));
  } else {
    node.append(label, ' ', small(english), control);
  }
  return node;
}

function button(label, english, press) {
  const node = document.createElement('button');
  node.type = 'button';
  node.append(label, ' ', small(english));
  node.addEventListener('click', press);
  return node;
}

function small(text) {
  const node = document.createElement('small');
  node.lang = 'en';
  node.textContent = text;
  return node;
}
