/** The cards that an idle machine shows, one after the other in the same place. */

import { element, sentence } from './parts.js';

const CARD_MS = 8000;

/** All cards lie on top of each other, so that nothing moves when the next one comes. */
export function attractCards(cards) {
  const stack = element('div', 'attract', ...cards.map(cardOf));
  stack.firstChild.classList.add('front');
  return stack;
}

/** Brings the next card to the front every few seconds, unless the customer's system asks for no motion. */
export function turnCards(article, signal) {
  const cards = [...article.querySelectorAll('.attract > *')];
  if (cards.length < 2 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
    return;
  }
  let at = 0;
  const timer = setInterval(() => {
    at = (at + 1) % cards.length;
    cards.forEach((card, i) => card.classList.toggle('front', i === at));
  }, CARD_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

function cardOf({ title, lines, sign }) {
  const text = element('div', '', sentence('h2', '', title), ...(lines ?? []).map((line) => sentence('p', '', line)));
  const card = element('section', 'card', text);
  if (sign) {
    const image = element('img');
    image.alt = '';
    image.src = `/screen/signs/${encodeURIComponent(sign)}.svg`;
    card.prepend(image);
  }
  return card;
}
