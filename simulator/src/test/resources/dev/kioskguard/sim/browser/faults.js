/**
 * What is wrong with the screen that stands there, measured in millimetres: the body of an async function.
 *
 * arguments[0]: {pxPerMm, distanceMm}; returns {faults, seen}, each view of a screen that takes turns included.
 */
const [{ pxPerMm, distanceMm }] = arguments;
const { wordingsOf } = await import('/screen/fit.js');
const { showOnly } = await import('/screen/turns.js');
const CONTRAST_MIN = 7;
const HAN_MM = 9;
const TITLE_MM = 14;
const TARGET_MM = 20;
const GAP_MM = 5;
const ROUNDING_MM = 0.06;
const capitalMm = 2 * distanceMm * Math.tan((0.35 * Math.PI) / 180);
const article = document.querySelector('article');
const faults = new Set();
const SIZED = ['h1', '.body .line', '.case .line', '.field dt', '.field dd', '.code', '.code strong', 'figcaption', '.owner',
  '.choices .says', '.apart .says', '.rail .says', '.by-key .says', '.key', '.entry label', 'input', '.tell', '.card h2', '.card p'];
const seen = { texts: 0, views: 1, sizes: {} };

const isShown = (node) => !node.closest('[hidden]') && node.checkVisibility({ visibilityProperty: true });
const nameOf = (node) => `${node.tagName.toLowerCase()}.${node.className} "${node.textContent.trim().slice(0, 24)}"`;

const shares = {};
function sharesOf(style) {
  const font = `${style.fontWeight} 100px ${style.fontFamily}`;
  if (!shares[font]) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = font;
    const han = pen.measureText('国');
    shares[font] = {
      han: (han.actualBoundingBoxAscent + han.actualBoundingBoxDescent) / 100,
      capital: pen.measureText('H').actualBoundingBoxAscent / 100,
    };
  }
  return shares[font];
}

function rgba(text) {
  const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
  return { r, g, b, a };
}

