/** Calls to the simulator. A refusal becomes an error that says what to do, in the simulator's own words. */

const WAIT_MS = 60_000;

export async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
    signal: AbortSignal.timeout(WAIT_MS),
  });
  const answer = await read(response);
  if (!response.ok) {
    throw new Error(answer?.detail ?? answer?.title ?? `${response.status} ${response.statusText}`);
  }
  return answer;
}

export function get(path) {
  return call('GET', path);
}

async function read(response) {
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  return isJson ? response.json() : null;
}
