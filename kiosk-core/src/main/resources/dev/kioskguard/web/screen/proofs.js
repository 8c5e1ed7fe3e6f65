/** What the page tells the guard about rendering and playing. Only what was looked at is claimed. */

import { lookOf } from './kinds.js';
import { pause, post } from './post.js';
import { twoFramesLater, whyPictureUnseen, whyTextUnseen, whyUnseen } from './seen.js';

const LOOK_AGAIN_MS = 250;
/** After so many looks without success the guard is told, and the page keeps looking. */
const LOOKS_BEFORE_TELLING = 12;
const LOOKS_MAX = 400;
/** What waits for its turn on the screen is neither seen nor missing. */
const NOT_YET = 'its turn has not come';
const RESEND_AFTER_MS = [300, 1000, 2000, 4000];

/** Fields whose values prove a channel on the screens that confirm. */
const FIELDS = { payee: ['payee', 'account'], amount: ['amount'], timing: ['when'] };

/** Watches a screen until every visible channel that its kind owes has been seen, or the screen is gone. */
export function proveWhatIsSeen(state, article, popup, signal) {
  const seen = new Set();
  const lookAt = (node, text) => whyNotSeenOnce(node, text, seen);
  const looks = {
    text: () => firstReason(textReasons(state, article, lookAt)),
    sign: () => whyPictureUnseen(article.querySelector('.sign img')),
    popup: () => whyPopupUnseen(popup),
    payee: () => whyFieldsUnseen(state, article, 'payee', lookAt),
    amount: () => whyFieldsUnseen(state, article, 'amount', lookAt),
    timing: () => whyFieldsUnseen(state, article, 'timing', lookAt),
  };
  for (const channel of lookOf(state.kind).proofs) {
    if (looks[channel]) {
      watch(state, channel, looks[channel], signal);
    }
  }
}

/** Reports a clip's end or failure where the kind of screen owes a voice. */
export function proveVoice(state, ok, detail, signal) {
  if (lookOf(state.kind).proofs.includes('voice')) {
    report(state, 'voice', ok, detail, signal);
  }
}

/** Tells that a clip has begun, where the kind of screen owes a voice; that proves nothing about its end. */
export function tellVoiceStarted(state, signal) {
  if (lookOf(state.kind).proofs.includes('voice')) {
    report(state, 'voice-started', true, 'started', signal);
  }
}

async function watch(state, channel, look, signal) {
  for (let looks = 1; looks <= LOOKS_MAX;) {
    await twoFramesLater();
    if (signal.aborted) {
      return;
    }
    const reason = await look();
    if (reason === null) {
      report(state, channel, true, 'seen', signal);
      return;
    }
    if (reason !== NOT_YET) {
      if (looks === LOOKS_BEFORE_TELLING) {
        report(state, channel, false, reason, signal);
      }
      looks++;
    }
    await pause(LOOK_AGAIN_MS);
  }
}

/** What has been in view once counts, so that lines may follow each other on the screen. */
function whyNotSeenOnce(node, text, seen) {
  if (seen.has(node)) {
    return null;
  }
  const reason = node.closest('[hidden]') ? NOT_YET : whyTextUnseen(node, text);
  if (reason === null) {
    seen.add(node);
  }
  return reason;
}

function textReasons(state, article, lookAt) {
  const nodes = [...article.querySelectorAll('[data-part="text"]')];
  const texts = [state.title, ...(state.body ?? [])];
  return texts.map((text, i) => (nodes[i] ? lookAt(nodes[i], text) : 'missing'));
}

function whyFieldsUnseen(state, article, channel, lookAt) {
  return firstReason(
    FIELDS[channel].map((name) => {
      const node = article.querySelector(`[data-field="${name}"]`);
      return node ? lookAt(node, state.fields[name]) : `no ${name} on this screen`;
    }),
  );
}

/** A pop-up counts only as a modal window that lies over the middle of the screen. */
function whyPopupUnseen(popup) {
  if (!popup.open || !popup.matches(':modal')) {
    return 'not open';
  }
  const hit = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  return popup.contains(hit) ? whyUnseen(popup) : 'covered';
}

/** A fault is told before what only waits for its turn. */
function firstReason(reasons) {
  const open = reasons.filter((reason) => reason !== null);
  return open.find((reason) => reason !== NOT_YET) ?? open[0] ?? null;
}

/** Posts a proof, and again while the line is down and the screen still stands. */
async function report(state, channel, ok, detail, signal) {
  const proof = { screenId: state.screenId, channel, ok, detail };
  for (const wait of [...RESEND_AFTER_MS, 0]) {
    if (signal.aborted) {
      return;
    }
    const status = await post('/screen/proofs', proof);
    if (status !== 0 && status < 500) {
      return;
    }
    await pause(wait);
  }
}
