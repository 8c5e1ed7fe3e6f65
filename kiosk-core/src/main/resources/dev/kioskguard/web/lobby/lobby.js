/** One card after the other, Chinese large and English below it; the feed is asked for again once a minute. */

const CARD_MS = 10000;
const FEED_MS = 60000;

const part = (id) => document.getElementById(id);
let cards = { zh: [], en: [] };
let at = -1;

function line(text) {
  const p = document.createElement('p');
  p.textContent = text;
  return p;
}

function next() {
  if (cards.zh.length === 0) {
    return;
  }
  at = (at + 1) % cards.zh.length;
  const { title, lines, sign } = cards.zh[at];
  const other = cards.en[at];
  part('title').textContent = title;
  part('lines').replaceChildren(...lines.map(line));
  part('other').replaceChildren(...[other.title, ...other.lines].map(line));
  part('sign').hidden = !sign;
  if (sign) {
    part('sign').src = `/lobby/signs/${encodeURIComponent(sign)}.svg`;
  }
}

async function load() {
  try {
    const answer = await fetch('/lobby/feed');
    if (answer.ok) {
      cards = await answer.json();
    }
  } catch {
    // What hangs there stays there until the terminal answers again.
  }
}

await load();
next();
setInterval(next, CARD_MS);
setInterval(load, FEED_MS);
