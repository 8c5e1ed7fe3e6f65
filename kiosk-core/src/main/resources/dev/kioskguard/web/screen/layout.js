/** Lays a screen out, and sets turning what does not fit at once. */

import { fit } from './fit.js';
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
      more.querySelector('.part').textContent = `${index + 1}/${pages.length}`;
    });
    more.addEventListener('click', () => {
      turns.turnByHand();
      more.querySelector('.says').textContent = say('more', article.lang === 'en' ? 'en' : 'zh');
    }, { signal });
  }
  return words.length > 1 ? new Turns(words, slowness, signal) : null;
}
