/** The customer's way back to the guard: one answer a screen, none too early, stop and help at any time. */

import { ALWAYS_TAKEN, RAIL, modeOf } from './kinds.js';
import { breakable } from './parts.js';
import { post } from './post.js';
import { languageOf, say } from './words.js';

/** A second tap of a double tap must not answer the screen that the first one brought. */
const FRESH_SCREEN_MS = 700;
export class Answers {
  #state;
  #article;
  #signal;
  #callbacks;
  #shownAt = performance.now();
  #readyTimer = null;
  #ready = false;
  #unread = false;
  #sending = false;
  #presses;

  /** Takes the answers of one screen; `presses` outlives it, as a finger does not know of screens. */
  constructor(state, article, signal, callbacks, presses) {
    this.#presses = presses;
    this.#state = state;
    this.#article = article;
    this.#signal = signal;
    this.#callbacks = callbacks;
    article.addEventListener('click', (event) => this.#pressed(event), { signal });
    // A touch leaves no focus behind, so that a later Enter or space cannot press the same button again.
    article.addEventListener('mousedown', (event) => event.target.closest('button') && event.preventDefault(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#readyTimer));
    this.readyIn(state.readyInMs);
  }

  /** Opens the go-on controls when the guard will take an answer; never before they can have been read. */
  readyIn(ms) {
    clearTimeout(this.#readyTimer);
    const wait = Math.max(ms ?? 0, this.#shownAt + FRESH_SCREEN_MS - performance.now());
    if (this.#ready && !(ms > 0)) {
      return;
    }
    this.#setReady(wait <= 0, ms > FRESH_SCREEN_MS);
    if (wait > 0) {
      this.#readyTimer = setTimeout(() => this.#setReady(true), wait);
    }
  }

  /** Keeps the go-on controls closed until all of the words have had their turn. */
  async readyAfter(allShown) {
    this.#unread = true;
    this.#setReady(this.#ready);
    await allShown;
    this.#unread = false;
    if (!this.#signal.aborted) {
      this.#setReady(this.#ready);
    }
  }

  /** Says something that must not be missed, to the eye and to a reader of screens at once. */
  announce(text) {
    this.#article.querySelector('.tell').setAttribute('role', 'alert');
    this.tell(text, true);
  }

  tell(text, alarmed = false) {
    const line = this.#article.querySelector('.tell');
    line.replaceChildren(...breakable(text));
    line.classList.toggle('alarmed', alarmed);
  }

  #setReady(ready, noted = false) {
    this.#ready = ready;
    for (const button of this.#article.querySelectorAll('button')) {
      button.setAttribute('aria-disabled', String((!ready || this.#unread) && goesOn(button)));
    }
    const hasGoOn = this.#article.querySelector('[aria-disabled="true"]') !== null;
    const line = this.#article.querySelector('.tell');
    // A time-out that was announced is not wiped away by an answer that opens.
    if (line.getAttribute('role') !== 'alert' && modeOf(this.#state) !== 'audio') {
      this.tell(hasGoOn && (noted || this.#unread) ? say('waiting', this.#language()) : '');
    }
  }

  #pressed(event) {
    const button = event.target.closest('button');
    if (!button || button.matches('.pad *, .more')) {
      return;
    }
    const { choice } = button.dataset;
    // Stop and help are never taken for the press of another screen.
    if (ALWAYS_TAKEN.has(choice) ? this.#presses.isOn(button) : this.#presses.isRepeated(event, button)) {
      this.#presses.note(event, button);
      post('/screen/answers', { screenId: this.#state.screenId, choice: choice ?? 'send', repeated: true });
      return;
    }
    if (button.getAttribute('aria-disabled') === 'true') {
      this.#refuse('early');
      return;
    }
    this.#presses.note(event, button);
    if (button.matches('.send')) {
      const text = this.#article.querySelector('#typed').value.trim();
      if (text) {
        this.#send({ text });
      }
    } else if (choice) {
      this.#send({ choice });
    }
  }

  async #send(answer) {
    const always = ALWAYS_TAKEN.has(answer.choice);
    if (this.#sending && !always) {
      return;
    }
    this.#sending = true;
    this.#article.classList.add('sending');
    const status = await post('/screen/answers', { screenId: this.#state.screenId, ...answer });
    if (this.#signal.aborted) {
      return;
    }
    this.#sending = false;
    this.#article.classList.remove('sending');
    this.#answered(status, answer);
  }

  #answered(status, answer) {
    if (status >= 200 && status < 300) {
      this.#callbacks.onTaken(answer.choice);
    } else if (status === 409) {
      this.#callbacks.onMoved();
    } else if (status === 425) {
      // Hearing the clip once more harms nobody, whatever the guard still waits for.
      this.#callbacks.onTaken(answer.choice);
      this.#refuse('early');
    } else if (status === 422) {
      this.#refuse('notOffered');
    } else {
      this.#refuse('resend');
    }
  }

  /** Says why nothing happened, in words, and shakes the line so that it is noticed. */
  #refuse(word) {
    this.tell(say(word, this.#language()), true);
    const line = this.#article.querySelector('.tell');
    line.getAnimations().forEach((animation) => animation.cancel());
    line.animate([{ translate: '-0.6rem' }, { translate: '0.6rem' }, { translate: '0' }], { duration: 150, iterations: 3 });
  }

  #language() {
    return languageOf(this.#state);
  }
}

/** Whether a control may carry the transfer further, so that it waits until it can have been understood. */
function goesOn(button) {
  return !button.matches('.pad *, .more') && !RAIL.includes(button.dataset.choice);
}
