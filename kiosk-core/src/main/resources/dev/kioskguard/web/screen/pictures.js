/** What each answer looks like to whoever reads little: strokes on 48 by 48, drawn for this project. */

const head = (x, y, r) => `M${x + r} ${y}a${r} ${r} 0 1 1-${2 * r} 0 ${r} ${r} 0 0 1 ${2 * r} 0`;
const HANDSET = 'M8 12l7 1 3 9-5 4c2 5 5 8 9 9l4-4 9 3 1 7c-2 3-4 3-7 3C16 44 5 33 5 19c0-3 1-5 3-7z';
const PAPER = 'M10 4h20l8 8v32H10z';
const PHONE = 'M13 4h22v40H13zM22 38h4';
const BUBBLE = 'M5 7h38v25H24l-9 9v-9H5z';
const HOUSE = 'M5 24L24 7l19 17M11 20v21h26V20';
const SHIELD = 'M24 4l17 6v13c0 10-6 17-17 21C13 40 7 33 7 23V10z';

/** By name; a drawing that begins with a dash is drawn in dashes, for what is not there. */
const DRAWINGS = {
  back: 'M20 10L6 24l14 14M6 24h36',
  badge: `${SHIELD}M24 13l3 6 7 1-5 5 1 7-6-3-6 3 1-7-5-5 7-1z`,
  bag: 'M9 17h30l3 25H6zM16 22v-8a8 8 0 0 1 16 0v8',
  bank: 'M5 18L24 6l19 12zM10 24v12M20 24v12M28 24v12M38 24v12M5 42h38',
  banknote: `M4 12h40v24H4z${head(24, 24, 5)}M11 19v10M37 19v10`,
  bed: `M4 9v33M4 34h40v8M44 34v-5c0-6-4-9-9-9H19v14${head(11, 25, 3)}`,
  book: 'M24 12c-4-4-10-5-19-4v30c9-1 15 0 19 4 4-4 10-5 19-4V8c-9-1-15 0-19 4zM24 12v30',
  bottle: 'M15 5h18v8H15zM11 43V21c0-5 3-8 7-8h12c4 0 7 3 7 8v22zM24 22v14M17 29h14',
  briefcase: 'M5 15h38v26H5zM17 15V8h14v7M5 27h38M24 24v6',
  bubble: `${BUBBLE}M14 16h20M14 23h12`,
  bubbles: 'M4 6h25v17H17l-6 7v-7H4zM34 18h10v16h-5v8l-8-8H20v-4',
  bulb: 'M17 33c-6-4-8-9-8-14a15 15 0 0 1 30 0c0 5-2 10-8 14zM18 43h12M24 33V22',
  calendar: `M6 10h36v32H6zM6 20h36M15 5v9M33 5v9M17 31l5 5 9-10`,
  card: 'M4 10h40v28H4zM4 19h40M11 30h4M20 30h4M29 30h8',
  cart: `M3 8h7l6 22h22l5-16H12${head(19, 40, 3)}${head(35, 40, 3)}`,
  chart: 'M7 6v35h35M13 33l9-11 6 7 12-16M31 13h9v9',
  coinBack: `${head(32, 15, 9)}M32 11v8M42 36H7M15 28l-8 8 8 8`,
  coinOut: `${head(13, 15, 9)}M13 11v8M4 36h20M18 29l7 7-7 7${head(38, 18, 5)}M30 42c0-16 16-16 16 0`,
  coins: 'M8 13c0-8 32-8 32 0s-32 8-32 0zM8 13v22c0 8 32 8 32 0V13M8 24c0 8 32 8 32 0',
  dots: `${head(10, 24, 3)}${head(24, 24, 3)}${head(38, 24, 3)}`,
  envelope: `M9 4h30v40H9zM9 5l15 13L39 5${head(24, 30, 5)}`,
  eye: `M4 24c10-17 30-17 40 0-10 17-30 17-40 0z${head(24, 24, 6)}`,
  eyeShut: 'M4 19c10 15 30 15 40 0M12 29l-4 7M24 32v8M36 29l4 7',
  family: `${head(10, 12, 5)}${head(38, 12, 5)}${head(24, 24, 4)}M3 42V31c0-9 13-10 15-3`
    + 'M30 28c2-7 15-6 15 3v11M16 43c0-13 16-13 16 0',
  globe: `${head(24, 24, 19)}M5 24h38M24 5c-13 11-13 27 0 38M24 5c13 11 13 27 0 38`,
  group: `${BUBBLE}${head(14, 19, 2)}${head(24, 19, 2)}${head(34, 19, 2)}`,
  history: 'M42 26A18 18 0 1 1 37 12M38 4v9h-9M24 15v11h8',
  home: `${HOUSE}M24 37l-7-7a4 4 0 0 1 7-5 4 4 0 0 1 7 5z`,
  hospital: 'M7 15h34v27H7zM24 20v14M17 27h14M17 15V6h14v9',
  hourglass: 'M12 5h24M12 43h24M15 5v8l18 22v8M33 5v8L15 35v8',
  house: `${HOUSE}M20 41V30h8v11`,
  key: `${head(15, 33, 8)}M21 27L41 7M35 13l6 6M28 20l5 5`,
  ledger: 'M8 5h32v38H8zM14 14h20M14 24h20M14 34h20',
  lock: 'M9 22h30v20H9zM16 22v-7a8 8 0 0 1 16 0v7M24 29v6',
  medical: 'M17 5h14v12h12v14H31v12H17V31H5V17h12z',
  meeting: `${head(10, 11, 5)}${head(38, 11, 5)}M10 43V25l14 7 14-7v18M10 25l6-4M38 25l-6-4`,
  mine: `${head(17, 14, 7)}M4 43c0-21 26-21 26 0${head(38, 30, 6)}M38 28v4`,
  no: 'M4 4h40v40H4zM16 16l16 16M32 16L16 32',
  nobody: `${head(24, 14, 9)}M6 44c0-22 36-22 36 0M5 5l38 38`,
  none: `-${head(24, 24, 19)}`,
  paper: `${PAPER}M17 20h14M17 28h14M17 36h8`,
  paperNone: `-${PAPER}`,
  paperWrong: `${PAPER}M17 21l14 14M31 21L17 35`,
  parcel: 'M6 15l18-9 18 9v19l-18 9-18-9zM6 15l18 9 18-9M24 24v19',
  pen: 'M38 16v-4l-8-8H10v40h12M28 43l2-8 11-11 5 5-11 11z',
  people: `${head(13, 14, 6)}${head(35, 14, 6)}M3 42c0-19 20-19 20 0M25 42c0-19 20-19 20 0`,
  percent: `M38 9L10 39${head(13, 13, 6)}${head(35, 35, 6)}`,
  phone: HANDSET,
  phoneApps: `${PHONE}M19 13h3M27 13h3M19 22h3M27 22h3M19 31h3M27 31h3`,
  phoneIn: `${HANDSET}M44 4L29 19M29 9v10h10`,
  phoneNone: `${HANDSET}M28 10h.1M36 10h.1M44 10h.1`,
  phoneOut: `${HANDSET}M29 19L44 4M34 4h10v10`,
  phonePaper: `${PHONE}M19 13h10M19 21h10M19 29h5`,
  photo: `M5 8h38v32H5zM10 36l10-13 8 9 5-5 7 8${head(33, 17, 3)}`,
  question: 'M14 16a10 10 0 1 1 14 9c-3 2-4 4-4 8M24 42v.1',
  refund: `${PAPER}M17 25h9a6 6 0 0 1 0 12h-7M22 19l-6 6 6 6`,
  returns: `M40 17A17 17 0 1 0 41 29M41 6v12H29${head(24, 24, 5)}`,
  ring: `${head(24, 31, 12)}M17 7h14l4 6-11 6-11-6z`,
  roller: 'M7 7h28v11H7zM35 12h7v13H24v6M24 31v12',
  seal: `${PAPER}M17 14h8${head(25, 31, 6)}`,
  shop: 'M6 20l4-13h28l4 13c0 8-9 8-9 0 0 8-9 8-9 0 0 8-9 8-9 0 0 8-9 8-9 0zM9 27v15h30V27',
  speech: `${head(15, 14, 7)}M3 42c0-20 24-20 24 0M33 16c3 4 3 9 0 13M39 11c6 7 6 16 0 23`,
  stranger: `${head(16, 15, 7)}M3 43c0-21 26-21 26 0M33 11a5 5 0 1 1 7 5c-2 1-2 2-2 5M38 29v.1`,
  task: `${PHONE}M19 14l3 3 6-7M19 28l3 3 6-7`,
  tick: `${head(24, 24, 20)}M14 25l7 8 13-16`,
  told: `${BUBBLE}${head(24, 19, 6)}`,
  triangle: 'M24 5l20 36H4zM24 18v10M24 35v.1',
  trophy: 'M14 6h20v13a10 10 0 0 1-20 0zM14 11H5c0 8 4 12 10 12M34 11h9c0 8-4 12-10 12M24 29v9M14 42h20',
  whoseHouse: `${HOUSE}M20 25a4 4 0 1 1 6 4c-2 1-2 2-2 3M24 37v.1`,
};

