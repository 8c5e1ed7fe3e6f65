/** Tells, by text and by a tone, before silence ends the transfer. Expiry itself is for the guard. */

import { lookOf } from './kinds.js';
import { chime } from './tone.js';
import { keyLabel, languageOf, say } from './words.js';

const WARNING_MS = 20_000;

export class Expiry {
  #answers;
  #timer = null;
  #expiresAt = null;
  #isTold = false;

  constructor(answers, signal) {
    this.#answers = answers;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Takes the time-out of a state; one that has moved after it was told is told to have moved. */
  follow(state) {
    if (lookOf(state.kind).proofs.length === 0 || state.expiresAt === this.#expiresAt) {
      return;
    }
    this.#expiresAt = state.expiresAt;
    clearTimeout(this.#timer);
    if (this.#isTold) {
      this.#isTold = false;
      this.#answers.announce(say('extended', languageOf(state)));
      chime('extended');
    }
    const left = Date.parse(state.expiresAt ?? '') - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.#tell(state), Math.max(0, left - WARNING_MS));
    }
  }

  #tell(state) {
    this.#isTold = true;
    this.#answers.announce(soonOver(state));
    chime('soonOver');
  }
}

function soonOver(state) {
  const language = languageOf(state);
  const slower = (state.choices ?? []).find((choice) => choice.id === 'slower');
  if (!(state.extensions > 0) || !slower) {
    return say('soonOver', language);
  }
  return `${say('soonOverBut', language)} ${slower.key ? keyLabel(slower.key, language) : slower.text}`;
}
