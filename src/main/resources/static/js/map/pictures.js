/**
 * Finished pictures on the page. A canvas that scripts can draw on is asked for its picture with every frame of the browser,
 * whether anything changed or not; a hundred of them cost a third of each frame while the map is dragged. One that only holds
 * a picture made elsewhere is not asked. It also changes at once, and nobody sees it half drawn.
 */

/** Where it is missing (Safari before 16.4, Firefox before 105) the canvas on the page is drawn on itself. */
const ELSEWHERE = typeof OffscreenCanvas === 'function' && 'ImageBitmapRenderingContext' in window

/**
 * @param {HTMLCanvasElement} canvas on the page; used for nothing else
 * @param {number} side of the square, pixels of the device
 * @returns {{pen: CanvasRenderingContext2D|OffscreenCanvasRenderingContext2D, done: () => void}} an empty sheet to draw on;
 *   done: the canvas shows what was drawn
 */
export function createPicture(canvas, side) {
  if (!ELSEWHERE) {
    // Setting the size, even to the same, makes it empty.
    canvas.width = canvas.height = side
    return { pen: canvas.getContext('2d'), done: () => {} }
  }
  const sheet = new OffscreenCanvas(side, side)
  return {
    pen: sheet.getContext('2d'),
    done() {
      canvas.width = canvas.height = side
      canvas.getContext('bitmaprenderer').transferFromImageBitmap(sheet.transferToImageBitmap())
    },
  }
}
