/** Which names fit on the map: the most important first, none over another. */

/**
 * @typedef {{id: string, x: number, y: number, width: number, height: number, rank: number}} LabelBox centre and size in pixels
 * @param {LabelBox[]} boxes lower rank wins
 * @param {number} [gap] free pixels round each
 * @returns {Set<string>} ids of the names that fit
 */
export function placeLabels(boxes, gap = 3) {
  const placed = []
  for (const box of [...boxes].sort((a, b) => a.rank - b.rank || a.y - b.y)) {
    const overlaps = placed.some(
      (other) =>
        Math.abs(box.x - other.x) < (box.width + other.width) / 2 + gap &&
        Math.abs(box.y - other.y) < (box.height + other.height) / 2 + gap,
    )
    if (!overlaps) placed.push(box)
  }
  return new Set(placed.map((box) => box.id))
}
