/** Which names fit on the map: the most important first, none over another, none cut off by what stands over the map. */

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Box centre and size in pixels
 * @typedef {Box & {id: string, rank: number, lasting?: boolean}} LabelBox lasting: it stays even where something stands over it
 * @param {LabelBox[]} boxes lower rank wins
 * @param {Box[]} [covers] what stands over the map, such as its buttons
 * @param {number} [gap] free pixels round each name
 * @returns {Set<string>} ids of the names that fit
 */
export function placeLabels(boxes, covers = [], gap = 3) {
  const meets = (a, b, space) =>
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + space && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + space
  const placed = []
  for (const box of [...boxes].sort((a, b) => a.rank - b.rank || a.y - b.y)) {
    if (!box.lasting && covers.some((cover) => meets(box, cover, 0))) continue
    if (!placed.some((other) => meets(box, other, gap))) placed.push(box)
  }
  return new Set(placed.map((box) => box.id))
}
