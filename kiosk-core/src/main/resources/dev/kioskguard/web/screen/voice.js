/** One clip, played once, and the truth about it. */

/** How long a browser that wants a touch before it makes a sound is waited for, until that counts as a failure. */
const TOUCH_WAIT_MS = 6000;
const END_TOLERANCE_S = 0.25;

export class Voice {
  #audio = new Audio();
  #signal;
  #stopped = new AbortController();

  onWaiting = () => {};
  onPlaying = () => {};

  constructor(url, rate, signal) {
    this.#audio.src = url;
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.stop(), { signal: this.#stopped.signal });
  }

  stop() {
    this.#audio.pause();
    this.#stopped.abort();
  }

  /** Resolves to `{ok, detail}` when the clip has ended or failed; rejects when it was stopped before. */
  played() {
    return new Promise((resolve, reject) => {
      const once = { once: true, signal: this.#stopped.signal };
      this.#audio.addEventListener('ended', () => resolve(this.#verdict()), once);
      this.#audio.addEventListener('error', () => resolve(failure(this.#errorText())), once);
      this.#audio.addEventListener('playing', () => this.onPlaying(), { signal: this.#stopped.signal });
      this.#stopped.signal.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
      this.#start(resolve);
    });
  }

  async #start(resolve) {
    try {
      await this.#audio.play();
    } catch (error) {
      if (error.name === 'NotAllowedError') {
        this.#startOnTouch(resolve);
      } else if (error.name !== 'AbortError') {
        resolve(failure(error.name));
      }
    }
  }

  #startOnTouch(resolve) {
    this.onWaiting();
    const timer = setTimeout(() => resolve(failure('no touch, and the browser plays nothing before')), TOUCH_WAIT_MS);
    const start = () => {
      clearTimeout(timer);
      this.#audio.play().catch((error) => resolve(failure(error.name)));
    };
    const once = { once: true, capture: true, signal: this.#stopped.signal };
    document.addEventListener('pointerdown', start, once);
    document.addEventListener('keydown', start, once);
    this.#stopped.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** An `ended` alone proves little: the clip may have been muted, or somebody may have jumped to its end. */
  #verdict() {
    const { duration, currentTime, muted, volume, played } = this.#audio;
    if (muted || volume === 0) {
      return failure('muted');
    }
    if (!(duration > 0) || currentTime < duration - END_TOLERANCE_S) {
      return failure('ended before its end');
    }
    const whole =
      played.length === 1 && played.start(0) <= END_TOLERANCE_S && played.end(0) >= duration - END_TOLERANCE_S;
    return whole ? { ok: true, detail: `played ${duration.toFixed(1)} s` } : failure('parts were left out');
  }

  #errorText() {
    const { error } = this.#audio;
    return `media error ${error?.code ?? ''} ${error?.message ?? ''}`.trim();
  }
}

function failure(detail) {
  return { ok: false, detail };
}
