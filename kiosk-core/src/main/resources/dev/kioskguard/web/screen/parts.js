/** Small builders of elements. Text is always set as text: nothing the guard sends is read as markup. */

import { pictogram } from './pictures.js';
import { keyLabel, langOf, say } from './words.js';

export function element(name, className, ...children) {
  const node = document.createElement(name);
  if (className) {
    node.className = className;
  }
  node.append(...children);
  return node;
}

/** A ready string of the guard in an element of its own, marked with its language; it breaks only between words. */
export function sentence(name, className, text) {
  const node = element(name, `worded ${className}`.trim(), ...breakable(text));
  node.lang = langOf(text);
  return node;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** One word: a name of which only the beginning is shown, such as 欧阳** with its 的, and an amount with its 元. */
const WHOLE = /(\p{Script=Han}{1,2}\*+的?|\d[\d,.]* ?元)/u;
const HAN = /^\p{Script=Han}/u;
/** These belong to the word before them and never begin a line. */
const PARTICLE = /^[给的了着过吗呢吧们]$/u;

/** So short a text is one word, such as a family name of two characters. */
const ONE_WORD = /^\p{Script=Han}{2,3}$/u;

/** The text in parts, with a place to break between two Chinese words; punctuation breaks by itself. */
export function breakable(text) {
  if (ONE_WORD.test(text)) {
    return [element('span', 'whole', text)];
  }
  const parts = text.split(WHOLE);
  const isWhole = (i) => i % 2 === 1;
  return parts.flatMap((part, i) => (isWhole(i) ? whole(part, parts[i - 1], parts[i + 1]) : words(part)));
}

function whole(text, before, after) {
  const span = element('span', 'whole', text);
  const breaksBefore = HAN.test(before.slice(-1)) ? [element('wbr')] : [];
  const breaksAfter = HAN.test(after) && !PARTICLE.test(after[0]) ? [element('wbr')] : [];
  return [...breaksBefore, span, ...breaksAfter];
}

function words(text) {
  const parts = [''];
  let wasWord = false;
  for (const { segment } of WORDS.segment(text)) {
    const isWord = HAN.test(segment);
    if (isWord && wasWord && !PARTICLE.test(segment)) {
      parts.push(element('wbr'), '');
    }
    parts[parts.length - 1] += segment;
    wasWord = isWord;
  }
  return parts;
}

export function picture(name) {
  const image = element('img');
  image.src = `/screen/${name}.svg`;
  image.alt = '';
  return image;
}

/**
 * The large sign of a screen: a pictogram and its word, because neither may stand alone.
 *
 * A picture of the content that cannot be had is replaced by the page's own.
 */
export function sign(ownName, contentName, language) {
  const image = picture(ownName);
  if (contentName) {
    image.addEventListener('error', () => { image.src = `/screen/${ownName}.svg`; }, { once: true });
    image.src = `/screen/signs/${encodeURIComponent(contentName)}.svg`;
  }
  const figure = element('figure', 'sign', image, element('figcaption', '', say(ownName, language)));
  figure.dataset.part = 'sign';
  return figure;
}

/** The tier by shape, word and colour at once. */
export function tierMark(tier, language) {
  return element('p', 'tier', picture(`tier-${tier}`), element('span', '', say(tier, language)));
}

/** The keys that stand beside the answers have pictures of their own. */
const PICTURED = {
  stop: 'choice-stop', help: 'sign-person', pause: 'sign-pause', repeat: 'choice-repeat', slower: 'choice-slower',
};
/** A name is its own picture. */
const IS_NAME = /^surname-/;

/** A key of the terminal as it looks, by the word the guard uses for it. */
export function keyCap(key, language) {
  return element('kbd', 'key', keyLabel(key, language));
}

export function choiceButton(choice, language, mode) {
  const button = element('button', 'choice', sentence('span', 'says', choice.text));
  button.type = 'button';
  button.dataset.choice = choice.id;
  if (mode === 'plain' && !IS_NAME.test(choice.id)) {
    const beside = PICTURED[choice.id];
    button.prepend(beside ? picture(beside) : pictogram(choice.picture ?? choice.id));
  }
  if (choice.key) {
    button.prepend(keyCap(choice.key, language));
  }
  return button;
}

/** Brings the next part of a long list of answers; only seen where the list has parts, which turn by themselves too. */
export function moreButton(language) {
  const label = element('span', 'says', say('byItself', language));
  const button = element('button', 'more', label, ' ', element('span', 'part'));
  button.type = 'button';
  return button;
}

/** What the customer confirms, as pairs of name and value; the Chinese name stands in every language. */
export function fieldList(fields, language) {
  const list = element('dl', 'fields');
  for (const name of ['payee', 'account', 'amount', 'when']) {
    if (fields[name]) {
      const label = sentence('dt', '', say(name, 'zh'));
      if (language !== 'zh') {
        label.append(' ', sentence('small', '', say(name, language)));
      }
      const value = sentence('dd', '', fields[name]);
      value.dataset.field = name;
      const row = element('div', `field ${name}`, label, value);
      list.append(row);
    }
  }
  return list;
}
