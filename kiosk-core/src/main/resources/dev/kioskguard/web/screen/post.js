/** Posting to the guard. */

const POST_WAIT_MS = 5000;

/** Posts JSON and resolves to the status, or to 0 where no answer came. */
export async function post(path, body) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(POST_WAIT_MS),
    });
    return response.status;
  } catch {
    return 0;
  }
}

export function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