/** By the id of the choice; two that are asked beside each other never look the same. */
const PICTURES = {
  'family-support': 'family', goods: 'bag', rent: 'key', house: 'house', renovation: 'roller', 'repay-debt': 'coinBack',
  'lend-to-friend': 'coinOut', medical: 'medical', school: 'book', investment: 'chart', other: 'dots', refund: 'refund',
  subsidy: 'banknote', 'safe-account': 'lock', 'police-check': 'badge', 'loan-deposit': 'percent', 'task-job': 'task',
  'prize-fee': 'trophy', yes: 'tick', no: 'no', relative: 'family', friend: 'people', colleague: 'briefcase',
  'met-online': 'globe', stranger: 'stranger', 'in-person': 'meeting', 'by-phone': 'phone', app: 'phoneApps',
  group: 'group', nobody: 'nobody', phone: 'phone', wechat: 'bubbles', qq: 'bubble', 'contract-supervised': 'seal',
  'contract-seller': 'pen', 'told-account': 'told', 'no-contract': 'paperNone', 'own-home': 'house',
  'family-home': 'home', 'someone-elses': 'whoseHouse', 'quote-paper': 'paper', 'quote-phone': 'phonePaper',
  'no-quote': 'paperNone', 'written-paper': 'pen', 'earlier-transfers': 'ledger', 'spoken-only': 'speech',
  'met-lately': 'calendar', 'met-before': 'history', 'never-met': 'stranger', 'daily-goods': 'bag', gold: 'ring',
  'health-goods': 'bottle', 'virtual-goods': 'card', 'seen-in-shop': 'shop', 'ordered-online': 'cart',
  'bought-to-send': 'parcel', 'bank-adviser': 'bank', 'own-idea': 'bulb', 'teacher-or-group': 'group',
  'net-friend': 'globe', 'spoke-patient': 'bed', 'spoke-hospital': 'hospital', 'caller-only': 'phoneIn',
  'not-reached': 'phoneNone', 'spoke-myself': 'phoneOut', 'they-rang': 'phoneIn', 'message-only': 'bubble',
  'others-spoke': 'speech', 'viewed-home': 'eye', 'viewed-pictures': 'photo', 'not-viewed': 'eyeShut',
  'school-notice': 'seal', 'asked-teacher': 'meeting', 'group-message': 'group', 'pay-service': 'banknote',
  'gift-money': 'envelope', 'deposit-or-fee': 'coins', 'cannot-say': 'question', 'lives-there': 'house',
  'deal-there': 'shop', unaware: 'question',
  // A tick says "right, go on" and a cross "wrong": neither is for what must be thought over.
  'not-happening': 'none', happening: 'triangle', 'not-yet': 'hourglass', wrong: 'paperWrong', understood: 'bulb',
  confirm: 'coinOut', 'go-back': 'back', done: 'tick', cheated: 'triangle',
  'comprehension.true': 'coinOut', 'comprehension.false-mine': 'mine', 'comprehension.false-back': 'returns',
};

/** Whether an answer has a pictogram of its own. */
export function isPictured(id) {
  return DRAWINGS[PICTURES[id]] !== undefined;
}

/** The pictogram of an answer, in the colour of its words; of one that nobody has drawn, three dots. */
export function pictogram(id) {
  const drawing = DRAWINGS[PICTURES[id]] ?? DRAWINGS.dots;
  const dashed = drawing.startsWith('-');
  const picture = svg('svg', { viewBox: '0 0 48 48', class: 'pictogram', 'aria-hidden': 'true' });
  picture.append(svg('path', { d: dashed ? drawing.slice(1) : drawing, 'stroke-dasharray': dashed ? '6 8' : 'none' }));
  return picture;
}

function svg(name, attributes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  return node;
}