function luminance({ r, g, b }) {
  const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

function contrastOf(node) {
  let behind = node;
  while (behind && rgba(getComputedStyle(behind).backgroundColor).a < 1) {
    if (getComputedStyle(behind).backgroundImage !== 'none') {
      return 0;
    }
    behind = behind.parentElement;
  }
  const [a, b] = [node, behind ?? document.body].map((n, i) =>
    luminance(rgba(getComputedStyle(n)[i === 0 ? 'color' : 'backgroundColor'])));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function checkTexts() {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const node = text.parentElement;
    if (!text.data.trim() || !isShown(node) || node.closest('.slogan ~ .marks .speaking')) {
      continue;
    }
    seen.texts++;
    const style = getComputedStyle(node);
    const emMm = parseFloat(style.fontSize) / pxPerMm;
    const share = sharesOf(style);
    if (/\p{Script=Han}/u.test(text.data) && emMm * share.han < HAN_MM - ROUNDING_MM) {
      faults.add(`small: ${(emMm * share.han).toFixed(1)} mm Chinese: ${nameOf(node)}`);
    }
    if (/[A-Z0-9]/i.test(text.data) && emMm * share.capital < capitalMm - ROUNDING_MM) {
      faults.add(`small: ${(emMm * share.capital).toFixed(1)} mm capitals: ${nameOf(node)}`);
    }
    // A Latin title is read by its capitals, which are measured above; a Chinese one stands out by its size.
    if (node.closest('h1[lang="zh-CN"]') && emMm * share.han < TITLE_MM - ROUNDING_MM) {
      faults.add(`title ${(emMm * share.han).toFixed(1)} mm: ${nameOf(node)}`);
    }
    const contrast = contrastOf(node);
    if (contrast < CONTRAST_MIN) {
      faults.add(`contrast ${contrast.toFixed(1)}: ${nameOf(node)}`);
    }
    const range = document.createRange();
    range.selectNodeContents(text);
    // The box of a letter is a good third higher than its ink.
    const air = 0.2 * parseFloat(style.fontSize);
    for (const box of range.getClientRects()) {
      if (box.left < -1 || box.top < -air || box.right > innerWidth + 1 || box.bottom > innerHeight + air) {
        faults.add(`cut off: ${nameOf(node)}`);
      }
    }
  }
}

function checkTargets() {
  const targets = [...article.querySelectorAll('button, input')].filter(isShown);
  const boxes = targets.map((target) => target.getBoundingClientRect());
  targets.forEach((target, i) => {
    const [width, height] = [boxes[i].width / pxPerMm, boxes[i].height / pxPerMm];
    if (Math.min(width, height) < TARGET_MM - ROUNDING_MM) {
      faults.add(`target ${width.toFixed(1)} x ${height.toFixed(1)} mm: ${nameOf(target)}`);
    }
    boxes.slice(i + 1).forEach((other, j) => {
      const gap = Math.hypot(
        Math.max(0, other.left - boxes[i].right, boxes[i].left - other.right),
        Math.max(0, other.top - boxes[i].bottom, boxes[i].top - other.bottom),
      ) / pxPerMm;
      if (gap < GAP_MM - ROUNDING_MM) {
        faults.add(`gap ${gap.toFixed(1)} mm: ${nameOf(target)} / ${nameOf(targets[i + j + 1])}`);
      }
    });
  });
}

function checkBoxes() {
  const parts = 'h1, h2, .line, .field, .case, .code, .sign, .sign img, figcaption, .says, .key, button, input, label, .tell, .strip, .card';
  const shown = [...article.querySelectorAll(parts)].filter(isShown);
  const boxes = shown.map((node) => node.getBoundingClientRect());
  shown.forEach((node, i) => {
    const box = boxes[i];
    if (box.width < 1 || box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
      faults.add(`cut off: ${nameOf(node)}`);
    }
    shown.slice(i + 1).forEach((other, j) => {
      const that = boxes[i + j + 1];
      const isInside = node.contains(other) || other.contains(node);
      if (!isInside && Math.min(box.right, that.right) - Math.max(box.left, that.left) > 1
          && Math.min(box.bottom, that.bottom) - Math.max(box.top, that.top) > 1) {
        faults.add(`overlap: ${nameOf(node)} / ${nameOf(other)}`);
      }
    });
  });
  // The boxes of letters are higher than their lines; a line too much is more than this.
  const slack = 0.25 * parseFloat(getComputedStyle(article).fontSize);
  const blocks = [document.documentElement, article, ...article.querySelectorAll('.message, .sign, .answers, .rail, .strip, button')];
  for (const node of blocks) {
    if (node.scrollHeight > node.clientHeight + slack || node.scrollWidth > node.clientWidth + slack) {
      if (isShown(node)) {
        faults.add(`scrolls: ${nameOf(node)} ${node.scrollWidth}x${node.scrollHeight} in ${node.clientWidth}x${node.clientHeight}`);
      }
    }
  }
}

/** How large each sort of text is at its smallest, in pixels. */
function checkSizes() {
  for (const css of SIZED) {
    for (const node of [...article.querySelectorAll(css)].filter(isShown)) {
      seen.sizes[css] = Math.min(seen.sizes[css] ?? Infinity, parseFloat(getComputedStyle(node).fontSize));
    }
  }
}

/** The boxes of the letters of a label; the box of a letter is higher than its ink. */
function lettersOf(node) {
  const air = 0.2 * parseFloat(getComputedStyle(node).fontSize);
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const boxes = [];
  while (walker.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    boxes.push(...[...range.getClientRects()].map(({ left, right, top, bottom }) =>
      ({ left, right, top: top + air, bottom: bottom - air })));
  }
  return boxes.filter((box) => box.right - box.left >= 1);
}

/** No letter of a key's label meets its cap, its picture or its frame, and no name is broken. */
function checkLabels() {
  const AIR_PX = 2;
  const meets = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > -AIR_PX
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0;
  for (const button of [...article.querySelectorAll('button')].filter(isShown)) {
    const frame = button.getBoundingClientRect();
    const border = parseFloat(getComputedStyle(button).borderLeftWidth);
    const beside = [...button.querySelectorAll('.key, img, svg')].map((node) => node.getBoundingClientRect());
    const letters = [...button.querySelectorAll('.says')].flatMap(lettersOf);
    if (letters.some((box) => beside.some((other) => meets(box, other)))
        || beside.some((box, i) => beside.slice(i + 1).some((other) => meets(box, other)))) {
      faults.add(`meets: ${nameOf(button)}`);
    }
    if ([...letters, ...beside].some((box) => box.left < frame.left + border + AIR_PX
        || box.right > frame.right - border - AIR_PX || box.top < frame.top || box.bottom > frame.bottom)) {
      faults.add(`out of its key: ${nameOf(button)}`);
    }
  }
  for (const name of [...article.querySelectorAll('.whole, [data-choice^="surname-"] .says')].filter(isShown)) {
    if (new Set(lettersOf(name).map((box) => Math.round(box.top))).size > 1) {
      faults.add(`broken: ${nameOf(name)}`);
    }
  }
}

/** No line begins with a character that belongs to the word before it. */
function checkTorn() {
  const PARTICLE = /[给的了着过吗呢吧们]/u;
  const topOf = ([node, at]) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().top;
  };
  for (const line of [...article.querySelectorAll('h1, .line, .says')].filter(isShown)) {
    const letters = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      letters.push(...Array.from(walker.currentNode.data, (_, at) => [walker.currentNode, at]));
    }
    letters.forEach((letter, i) => {
      const before = letters[i - 1];
      if (before && PARTICLE.test(letter[0].data[letter[1]]) && /\p{Script=Han}/u.test(before[0].data[before[1]])
          && topOf(letter) > topOf(before) + 2) {
        faults.add(`torn: ${nameOf(line)}`);
      }
    });
  }
}

