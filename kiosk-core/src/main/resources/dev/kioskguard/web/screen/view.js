/** One screen of the guard as elements: what is there, in reading order. Where it stands is for the style sheets. */

import { entry } from './entry.js';
import { RAIL, duringTransfer, lookOf } from './kinds.js';
import { choiceButton, element, fieldList, picture, sentence, sign, tierMark } from './parts.js';
import { languageOf, say } from './words.js';

/** Choices of at most so many narrow letters stand beside each other. */
const SHORT_WIDTH = 12;
const TIERS = ['green', 'yellow', 'orange', 'red'];

/** Builds the article of a state; the caller puts it on the stage or into the pop-up. */
export function articleOf(state) {
  const language = languageOf(state);
  const look = lookOf(state.kind);
  const article = element('article', 'screen', strip(state, look, language));
  article.lang = language === 'zh' ? 'zh-CN' : 'en';
  Object.assign(article.dataset, { screen: state.screenId, kind: state.kind, family: look.family, layout: look.layout });
  if (TIERS.includes(state.tier)) {
    article.dataset.tier = state.tier;
  }
  if (look.sign) {
    article.append(sign(look.sign, language));
  }
  article.append(message(state, language), rail(state, language), answers(state, language));
  const tell = element('p', 'tell');
  tell.setAttribute('role', 'status');
  article.append(tell);
  return article;
}

/** The line on top: whose screen this is, how serious, and whether the voice is speaking. */
function strip(state, look, language) {
  const owner = say(look.family === 'guard' ? 'guarded' : 'bank', language);
  const header = element('header', 'strip', element('p', 'owner', owner));
  if (duringTransfer(state.kind) && TIERS.includes(state.tier)) {
    header.append(tierMark(state.tier, language));
  }
  const speaking = element('p', 'speaking', picture('voice'), element('span', '', say('playing', language)));
  speaking.hidden = true;
  header.append(speaking);
  return header;
}

function message(state, language) {
  const title = sentence('h1', '', state.title);
  title.id = 'title';
  title.tabIndex = -1;
  title.dataset.part = 'text';
  const section = element('section', 'message', title);
  const body = element('div', 'body');
  for (const line of state.body ?? []) {
    const paragraph = sentence('p', '', line);
    paragraph.dataset.part = 'text';
    body.append(paragraph);
  }
  if (body.hasChildNodes()) {
    section.append(body);
  }
  if (state.fields) {
    section.append(fieldList(state.fields, language));
  }
  if (state.code) {
    const label = say(state.kind === 'paused' ? 'codeToGoOn' : 'codeForStaff', language);
    section.append(element('p', 'code', element('span', '', label), element('strong', '', state.code)));
  }
  return section;
}

/** Stopping, help and the voice. Stop and help stand here even where the guard has not listed them. */
function rail(state, language) {
  const nav = element('nav', 'rail');
  for (const id of RAIL) {
    const offered = (state.choices ?? []).find((choice) => choice.id === id);
    const owed = duringTransfer(state.kind) && (id === 'stop' || id === 'help');
    if (offered || owed) {
      nav.append(choiceButton(offered ?? { id, text: say(id, language) }, language));
    }
  }
  return nav;
}

function answers(state, language) {
  const section = element('section', 'answers');
  if (state.typed) {
    section.append(entry(state.typed, language));
  }
  const list = element('div', 'choices');
  const others = (state.choices ?? []).filter((choice) => !RAIL.includes(choice.id));
  list.dataset.count = others.length;
  list.classList.toggle('many', others.length > 8);
  list.classList.toggle('short', others.every((choice) => widthOf(choice.text) <= SHORT_WIDTH));
  list.append(...others.map((choice) => choiceButton(choice, language)));
  if (others.length > 0) {
    section.append(list);
  }
  return section;
}

/** The width of a text in narrow letters; a Chinese character takes two. */
function widthOf(text) {
  return [...text].reduce((width, letter) => width + (letter > '\u2e7f' ? 2 : 1), 0);
}
