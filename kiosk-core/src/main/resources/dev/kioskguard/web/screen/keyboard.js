/** A keyboard at the screen: digits answer or are typed, Escape cancels, Backspace clears, Enter never goes on by itself. */

import { typeInto } from './entry.js';

/** What a keyboard has in place of the terminal's clear key. */
const ERASE = new Set(['Backspace', 'Clear', 'Delete']);

export function listenToKeyboard(article, state, signal) {
  let cleared = false;
  document.addEventListener('keydown', (event) => {
    cleared = ERASE.has(event.key) && !event.repeat && !article.querySelector('#typed');
    pressed(event, article, state);
  }, { signal });
  document.addEventListener('keyup', (event) => {
    // Where nothing is typed, clear may be an answer. Held down it is none: that says something else.
    if (cleared && ERASE.has(event.key)) {
      cleared = false;
      press(article, state, 'clear');
    }
  }, { signal });
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
    if (event.repeat) {
      return;
    }
    press(article, state, 'cancel');
  } else if (/^[\d.]$/.test(event.key) && !event.repeat && !inField) {
    event.preventDefault();
    if (field && field.inputMode === 'none') {
      typeInto(field, event.key);
    } else {
      press(article, state, event.key);
    }
  } else if (ERASE.has(event.key) && !inField) {
    event.preventDefault();
    // Held down it erases once: what a customer says by holding this key must not show on the screen.
    if (field && !event.repeat) {
      field.value = field.value.slice(0, -1);
    }
  } else if (ERASE.has(event.key) && event.repeat) {
    event.preventDefault();
  }
}

function press(article, state, key) {
  const choice = (state.choices ?? []).find((offered) => offered.key === key);
  if (choice) {
    article.querySelector(`[data-choice="${CSS.escape(choice.id)}"]`)?.click();
  }
}
