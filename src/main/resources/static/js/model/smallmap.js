/** Outlines for maps as small as a stamp: made once, and used by every map of the row. */
import { bboxOf, polygonsOf } from './geometry.js'

/** Units of the picture; a stamp is narrower in pixels, so whole units are fine enough. */
const WIDTH = 320
const HEIGHT = 260

/**
 * @param {object[]} features GeoJSON, degrees, longitude first
 * @param {object[]} [others] that are to fit in as well
 * @returns {{width: number, height: number, pathOf: (feature: object) => string}} pathOf: the d of an SVG path
 */
export function smallFrame(features, others = []) {
  const boxes = [...features, ...others].map(({ geometry }) => bboxOf(geometry)).filter(Boolean)
  if (!boxes.length) return { width: WIDTH, height: HEIGHT, pathOf: () => '' }
  const west = Math.min(...boxes.map((box) => box[0]))
  const south = Math.min(...boxes.map((box) => box[1]))
  const east = Math.max(...boxes.map((box) => box[2]))
  const north = Math.max(...boxes.map((box) => box[3]))
  // A degree of longitude is shorter the farther north it lies.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = Math.min(WIDTH / Math.max((east - west) * narrow, 1e-6), HEIGHT / Math.max(north - south, 1e-6))
  const toUnit = ([x, y]) => [Math.round((x - west) * narrow * scale), Math.round((north - y) * scale)]
  return {
    width: Math.max(1, Math.round((east - west) * narrow * scale)),
    height: Math.max(1, Math.round((north - south) * scale)),
    pathOf: ({ geometry }) =>
      polygonsOf(geometry)
        .flatMap((polygon) => polygon.map((ring, index) => ringPath(ring.map(toUnit), index === 0)))
        .join(''),
  }
}

/** Corners that fall on the same unit are one; an area of less than a unit stays to be seen as one. */
function ringPath(places, isOuter) {
  const fresh = places.filter(([x, y], index) => !index || x !== places[index - 1][0] || y !== places[index - 1][1])
  if (fresh.length > 2) return `M${fresh.map(([x, y]) => `${x} ${y}`).join('L')}Z`
  return isOuter ? `M${fresh[0][0]} ${fresh[0][1]}h1v1h-1Z` : ''
}

/**
 * Areas with the same fill are one shape, so that a map of thousands stays a handful of shapes.
 * @template F
 * @param {Array<{id: string, path: string}>} areas @param {(id: string) => F & {key: string}} fillOf
 * @returns {Array<{fill: F, path: string}>}
 */
export function paintedShapes(areas, fillOf) {
  const byKey = new Map()
  for (const { id, path } of areas) {
    const fill = fillOf(id)
    if (!byKey.has(fill.key)) byKey.set(fill.key, { fill, paths: [] })
    byKey.get(fill.key).paths.push(path)
  }
  return [...byKey.values()].map(({ fill, paths }) => ({ fill, path: paths.join('') }))
}

/** The last ones of a long row. @template T @param {T[]} steps @param {number} most @returns {number} index of the first that is shown */
export const firstShown = (steps, most) => Math.max(0, steps.length - most)
