/** The customer's screen: shows the state the guard sends, sends back answers and proofs, decides nothing itself. */

import { Answers } from './answers.js';
import { turnCards } from './attract.js';
import { Expiry } from './expiry.js';
import { listenToKeyboard } from './keyboard.js';
import { carriesOn, lookOf } from './kinds.js';
import { setSizes } from './panel.js';
import { Presses } from './presses.js';
import { proveWhatIsSeen } from './proofs.js';
import { Speech } from './speech.js';
import { layOut } from './layout.js';
import { follow } from './stream.js';
import { articleOf } from './view.js';

const stage = document.getElementById('stage');
const popup = document.getElementById('popup');
const lost = document.getElementById('lost');
const presses = new Presses();
let current = null;

const stream = follow({
  onState: show,
  onLost: () => setLost(true),
  onFound: () => setLost(false),
});

/** What the customer sees of a state. The rest of it (readiness, voice) may change under the same picture. */
function pictureOf({ voice, readyInMs, expiresAt, extensions, typed, ...seen }) {
  return JSON.stringify([seen, typed?.form, typed?.label]);
}

function show(state) {
  if (current && pictureOf(current.state) === pictureOf(state)) {
    refresh(state);
    return;
  }
  leave();
  setSizes(state.panel);
  const article = articleOf(state);
  const life = new AbortController();
  place(article, lookOf(state.kind).popup);
  document.documentElement.lang = article.lang;
  article.querySelector('h1').focus({ preventScroll: true });
  const answers = new Answers(state, article, life.signal, {
    onMoved: () => stream.fetchNow(),
    onTaken: (choice) => replay(choice),
  }, presses);
  const turning = layOut(article, life.signal);
  if (turning && carriesOn(state.kind)) {
    answers.readyAfter(turning.firstRound);
  }
  const speech = new Speech(article, life.signal, (text) => answers.tell(text));
  current = { state, article, life, answers, speech, expiry: new Expiry(answers, speech, life.signal) };
  turnCards(article, life.signal);
  listenToKeyboard(article, state, life.signal);
  current.expiry.follow(state);
  proveWhatIsSeen(state, article, popup, life.signal);
  current.speech.speak(state);
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
// A window of another size is another screen; a kiosk's never changes.
window.addEventListener('resize', () => {
  if (current) {
    const { state } = current;
    leave();
    show(state);
  }
});
lost.addEventListener('cancel', (event) => event.preventDefault());

function refresh(state) {
  const spokenAgain = state.voice?.state !== current.state.voice?.state;
  const keyedMore = state.typed && state.typed.keyed !== current.state.typed?.keyed;
  current.state = state;
  current.answers.readyIn(state.readyInMs);
  current.expiry.follow(state);
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
    current.speech.speak(current.state, choice === 'slower' ? 'slower' : 'usual');
  }
}

function setLost(isLost) {
  if (isLost && !lost.open) {
    current?.speech.stop();
    lost.showModal();
  } else if (!isLost && lost.open) {
    lost.close();
    current?.article.querySelector('h1').focus({ preventScroll: true });
  }
}
