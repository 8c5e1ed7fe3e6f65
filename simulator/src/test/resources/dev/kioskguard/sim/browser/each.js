/**
 * Asks for one screen after the other and measures each as soon as it stands: the body of an async function.
 *
 * arguments[0]: how many; arguments[1]: what `measure` is given; returns what it found, in order
 */
const [count, argument] = arguments;
const LATEST_MS = 10_000;

async function stands(screenId) {
  const asked = Date.now();
  while (document.querySelector('article').dataset.screen !== screenId) {
    if (Date.now() - asked > LATEST_MS) {
      throw new Error(`${screenId} did not come`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 1); });
  }
}

const found = [];
for (let i = 0; i < count; i++) {
  const response = await fetch('/screen/next', { method: 'POST' });
  await stands(await response.text());
  // A picture that is still on its way has no size.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  found.push(await measure(argument));
}
return found;
