/** Everything on a screen stands whole and large: what does not fit at once is shown one after the other. */

import { showOnly } from './turns.js';

/** Letters reach over their line by so much of the body's height without a dot being lost; a lost line is more. */
const SLACK_EM = 0.18;
const DENSITIES = ['', 'tight', 'tighter', 'tightest', 'tightest-least'];
const PAGES_MAX = 9;
/** The end of a line whose sentence is not over. */
const GOES_ON = /[，、,]$/;
/** So few answers are always shown together. */
const ANSWERS_TOGETHER = 5;
/** In these modes the words begin in smaller parts: by blocks, by lines. */
const FEWEST_WORDS = { elder: 1, plain: 2 };
/** In these modes a view never holds more than so many answers. */
const ANSWERS_MAX = { elder: 6, plain: 6 };

/**
 * Fits an article to the screen: first with less air, then with its words in turns, then with its answers in pages.
 *
 * Returns the groups that take turns, `{words, pages}`; a single group means that all of it is in view.
 */
export function fit(article) {
  const mode = article.dataset.mode;
  const wordings = wordingsOf(article);
  const steps = Object.keys(wordings).slice(FEWEST_WORDS[mode] ?? 0);
  const choices = [...article.querySelectorAll('.choices .choice')];
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
  return groups(steps.at(-1), pagesMax);
}

/** The ways in which the words of an article can take turns, by name: groups that are in view together. */
export function wordingsOf(article) {
  // Where the law adds Chinese, the customer's own language has the first turn.
  const inOwnLanguage = (node) => Number(node.closest('.block').lang === article.lang);
  const ownFirst = (one, other) => inOwnLanguage(other) - inOwnLanguage(one);
  const blocks = [...article.querySelectorAll('.block')].sort(ownFirst);
  const lines = [...article.querySelectorAll('.block, .block > .line')]
    .filter((node) => !node.querySelector('.line'))
    .sort(ownFirst);
  const fields = [...article.querySelectorAll('.fields')].filter((node) => !lines.includes(node));
  return {
    whole: [blocks],
    blocks: blocks.map((block) => [block]),
    lines: sentencesOf(lines),
    singly: [...lines, ...fields].map((node) => [node]),
  };
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
  const wording = steps.find((step) => fits(step, denser.at(-1)));
  if (wording) {
    [loosest, ...denser].find((density) => fits(wording, density));
    return wording;
  }
  return steps.find((step) => fits(step, DENSITIES.at(-1)));
}

function fitsAs(article, groups, wording, density) {
  Object.assign(article.dataset, { density, wording });
  article.classList.toggle('paged', groups.pages.length > 1);
  article.querySelectorAll('.line, .block, .fields').forEach((node) => {
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
  const size = Math.ceil(list.length / parts) || 1;
  return Array.from({ length: Math.ceil(list.length / size) || 1 }, (_, i) => list.slice(i * size, (i + 1) * size));
}

function overflows(article) {
  const slack = SLACK_EM * parseFloat(getComputedStyle(article).fontSize);
  const controls = [...article.querySelectorAll('.answers, .rail')];
  const blocks = [article, ...article.querySelectorAll('.message, .sign, .strip, .card, button')];
  const lines = [article, ...article.querySelectorAll('h1, .line, .says, dd, .key, .tell')];
  return (
    controls.some((box) => box.scrollHeight > box.clientHeight + slack)
    || blocks.some((block) => block.scrollHeight > block.clientHeight + slack)
    || lines.some((line) => line.scrollWidth > line.clientWidth + slack)
  );
}
