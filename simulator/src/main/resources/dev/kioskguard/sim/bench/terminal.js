/** The cabinet: keys that can be pressed, and the card, lamps and devices as the simulated world says they are. */

const PAD = [
  ['1', '1'], ['2', '2'], ['3', '3'], ['cancel', '取消'],
  ['4', '4'], ['5', '5'], ['6', '6'], ['clear', '更正'],
  ['7', '7'], ['8', '8'], ['9', '9'], ['enter', '确认'],
  ['', ''], ['0', '0'], ['', ''], ['', ''],
];
const SIDES = { 'keys-left': ['fdk01', 'fdk02', 'fdk03', 'fdk04'], 'keys-right': ['fdk05', 'fdk06', 'fdk07', 'fdk08'] };
const CARD_PLACES = {
  inside: '在机内 inside', 'at-exit': '在出卡口 at the exit', returned: '已取走 taken', retained: '已吞卡 retained', none: '无卡 none',
};
const OFF = /^(off|none|notset|false|)$/i;

export function fillKeypad(act) {
  const press = (key) => act(`按键 key ${key}`, '/sim/keys', { keys: [key] });
  document.getElementById('pad').append(...PAD.map(([key, label]) => keyCap(key, label, press)));
  for (const [side, keys] of Object.entries(SIDES)) {
    document.getElementById(side).append(...keys.map((key) => keyCap(key, `侧键${key.at(-1)}`, press)));
  }
}

function keyCap(key, label, press) {
  if (!key) {
    return document.createElement('span');
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `cap ${key}`;
  button.textContent = label;
  button.dataset.key = key;
  button.addEventListener('click', () => press(key));
  return button;
}

export function showTerminal(terminal) {
  const { card, lights, ...rest } = terminal;
  showCard(card);
  showLamps(lights);
  const facts = document.getElementById('facts');
  facts.replaceChildren();
  for (const [device, state] of Object.entries(rest)) {
    facts.append(cell('dt', device), cell('dd', plain(state)));
  }
}

function showCard(card) {
  const place = typeof card === 'object' && card !== null ? (card.place ?? card.state) : card;
  const drawn = document.getElementById('card');
  drawn.hidden = place !== 'inside' && place !== 'at-exit';
  drawn.dataset.place = place ?? 'none';
  const slot = drawn.parentElement;
  slot.dataset.says = CARD_PLACES[place] ?? plain(card);
}

function showLamps(lights) {
  const lamps = document.getElementById('lamps');
  lamps.replaceChildren();
  for (const [name, state] of Object.entries(lights ?? {})) {
    const said = plain(state);
    const lamp = cell('li', `${name} ${said}`);
    lamp.classList.toggle('lit', !OFF.test(said));
    lamps.append(lamp);
  }
}

/** One line of text for a value of whatever shape, because the world may learn to say more than this page knows. */
function plain(value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (Array.isArray(value)) {
    return value.map(plain).join(', ');
  }
  if (typeof value === 'object') {
    return Object.entries(value).map(([name, inner]) => `${name} ${plain(inner)}`).join(' · ');
  }
  return String(value);
}

function cell(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}
