/** A keyboard at the screen: digits answer or are typed, Escape is the cancel key, Enter never goes on by itself. */

import { typeInto } from './entry.js';

export function listenToKeyboard(article, state, signal) {
  document.addEventListener('keydown', (event) => pressed(event, article, state), { signal });
}

function pressed(event, article, state) {
  if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const field = article.querySelector('#typed');
  const inField = event.target === field;
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) {
    // A key held down presses a focused button again and again.
    event.preventDefault();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    press(article, state, 'cancel');
  } else if (/^[\d.]$/.test(event.key) && !event.repeat && !inField) {
    event.preventDefault();
    if (field && field.inputMode === 'none') {
      typeInto(field, event.key);
    } else {
      press(article, state, event.key);
    }
  } else if (event.key === 'Backspace' && field && !inField) {
    event.preventDefault();
    field.value = field.value.slice(0, -1);
  }
}

function press(article, state, key) {
  const choice = (state.choices ?? []).find((offered) => offered.key === key);
  if (choice) {
    article.querySelector(`[data-choice="${CSS.escape(choice.id)}"]`)?.click();
  }
}