/** In the mode of few words every answer but a name has a picture, and no two of one screen have the same. */
function checkPictograms() {
  if (article.dataset.mode !== 'plain') {
    return;
  }
  const drawings = new Set();
  for (const choice of [...article.querySelectorAll('.choice:not([data-choice^="surname-"])')].filter(isShown)) {
    const picture = choice.querySelector('img, svg');
    const drawing = picture?.src ?? picture?.innerHTML;
    if (!picture || !isShown(picture) || drawings.has(drawing)) {
      faults.add(`no picture of its own: ${nameOf(choice)}`);
    }
    drawings.add(drawing);
  }
}

/** The facts, the code and the first two lines in the customer's language: what it is about, and what to do. */
function checkKept(view) {
  const own = [...article.querySelectorAll('.body .line')].filter((line) => line.lang === article.lang);
  const isPlain = article.dataset.mode === 'plain';
  const fields = [...article.querySelectorAll('.field')];
  const isBlocks = article.dataset.wording === 'blocks';
  // Few words at a time keep what to do while those of their language are in view; everybody else keeps both, but for
  // who is told in two languages by turns.
  const keptOfFew = own.some(isShown) ? own.slice(view > 0 ? 1 : 0, 2) : [];
  const lines = isPlain || isBlocks && view > 0 ? keptOfFew : own.slice(fields.length > 0 ? 1 : 0, 2);
  for (const node of [...article.querySelectorAll('h1, .code'), ...fields, ...lines]) {
    if (!isShown(node)) {
      faults.add(`gone: ${nameOf(node)}`);
    }
  }
  if (isPlain && [...article.querySelectorAll('.body .line')].filter(isShown).length > 2) {
    faults.add(`wordy: view ${view}`);
  }
}

// One group alone stays as it is.
const words = article.dataset.wording === 'whole' ? [] : wordingsOf(article)[article.dataset.wording] ?? [];
if (words.length > 1 && !(isShown(article.querySelector('.turn')) && article.querySelector('.turn').ariaLabel)) {
  faults.add('nothing tells that more words come');
}
seen.views = Math.max(words.length, 1);
const more = article.querySelector('.more');
const pages = article.matches('.paged') ? Number(more.querySelector('.part').textContent.split('/')[1]) : 1;
for (let view = 0; view < Math.max(words.length, pages, 1); view++) {
  if (words.length > 0) {
    showOnly(words, view % words.length);
  }
  checkKept(view % Math.max(words.length, 1));
  checkSizes();
  checkLabels();
  checkTorn();
  checkPictograms();
  checkTexts();
  checkTargets();
  checkBoxes();
  if (pages > 1) {
    more.click();
  }
}
return { faults: [...faults], seen };
