/** Everything on a screen stands whole and large: what does not fit at once is shown one after the other. */

import { showOnly } from './turns.js';

/** Letters reach over their line by so much of the body's height without a dot being lost; a lost line is more. */
const SLACK_EM = 0.18;
const DENSITIES = ['', 'tight', 'tighter', 'tightest', 'tightest-least'];
const PAGES_MAX = 9;
/** The end of a line whose sentence is not over. */
const GOES_ON = /[，、,]$/;
/** So few answers are always shown together. */
const ANSWERS_TOGETHER = 6;
/** Few words and large pictures: a view never holds more than so many answers. */
const ANSWERS_MAX = { plain: 6 };
/** What it is about and what to do: so many first lines in the customer's own language make room for nothing. */
const KEPT_LINES = 2;
/** The ways in which words may take turns, by how much is in view at once. */
const WORDINGS = ['whole', 'beside', 'linesBeside'];
/** Where the law adds Chinese, that has a turn of its own: lines one by one beside the kept ones would take too many. */
const WORDINGS_OF_TWO_LANGUAGES = ['whole', 'beside', 'blocks', 'linesBeside'];
const WORDINGS_OF_FEW_WORDS = ['few'];

/**
 * Fits an article to the screen: first with less air, then with its words in turns, then with its answers in pages.
 * Title, fields and code never take turns, and the kept lines only with those of another language.
 *
 * Returns the groups that take turns, `{words, pages}`; a single group means that all of it is in view.
 */
export function fit(article) {
  const mode = article.dataset.mode;
  const wordings = wordingsOf(article);
  const usual = isForeign(article) ? WORDINGS_OF_TWO_LANGUAGES : WORDINGS;
  const steps = mode === 'plain' ? WORDINGS_OF_FEW_WORDS : usual;
  const choices = [...article.querySelectorAll(mode === 'audio' ? '.by-ear .answer' : '.choices .choice')];
  const pagesMin = Math.ceil(choices.length / (ANSWERS_MAX[mode] ?? Infinity)) || 1;
  const pagesMax = choices.length > ANSWERS_TOGETHER ? Math.max(pagesMin, PAGES_MAX) : pagesMin;
  const groups = (wording, pages) => ({ words: wordings[wording], pages: split(choices, pages) });
  const fits = (wording, density, pages) => fitsAs(article, groups(wording, pages), wording, density);
  for (let pages = pagesMin; pages <= pagesMax; pages++) {
    const wording = firstFit(steps, (step, density) => fits(step, density, pages));
    if (wording) {
      return groups(wording, pages);
    }
  }
  // Words that nobody has measured, longer than any that ship: rather one by one than cut off.
  fits('singly', DENSITIES.at(-1), pagesMax);
  return groups('singly', pagesMax);
}

/** Whether a part of the words stands in another language than the customer's. */
function isForeign(article) {
  return [...article.querySelectorAll('.body.block')].some((block) => block.lang !== article.lang);
}

/** The ways in which the words of an article can take turns, by name: groups that are in view together. */
export function wordingsOf(article) {
  const isOwn = (line) => line.closest('.block').lang === article.lang;
  const lines = [...article.querySelectorAll('.block > .line')];
  const kept = keptLines(article);
  const rest = lines.filter((line) => !kept.includes(line));
  // Where the law adds Chinese, the customer's own language has the first turn.
  const own = rest.filter((line) => isOwn(line) && !line.closest('.case'));
  const others = rest.filter((line) => !own.includes(line));
  const blocks = [...new Set(others.map((line) => line.closest('.block')))];
  const beside = (groups) => (groups.length > 0 ? groups.map((group) => [...kept, ...group]) : [kept]);
  const inBlocks = [own, ...blocks.map((block) => others.filter((line) => line.closest('.block') === block))];
  const allOwn = lines.filter((line) => isOwn(line) && !line.closest('.case'));
  const inFew = [allOwn, ...inBlocks.slice(1)].flatMap(besideTheDeed);
  return {
    whole: [lines],
    beside: beside(inBlocks.filter((group) => group.length > 0)),
    blocks: [allOwn, ...inBlocks.slice(1)],
    linesBeside: beside(sentencesOf([...own, ...others])),
    few: inFew.length > 0 ? inFew : [[]],
    singly: [...kept, ...own, ...others].map((line) => [line]),
  };
}

