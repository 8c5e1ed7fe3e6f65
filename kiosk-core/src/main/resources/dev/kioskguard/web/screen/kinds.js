/**
 * What each kind of screen looks like and what the page has to prove about it.
 *
 * `family`: `ordinary` is the calm page of a bank, `guard` looks like nothing else on the machine.
 * `waits`: it owes no proof, and still tells when it will not wait for an answer any longer.
 * `sign`: the page's own picture, where the content names none. `layouts`: those the guard may choose from.
 *
 * No two screens that follow each other put their go-on control in the same place.
 */

const KINDS = {
  idle: { family: 'ordinary', layout: 'hall', sign: 'sign-card', proofs: [] },
  'ask-purpose': { family: 'ordinary', layout: 'grid', proofs: ['text', 'voice'] },
  ask: { family: 'ordinary', layout: 'list', proofs: ['text', 'voice'] },
  warning: {
    family: 'guard',
    layout: 'popup',
    layouts: ['poster', 'split', 'letter', 'board'],
    popup: true,
    sign: 'sign-warning',
    proofs: ['text', 'sign', 'popup', 'voice'],
  },
  'hang-up': { family: 'guard', layout: 'poster', sign: 'sign-hang-up', proofs: ['text', 'sign', 'voice'] },
  reminder: { family: 'guard', layout: 'card', sign: 'sign-reminder', proofs: ['text', 'sign', 'voice'] },
  confirm: {
    family: 'guard',
    layout: 'ledger',
    sign: 'sign-confirm',
    proofs: ['text', 'payee', 'amount', 'timing', 'voice'],
  },
  'confirm-again': {
    family: 'guard',
    layout: 'ticket',
    sign: 'sign-confirm-again',
    proofs: ['text', 'payee', 'amount', 'timing', 'voice'],
  },
  comprehension: { family: 'guard', layout: 'sentences', sign: 'sign-comprehension', proofs: ['text', 'voice'] },
  held: { family: 'guard', layout: 'poster', sign: 'sign-person', proofs: ['text', 'sign', 'voice'] },
  paused: { family: 'ordinary', layout: 'poster', sign: 'sign-pause', proofs: [] },
  result: { family: 'ordinary', layout: 'poster', sign: 'sign-result', proofs: [] },
  notice: { family: 'ordinary', layout: 'poster', sign: 'sign-notice', waits: true, proofs: [] },
};

const MODES = ['ordinary', 'elder', 'plain', 'audio'];

/** Kinds during which a transfer is held, so that stopping and asking for help must always be in reach. */
const DURING_A_TRANSFER = new Set([
  'ask-purpose', 'ask', 'warning', 'hang-up', 'reminder', 'confirm', 'confirm-again', 'comprehension', 'held',
]);

/** Kinds whose answer may carry the transfer on, so that it waits until all of the words have had their turn. */
const CARRYING_ON = new Set(['ask-purpose', 'ask', 'warning', 'reminder', 'confirm', 'confirm-again', 'comprehension']);

/** Choices that never send money on its way. They stand together, stop first, at the same side of a layout. */
export const RAIL = ['stop', 'help', 'pause', 'repeat', 'slower'];

/** What a customer who was cheated presses; it stands apart from every other answer. */
export const APART = ['cheated'];

/** Choices the guard takes at any time, so that no wait and no earlier press may block them. */
export const ALWAYS_TAKEN = new Set(['stop', 'help']);

/** The look of a kind; one that this page does not know yet is shown as a plain notice. */
export function lookOf(kind) {
  return KINDS[kind] ?? KINDS.notice;
}

/** The composition of a screen; without a screen to look at all of them are one and the same calm page. */
export function layoutOf(state) {
  const { layout, layouts } = lookOf(state.kind);
  if (modeOf(state) === 'audio') {
    return 'audio';
  }
  return layouts?.includes(state.layout) ? `warning-${state.layout}` : layout;
}

/** How this customer is served. */
export function modeOf(state) {
  return MODES.includes(state.mode) ? state.mode : 'ordinary';
}

export function carriesOn(kind) {
  return CARRYING_ON.has(kind);
}

export function duringTransfer(kind) {
  return DURING_A_TRANSFER.has(kind);
}
