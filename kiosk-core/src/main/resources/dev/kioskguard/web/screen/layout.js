/** Lays a screen out, and sets turning what does not fit at once. */

import { fit } from './fit.js';
import { element } from './parts.js';
import { Turns } from './turns.js';
import { say } from './words.js';

/** Those who need it slowly get half as much time again. */
const SLOWNESS = { elder: 1.5, plain: 1.5 };

/** Fits an article and starts its turns; returns the turns of its words, or null where all of them are in view. */
export function layOut(article, signal) {
  const { words, pages } = fit(article);
  const slowness = SLOWNESS[article.dataset.mode] ?? 1;
  if (pages.length > 1) {
    const more = article.querySelector('.more');
    const turns = new Turns(pages, slowness, signal, (index) => {
      article.querySelectorAll('.part').forEach((part) => {
        part.textContent = `${index + 1}/${pages.length}`;
      });
    });
    more.addEventListener('click', () => {
      turns.turnByHand();
      more.querySelector('.says').textContent = say('more', article.lang === 'en' ? 'en' : 'zh');
    }, { signal });
  }
  if (words.length < 2) {
    return null;
  }
  const mark = article.querySelector('.turn');
  mark.append(...words.map(() => element('i')));
  const language = article.lang === 'en' ? 'en' : 'zh';
  return new Turns(words, slowness, signal, (index) => {
    mark.ariaLabel = `${say('part', language)}${index + 1}/${words.length}`;
    [...mark.children].forEach((dot, i) => dot.classList.toggle('now', i === index));
  });
}
