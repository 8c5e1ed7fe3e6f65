/** The real size of things: how many CSS pixels a millimetre of this panel has, and how high its letters must be. */

/** Assumed where the configuration names no panel: 15 inches, 4:3, at arm's length. */
const USUAL_PANEL = { widthMm: 304, heightMm: 228, distanceMm: 600 };
/** The angle at which a Latin capital must be seen, in degrees. */
const CAPITAL_DEGREES = 0.7;
const HAN_MM = 9;
/** Letters are drawn on whole pixels; what is asked for is a little more than the least. */
const RESERVE = 1.01;
const PROBE_PX = 200;

let shares = null;
let set = null;

/** Sets the root font so that body text is as high as eyes at that distance need; `--mm` is a millimetre in pixels. */
export function setSizes(panel) {
  const { widthMm, heightMm, distanceMm } = { ...USUAL_PANEL, ...panel };
  const pxPerMm = Math.min(innerWidth / widthMm, innerHeight / heightMm);
  const { han, capital } = sharesOfFont();
  const capitalMm = 2 * distanceMm * Math.tan((CAPITAL_DEGREES / 2) * (Math.PI / 180));
  const emMm = Math.max(HAN_MM / han, capitalMm / capital) * RESERVE;
  const next = `${pxPerMm} ${emMm}`;
  if (next !== set) {
    set = next;
    const { style } = document.documentElement;
    style.setProperty('--mm', `${pxPerMm}px`);
    style.fontSize = `${emMm * pxPerMm}px`;
  }
}

/** How much of the em a Chinese character and a Latin capital fill in the font that this machine has. */
function sharesOfFont() {
  if (shares === null) {
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `${PROBE_PX}px ${getComputedStyle(document.body).fontFamily}`;
    const han = pen.measureText('国');
    shares = {
      han: (han.actualBoundingBoxAscent + han.actualBoundingBoxDescent) / PROBE_PX,
      capital: pen.measureText('H').actualBoundingBoxAscent / PROBE_PX,
    };
  }
  return shares;
}
