/** The customer's screen: shows the state the guard sends, sends back answers and proofs, decides nothing itself. */

import { Answers } from './answers.js';
import { fit } from './fit.js';
import { listenToKeyboard } from './keyboard.js';
import { lookOf } from './kinds.js';
import { proveVoice, proveWhatIsSeen } from './proofs.js';
import { follow } from './stream.js';
import { articleOf } from './view.js';
import { Voice } from './voice.js';
import { languageOf, say } from './words.js';

const SLOWER_RATE = 0.8;
const EXPIRY_WARNING_MS = 20_000;

const stage = document.getElementById('stage');
const popup = document.getElementById('popup');
const lost = document.getElementById('lost');
let current = null;

const stream = follow({
  onState: show,
  onLost: () => setLost(true),
  onFound: () => setLost(false),
});

/** What the customer sees of a state. The rest of it (readiness, voice) may change under the same picture. */
function pictureOf({ screenId, kind, tier, language, title, body, choices, typed, code, fields }) {
  return JSON.stringify([screenId, kind, tier, language, title, body, choices, typed, code, fields]);
}

function show(state) {
  if (current && pictureOf(current.state) === pictureOf(state)) {
    refresh(state);
    return;
  }
  leave();
  const article = articleOf(state);
  const life = new AbortController();
  current = { state, article, life, voice: null, answers: null };
  place(article, lookOf(state.kind).layout === 'popup');
  fit(article);
  document.documentElement.lang = article.lang;
  article.querySelector('h1').focus({ preventScroll: true });
  current.answers = new Answers(state, article, life.signal, {
    onMoved: () => stream.fetchNow(),
    onTaken: (choice) => replay(choice),
  });
  listenToKeyboard(article, state, life.signal);
  warnBeforeExpiry(state);
  proveWhatIsSeen(state, article, popup, life.signal);
  speak(state);
}

function leave() {
  current?.life.abort();
  current = null;
}

/** Puts the screen on the stage, or on top of everything as a modal window. */
function place(article, asPopup) {
  if (asPopup) {
    stage.replaceChildren();
    popup.replaceChildren(article);
    if (!popup.open) {
      popup.showModal();
    }
    return;
  }
  if (popup.open) {
    popup.close();
  }
  popup.replaceChildren();
  stage.replaceChildren(article);
}

// A browser lets Escape close even a window that refuses; a warning that is not answered stays.
popup.addEventListener('cancel', (event) => event.preventDefault());
popup.addEventListener('close', () => {
  if (popup.hasChildNodes()) {
    popup.showModal();
  }
});
window.addEventListener('resize', () => current && fit(current.article));
lost.addEventListener('cancel', (event) => event.preventDefault());

function refresh(state) {
  const spokenAgain = state.voice?.state !== current.state.voice?.state;
  const keyedMore = state.typed && state.typed.keyed !== current.state.typed?.keyed;
  current.state = state;
  current.answers.readyIn(state.readyInMs);
  if (keyedMore) {
    echo(state.typed.keyed);
  }
  if (spokenAgain && ['repeat', 'slower'].includes(state.voice?.state)) {
    replay(state.voice.state);
  }
}

/** Shows what was keyed at the terminal where the customer types. */
function echo(keyed) {
  const field = current.article.querySelector('#typed');
  if (field) {
    field.value = keyed;
  }
}

function replay(choice) {
  if (choice === 'repeat' || choice === 'slower') {
    speak(current.state, choice === 'slower' ? SLOWER_RATE : 1);
  }
}

/** Plays the clip of a screen and proves it, or says that it could not be played. */
function speak(state, rate = state.voice?.state === 'slower' ? SLOWER_RATE : 1) {
  current.voice?.stop();
  if (!state.voice?.clip) {
    return;
  }
  const { article, life } = current;
  const speaking = article.querySelector('.speaking');
  const voice = new Voice(`/screen/voice/${encodeURIComponent(state.voice.clip)}`, rate, life.signal);
  current.voice = voice;
  voice.onWaiting = () => sayBeside(speaking, state, 'tapForVoice');
  voice.onPlaying = () => sayBeside(speaking, state, 'playing');
  voice.played().then(({ ok, detail }) => {
    speaking.hidden = ok;
    if (!ok) {
      sayBeside(speaking, state, 'noVoice');
    }
    proveVoice(state, ok, detail, life.signal);
  }, () => {
    // Stopped by a newer clip or a newer screen: there is nothing to prove.
  });
}

function sayBeside(speaking, state, word) {
  speaking.hidden = false;
  speaking.querySelector('span').textContent = say(word, languageOf(state));
}

/** Tells, by text, before silence ends the transfer; expiry itself is for the guard. */
function warnBeforeExpiry(state) {
  const left = Date.parse(state.expiresAt ?? '') - Date.now();
  if (lookOf(state.kind).proofs.length > 0 && left > EXPIRY_WARNING_MS) {
    const timer = setTimeout(
      () => current?.answers.tell(say('soonOver', languageOf(state))),
      left - EXPIRY_WARNING_MS,
    );
    current.life.signal.addEventListener('abort', () => clearTimeout(timer));
  }
}

function setLost(isLost) {
  if (isLost && !lost.open) {
    current?.voice?.stop();
    lost.showModal();
  } else if (!isLost && lost.open) {
    lost.close();
    current?.article.querySelector('h1').focus({ preventScroll: true });
  }
}
