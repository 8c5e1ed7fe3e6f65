/** The clips of a screen, one after the other. The first is the one that is proven. */

import { modeOf } from './kinds.js';
import { proveVoice, tellVoiceStarted } from './proofs.js';
import { Voice } from './voice.js';
import { languageOf, say } from './words.js';

const RATES = {
  ordinary: { usual: 1, slower: 0.8 },
  elder: { usual: 0.9, slower: 0.75 },
};

export class Speech {
  #speaking;
  #tell;
  #signal;
  #voice = null;
  /** The clips that are still to be played; null while nothing is. */
  #waiting = null;

  /** Speaks for an article; `tell` says in words what the customer has to know about the voice. */
  constructor(article, signal, tell) {
    this.#speaking = article.querySelector('.speaking');
    this.#tell = tell;
    this.#signal = signal;
  }

  stop() {
    this.#voice?.stop();
    this.#voice = null;
    this.#waiting = null;
  }

  /** Plays all clips of a state from the first one on; what was playing is cut short. */
  async speak(state, pace = state.voice?.state === 'slower' ? 'slower' : 'usual') {
    this.stop();
    const { clip, list } = state.voice ?? {};
    // A clip may come again: 22,000 is 二 万 二 千 元, and without its second 二 it is another amount.
    const clips = (list?.[0] === clip ? list : [clip, ...(list ?? [])]).filter(Boolean);
    await this.#playAll(clips.map((name, place) => ({ name, proven: Boolean(clip) && place === 0 })), state, pace);
  }

  /** Says something in between: after the clip that is being played, and before those that wait. */
  async say(clips, state) {
    if (this.#signal.aborted) {
      return;
    }
    const said = clips.map((name) => ({ name, proven: false }));
    if (this.#waiting) {
      this.#waiting.unshift(...said);
    } else {
      await this.#playAll(said, state, 'usual');
    }
  }

  async #playAll(clips, state, pace) {
    const waiting = [...clips];
    this.#waiting = waiting;
    const rate = (RATES[modeOf(state)] ?? RATES.ordinary)[pace];
    try {
      while (waiting.length > 0) {
        const { name, proven } = waiting.shift();
        const { ok, detail } = await this.#play(name, rate, state, proven);
        if (proven) {
          if (!ok) {
            this.#tell(say('noVoice', languageOf(state)));
          }
          proveVoice(state, ok, detail, this.#signal);
        }
      }
    } catch {
      // Stopped by a newer clip or a newer screen: there is nothing to prove.
    }
    if (this.#waiting === waiting) {
      this.#waiting = null;
    }
  }

  async #play(clip, rate, state, proven) {
    const voice = new Voice(`/screen/voice/${encodeURIComponent(clip)}`, rate, this.#signal);
    this.#voice = voice;
    let begun = false;
    voice.onWaiting = () => this.#tell(say('tapForVoice', languageOf(state)));
    voice.onPlaying = () => {
      this.#speaking.hidden = false;
      if (proven && !begun) {
        begun = true;
        tellVoiceStarted(state, this.#signal);
      }
    };
    try {
      return await voice.played();
    } finally {
      this.#speaking.hidden = true;
    }
  }
}
