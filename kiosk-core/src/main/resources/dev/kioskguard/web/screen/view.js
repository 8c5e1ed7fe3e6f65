/** One screen of the guard as elements: what is there, in reading order. Where it stands is for the style sheets. */

import { attractCards } from './attract.js';
import { entry } from './entry.js';
import { APART, RAIL, duringTransfer, layoutOf, lookOf, modeOf } from './kinds.js';
import { choiceButton, element, keyCap, moreButton, picture, sentence, sign, tierMark } from './parts.js';
import { languageOf, say } from './words.js';
import { message } from './wording.js';

/** Choices of at most so many narrow letters stand beside each other. */
const SHORT_WIDTH = 12;
const TIERS = ['green', 'yellow', 'orange', 'red'];

/** Builds the article of a state; the caller puts it on the stage or into the pop-up. */
export function articleOf(state) {
  const language = languageOf(state);
  const mode = modeOf(state);
  const look = lookOf(state.kind);
  const article = element('article', 'screen', strip(state, look, language));
  article.lang = language === 'zh' ? 'zh-CN' : 'en';
  Object.assign(article.dataset, {
    screen: state.screenId,
    kind: state.kind,
    family: mode === 'audio' ? 'audio' : look.family,
    layout: layoutOf(state),
    mode,
  });
  if (TIERS.includes(state.tier)) {
    article.dataset.tier = state.tier;
  }
  if (state.outcome) {
    article.dataset.outcome = state.outcome;
  }
  const ownSign = (state.outcome === 'not-made' ? 'sign-stopped' : look.sign) ?? (mode === 'plain' ? 'sign-question' : null);
  if (ownSign || state.sign) {
    article.append(sign(ownSign ?? 'sign-question', state.sign, language));
  }
  article.append(message(state, language, mode), rail(state, language), answers(state, language));
  const tell = element('p', 'tell');
  tell.setAttribute('role', 'status');
  article.append(tell);
  if (mode === 'audio') {
    // The keypad answers; a hand that feels its way over the glass must not.
    article.querySelectorAll('.rail, .answers').forEach((part) => {
      part.hidden = true;
    });
    tell.textContent = say('byKeys', language);
    article.append(keysByEar(state, language));
  }
  return article;
}

/** For whoever stands by: every key of a customer who only listens, the answers first. */
function keysByEar(state, language) {
  const choices = (state.choices ?? []).filter((choice) => choice.key);
  const answers = choices.filter((choice) => !RAIL.includes(choice.id));
  const beside = RAIL.flatMap((id) => choices.filter((choice) => choice.id === id));
  const typed = state.typed ? [{ key: 'enter', text: say('send', language) }, { key: 'clear', text: say('erase', language) }] : [];
  const named = ({ key, text }, className) =>
    element('li', className, keyCap(key, language), ' ', sentence('span', 'says', text));
  return element(
    'ul',
    'by-ear',
    ...answers.map((choice) => named(choice, 'by-key answer')),
    element('li', 'part'),
    ...[...typed, ...beside].map((choice) => named(choice, 'by-key')),
  );
}

/** The line on top: a slogan or whose screen this is, how serious, and whether the voice is speaking. */
function strip(state, look, language) {
  const owner = state.strip
    ? sentence('p', 'owner slogan', state.strip)
    : element('p', 'owner', say(look.family === 'guard' ? 'guarded' : 'bank', language));
  const marks = element('div', 'marks');
  // "Normal" beside a warning would take the warning back.
  if (duringTransfer(state.kind) && TIERS.includes(state.tier) && state.tier !== 'green') {
    marks.append(tierMark(state.tier, language));
  }
  const speaking = element('p', 'speaking', picture('voice'), element('span', '', say('playing', language)));
  speaking.hidden = true;
  marks.append(speaking);
  return element('header', 'strip', owner, marks);
}

/** Stopping, help and the voice. Stop and help stand here even where the guard has not listed them. */
function rail(state, language) {
  const nav = element('nav', 'rail');
  nav.setAttribute('aria-label', say('always', language));
  for (const id of RAIL) {
    const offered = (state.choices ?? []).find((choice) => choice.id === id);
    const owed = duringTransfer(state.kind) && (id === 'stop' || id === 'help');
    if (offered || owed) {
      nav.append(choiceButton(offered ?? { id, text: say(id, language) }, language, modeOf(state)));
    }
  }
  nav.hidden = !nav.hasChildNodes();
  return nav;
}

function answers(state, language) {
  const mode = modeOf(state);
  const section = element('section', 'answers');
  if (state.typed) {
    section.append(entry(state.typed, language));
  }
  if (state.kind === 'idle' && state.attract?.length > 0) {
    section.append(attractCards(state.attract));
  }
  const others = (state.choices ?? []).filter((choice) => !RAIL.includes(choice.id));
  const apart = others.filter((choice) => APART.includes(choice.id));
  const usual = others.filter((choice) => !APART.includes(choice.id));
  if (usual.length > 0) {
    const list = element('div', 'choices', ...usual.map((choice) => choiceButton(choice, language, mode)));
    list.dataset.count = usual.length;
    list.classList.toggle('many', usual.length > 8);
    list.classList.toggle('short', usual.every((choice) => widthOf(choice.text) <= SHORT_WIDTH));
    list.append(moreButton(language));
    section.append(list);
  }
  if (apart.length > 0) {
    section.append(element('div', 'apart', ...apart.map((choice) => choiceButton(choice, language, mode))));
  }
  return section;
}

/** The width of a text in narrow letters; a Chinese character takes two. */
function widthOf(text) {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);
}