/**
 * The lines that stay while others take turns, in the customer's own language. Beside a table of the facts, the line
 * that says the same is not one of them.
 */
export function keptLines(article) {
  const own = [...article.querySelectorAll('.body.block > .line')]
    .filter((line) => line.closest('.block').lang === article.lang);
  return own.slice(article.querySelector('.fields') ? 1 : 0, KEPT_LINES);
}

/**
 * Lines of one language by two: the second says what to do and stays while the others take the place of the first.
 */
function besideTheDeed(lines) {
  const [first, deed, ...others] = lines;
  if (lines.length < 3) {
    return lines.length === 0 ? [] : [lines];
  }
  return [first, ...others].map((line) => [line, deed]);
}

function chunks(list, size) {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** Lines in groups, so that a sentence that goes on in the next line is not torn apart. */
function sentencesOf(lines) {
  const groups = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before?.parentElement === line.parentElement && GOES_ON.test(before.textContent)) {
      groups.at(-1).push(line);
    } else {
      groups.push([line]);
    }
  }
  return groups;
}

/**
 * The first wording that fits, in its loosest density. The tightest is tried before, as it tells at once whether looking
 * is worth while; the last density of all only serves where nothing else does.
 */
function firstFit(steps, fits) {
  const [loosest, ...denser] = DENSITIES.slice(0, -1);
  if (fits(steps[0], loosest)) {
    return steps[0];
  }
  if (!fits(steps.at(-1), DENSITIES.at(-1))) {
    return null;
  }
  const wording = (steps.includes('blocks') && inTitleOfItsSize(steps, fits))
    || steps.find((step) => fits(step, denser.at(-1)));
  if (wording) {
    [loosest, ...denser].find((density) => fits(wording, density));
    return wording;
  }
  return steps.find((step) => fits(step, DENSITIES.at(-1)));
}

/** Of two languages rather each by itself below a title of the usual size than both below a small one. */
function inTitleOfItsSize(steps, fits) {
  return steps.slice(0, steps.indexOf('blocks') + 1).find((step) => fits(step, 'tighter'));
}

function fitsAs(article, groups, wording, density) {
  Object.assign(article.dataset, { density, wording });
  article.classList.toggle('paged', groups.pages.length > 1);
  article.querySelector('.turn').hidden = groups.words.length < 2;
  article.querySelectorAll('.line, .block').forEach((node) => {
    node.hidden = false;
  });
  const views = Math.max(groups.words.length, groups.pages.length);
  for (let i = views - 1; i >= 0; i--) {
    showOnly(groups.words, i % groups.words.length);
    showOnly(groups.pages, i % groups.pages.length);
    if (overflows(article)) {
      return false;
    }
  }
  return true;
}

/** Cuts a list into so many parts of about the same length. */
function split(list, parts) {
  return list.length === 0 ? [[]] : chunks(list, Math.ceil(list.length / parts));
}

function overflows(article) {
  const slack = SLACK_EM * parseFloat(getComputedStyle(article).fontSize);
  const controls = [...article.querySelectorAll('.answers, .rail')];
  const blocks = [article, ...article.querySelectorAll('.message, .sign, .strip, .card, button')];
  const lines = [article, ...article.querySelectorAll('h1, .line, .says, dd, .key, .tell')];
  // Letters may reach over their box, a frame may not.
  const bottom = article.querySelector('.message').getBoundingClientRect().bottom;
  const framed = [...article.querySelectorAll('.case, .fields, .code, .turn')];
  return (
    framed.some((box) => box.getBoundingClientRect().bottom > bottom)
    || controls.some((box) => box.scrollHeight > box.clientHeight + slack)
    || blocks.some((block) => block.scrollHeight > block.clientHeight + slack)
    || lines.some((line) => line.scrollWidth > line.clientWidth + slack)
  );
}
