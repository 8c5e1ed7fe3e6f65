/** Whether something is really in front of the customer's eyes, by asking the browser and not the program. */

/** Resolves when two frames have been painted since: what was put into the page is then on the glass. */
export function twoFramesLater() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Says why an element with its text cannot be read by the customer, or null when it can. */
export function whyTextUnseen(node, expected) {
  if (!expected?.trim() || node.textContent !== expected) {
    return 'not the text that was sent';
  }
  return whyUnseen(node, linesOf(node));
}

/** Says why an element cannot be seen, or null when it can. */
export function whyUnseen(node, boxes = [node.getBoundingClientRect()]) {
  if (document.visibilityState !== 'visible') {
    return 'page hidden';
  }
  if (!node.isConnected || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
    return 'not displayed';
  }
  if (boxes.length === 0 || boxes.some((box) => box.width < 1 || box.height < 1)) {
    return 'no size';
  }
  if (boxes.some((box) => !insideViewport(box))) {
    return 'outside the screen';
  }
  return boxes.every((box) => onTop(node, box)) ? null : 'covered';
}

/** Says why a picture cannot be seen, or null when it is decoded and in view. */
export async function whyPictureUnseen(image) {
  try {
    await image.decode();
  } catch {
    return 'picture not decoded';
  }
  return image.naturalWidth > 0 ? whyUnseen(image) : 'picture empty';
}

/** The boxes of the letters; a mere place to break has a box too, and nothing in it. */
function linesOf(node) {
  const boxes = [];
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    boxes.push(...range.getClientRects());
  }
  return boxes;
}

function insideViewport(box) {
  // Boxes of letters reach a fraction of a pixel over the edge without a dot being lost.
  const slack = 1;
  return (
    box.left >= -slack && box.top >= -slack && box.right <= innerWidth + slack && box.bottom <= innerHeight + slack
  );
}

/** Looks through the middle and both ends of a box: whatever is hit must belong to the element. */
function onTop(node, box) {
  const middle = (box.top + box.bottom) / 2;
  const inset = Math.min(2, box.width / 2);
  return [box.left + inset, (box.left + box.right) / 2, box.right - inset].every((x) => {
    const hit = document.elementFromPoint(x, middle);
    return hit !== null && (node === hit || node.contains(hit));
  });
}
