/** Small geometry on GeoJSON, longitude first; only for drawing, never for figures. */

/** @typedef {[number, number, number, number]} Bbox west, south, east, north */

/** @param {object} geometry GeoJSON @returns {Bbox|null} null for an empty geometry */
export function bboxOf(geometry) {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (coordinates) => {
    if (typeof coordinates[0] !== 'number') return coordinates.forEach(visit)
    box[0] = Math.min(box[0], coordinates[0])
    box[1] = Math.min(box[1], coordinates[1])
    box[2] = Math.max(box[2], coordinates[0])
    box[3] = Math.max(box[3], coordinates[1])
  }
  if (geometry?.coordinates) visit(geometry.coordinates)
  return Number.isFinite(box[0]) ? /** @type {Bbox} */ (box) : null
}

/** @param {object|null} geometry @returns {number[][][][]} polygons, each a list of rings */
export function polygonsOf(geometry) {
  if (geometry?.type === 'Polygon') return [geometry.coordinates]
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates
  return []
}

/**
 * A place for the name: the centroid of the largest part, or, where that lies outside a bent shape, the middle of the
 * widest of a few cuts through it.
 * @param {object} geometry polygon @returns {[number, number]|null}
 */
export function labelPoint(geometry) {
  const largest = [...polygonsOf(geometry)].sort((a, b) => Math.abs(ringArea(b[0])) - Math.abs(ringArea(a[0])))[0]
  if (!largest) return null
  const centre = ringCentroid(largest[0])
  if (isInside(largest, centre)) return centre
  const [, south, , north] = bboxOf({ coordinates: largest })
  let best = null
  for (let step = 1; step < 10; step++) {
    const latitude = south + ((north - south) * step) / 10
    for (const [west, east] of cuts(largest, latitude)) {
      if (!best || east - west > best.width) best = { width: east - west, point: [(west + east) / 2, latitude] }
    }
  }
  return best?.point ?? centre
}

/** Signed area in square degrees, positive counter-clockwise. */
export function ringArea(ring) {
  let sum = 0
  for (let index = 0; index < ring.length - 1; index++) {
    sum += ring[index][0] * ring[index + 1][1] - ring[index + 1][0] * ring[index][1]
  }
  return sum / 2
}

function ringCentroid(ring) {
  // Relative to the first corner: products of full degrees would lose digits in small rings.
  const [originX, originY] = ring[0]
  const area = ringArea(ring)
  if (area === 0) return ring[0]
  let [x, y] = [0, 0]
  for (let index = 0; index < ring.length - 1; index++) {
    const [ax, ay] = [ring[index][0] - originX, ring[index][1] - originY]
    const [bx, by] = [ring[index + 1][0] - originX, ring[index + 1][1] - originY]
    const cross = ax * by - bx * ay
    x += (ax + bx) * cross
    y += (ay + by) * cross
  }
  return [originX + x / (6 * area), originY + y / (6 * area)]
}

/** West and east end of each stretch inside the rings at one latitude. */
function cuts(rings, latitude) {
  const crossings = rings.flatMap((ring) =>
    ring.slice(1).flatMap((b, index) => {
      const a = ring[index]
      if (a[1] > latitude === b[1] > latitude) return []
      return [a[0] + ((latitude - a[1]) * (b[0] - a[0])) / (b[1] - a[1])]
    }),
  )
  crossings.sort((a, b) => a - b)
  return crossings.flatMap((west, index) =>
    index % 2 === 0 && index + 1 < crossings.length ? [[west, crossings[index + 1]]] : [],
  )
}

/** @param {number[][][]} rings @param {number[]} point @returns {boolean} even-odd rule */
export function isInside(rings, [x, y]) {
  return cuts(rings, y).some(([west, east]) => x >= west && x <= east)
}
