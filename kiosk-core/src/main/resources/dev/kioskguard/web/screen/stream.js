/** The way from the guard to the page: server-sent states, asked for one by one where the stream does not come up. */

const LOST_AFTER_MS = 1500;
const RETRY_MS = 1000;

/**
 * Follows the guard's screen until the page is closed.
 *
 * `onLost` is called once when nothing has been heard for a moment, `onFound` with the first word after that.
 */
export function follow({ onState, onLost, onFound }) {
  let lostTimer = null;
  let source = null;

  function heard(state) {
    clearTimeout(lostTimer);
    lostTimer = null;
    onFound();
    onState(state);
  }

  function troubled() {
    lostTimer ??= setTimeout(onLost, LOST_AFTER_MS);
  }

  function listen() {
    source = new EventSource('/screen/events');
    source.onmessage = (event) => heard(JSON.parse(event.data));
    source.onerror = () => {
      troubled();
      // A browser reconnects by itself after a broken line, but never after a refusal.
      if (source.readyState === EventSource.CLOSED) {
        fetchNow();
        setTimeout(listen, RETRY_MS);
      }
    };
  }

  async function fetchNow() {
    try {
      const response = await fetch('/screen/state', { cache: 'no-store' });
      if (response.ok) {
        heard(await response.json());
      } else if (response.status === 401 || response.status === 403) {
        askForTicket();
      }
    } catch {
      troubled();
    }
  }

  listen();
  return { fetchNow };
}

/** Tells whoever frames this page that its ticket is no longer good; nothing of the customer's is in the message. */
function askForTicket() {
  if (window.parent !== window) {
    window.parent.postMessage('screen-ticket-wanted', '*');
  }
}
