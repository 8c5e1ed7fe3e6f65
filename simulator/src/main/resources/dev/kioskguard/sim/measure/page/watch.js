/**
 * Measures the customer's page from inside: loaded before it, it notes when a state arrives and posts how long it took
 * until two frames later what it says was on the glass.
 */

/** The answer to a measurement that asks for the page to be loaded once more. */
const LOAD_AGAIN = 205;
const PageEventSource = window.EventSource;

window.EventSource = class extends PageEventSource {
  constructor(url) {
    super(url);
    this.addEventListener('message', () => report('change', performance.now()));
  }
};

/** Two frames: one in which the page was drawn, and one that can only begin after it. */
function report(what, from) {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const ms = performance.now() - from;
    const shown = document.querySelector('article')?.dataset.screen;
    fetch('/measured', { method: 'POST', body: JSON.stringify({ what, ms, shown }) })
      .then(({ status }) => status === LOAD_AGAIN && location.reload());
  }));
}

// The first article that is put into the page ends the wait that began with the request for it.
new MutationObserver((changes, observer) => {
  if (document.querySelector('article')) {
    observer.disconnect();
    report('first', 0);
  }
}).observe(document.documentElement, { childList: true, subtree: true });
