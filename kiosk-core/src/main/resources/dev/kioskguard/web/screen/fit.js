/** Everything on a screen must be seen without scrolling: tightens a layout step by step until it is. */

const DENSITIES = ['tight', 'tighter', 'tightest'];
/** Rounding of boxes, not a lost line. */
const SLACK_PX = 2;

export function fit(article) {
  delete article.dataset.density;
  for (const density of DENSITIES) {
    if (!overflows(article)) {
      return;
    }
    article.dataset.density = density;
  }
}

function overflows(article) {
  const blocks = [article, ...article.querySelectorAll('.answers')];
  const lines = [article, ...article.querySelectorAll('h1, .body p, .says, dd')];
  return (
    blocks.some((block) => block.scrollHeight > block.clientHeight + SLACK_PX)
    || lines.some((line) => line.scrollWidth > line.clientWidth + SLACK_PX)
  );
}
