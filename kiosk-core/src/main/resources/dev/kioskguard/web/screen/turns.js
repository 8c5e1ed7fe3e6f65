/** Things that do not fit beside each other are shown one after the other, each as long as it takes to read. */

/** A Chinese character takes the eye and the voice about so long; a Latin letter a third of it. */
const HAN_MS = 220;
const LATIN_MS = 70;
const LEAST_MS = 4000;

/** Shows one of several groups of elements at a time, in a circle, until the screen is gone. */
export class Turns {
  #groups;
  #at = 0;
  #slowness;
  #timer = null;
  #onTurn;
  #roundDone;

  /** Resolves when every group has been shown as long as its turn. */
  firstRound = new Promise((resolve) => {
    this.#roundDone = resolve;
  });

  constructor(groups, slowness, signal, onTurn = () => {}) {
    this.#groups = groups;
    this.#slowness = slowness;
    this.#onTurn = onTurn;
    this.#show(0);
    this.#wait();
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Shows the next group because somebody asked for it; from here on nothing moves by itself. */
  turnByHand() {
    clearTimeout(this.#timer);
    this.#turn();
  }

  #turn() {
    this.#show((this.#at + 1) % this.#groups.length);
    if (this.#at === 0) {
      this.#roundDone();
    }
  }

  #wait() {
    this.#timer = setTimeout(() => {
      this.#turn();
      this.#wait();
    }, this.#slowness * readingMs(this.#news()));
  }

  /** What the group in view has that the one before it had not. */
  #news() {
    const before = this.#at === 0 ? [] : this.#groups[this.#at - 1];
    return this.#groups[this.#at].filter((node) => !before.includes(node));
  }

  #show(index) {
    this.#at = index;
    showOnly(this.#groups, index);
    this.#onTurn(index);
  }
}

/**
 * Puts one of the groups into view and takes what only the others have out of it. A line brings the block that it
 * stands in.
 */
export function showOnly(groups, index) {
  const nodes = groups.flat();
  nodes.forEach((node) => {
    node.hidden = !groups[index].includes(node);
  });
  for (const line of nodes.filter((node) => node.matches('.line'))) {
    const block = line.closest('.block');
    block.hidden = [...block.querySelectorAll('.line')].every((other) => other.hidden);
  }
}

/** How long a group of elements is shown so that its words can be read. */
function readingMs(group) {
  const letters = [...group.map((node) => node.textContent).join('')];
  const ms = letters.reduce((sum, letter) => sum + (letter > '\u2e7f' ? HAN_MS : LATIN_MS), 0);
  return Math.max(LEAST_MS, ms);
}
