/** Tells, by text, tone and voice, before silence ends a screen. Expiry itself is for the guard. */

import { lookOf } from './kinds.js';
import { chime } from './tone.js';
import { keyLabel, languageOf, say } from './words.js';

const WARNING_MS = 20_000;

export class Expiry {
  #answers;
  #speech;
  #timer = null;
  #expiresAt = null;
  #isTold = false;

  constructor(answers, speech, signal) {
    this.#answers = answers;
    this.#speech = speech;
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Takes the time-out of a state; one that has moved after it was told is told to have moved. */
  follow(state) {
    if (!isWaitedFor(state) || state.expiresAt === this.#expiresAt) {
      return;
    }
    this.#expiresAt = state.expiresAt;
    clearTimeout(this.#timer);
    if (this.#isTold) {
      this.#isTold = false;
      this.#answers.announce(say('extended', languageOf(state)));
      this.#say('extended', [state.voice?.extended], state);
    }
    const left = Date.parse(state.expiresAt ?? '') - Date.now();
    if (left > 0) {
      this.#timer = setTimeout(() => this.#tell(state), Math.max(0, left - WARNING_MS));
    }
  }

  #tell(state) {
    this.#isTold = true;
    this.#answers.announce(soonOver(state));
    this.#say('soonOver', state.voice?.ending ?? [], state);
  }

  /** The tone comes first: it makes whoever has stopped listening listen. */
  async #say(occasion, clips, state) {
    await chime(occasion);
    this.#speech.say(clips.filter(Boolean), state);
  }
}

/** A tip comes and goes; what may be answered is waited for. */
function isWaitedFor(state) {
  const { proofs, waits } = lookOf(state.kind);
  return proofs.length > 0 || (Boolean(waits) && state.choices?.length > 0);
}

function soonOver(state) {
  const language = languageOf(state);
  const choices = state.choices ?? [];
  // Either of them makes the guard wait as long again.
  const longer = choices.find(({ id }) => id === 'slower') ?? choices.find(({ id }) => id === 'repeat');
  if (!(state.extensions > 0) || !longer) {
    return say(state.kind === 'notice' ? 'soonOverNotice' : 'soonOver', language);
  }
  return `${say('soonOverBut', language)} ${longer.key ? keyLabel(longer.key, language) : longer.text}`;
}
