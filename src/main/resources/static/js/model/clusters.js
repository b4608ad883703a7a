/** Simple clustering on a screen grid: quick, stable while panning (cells are fixed to the world), no library. */

/**
 * @template T
 * @param {Array<{x: number, y: number, item: T}>} points world pixels at the current zoom
 * @param {number} cellSize pixels; 0 leaves every point alone
 * @returns {Array<{x: number, y: number, items: T[]}>} one entry per occupied cell, near the mean of its points
 */
export function clusterPoints(points, cellSize) {
  if (!(cellSize > 0)) return points.map(({ x, y, item }) => ({ x, y, items: [item] }))
  const cells = new Map()
  for (const point of points) {
    const key = `${Math.floor(point.x / cellSize)}/${Math.floor(point.y / cellSize)}`
    const cell = cells.get(key) ?? { x: 0, y: 0, items: [] }
    cell.x += point.x
    cell.y += point.y
    cell.items.push(point.item)
    cells.set(key, cell)
  }
  return mergeClose(
    [...cells.values()].map(({ x, y, items }) => ({ x: x / items.length, y: y / items.length, items })),
    cellSize * 0.75,
  )
}

/** Points on both sides of a cell's edge would give two symbols, one over the other: the larger takes the smaller in. */
function mergeClose(clusters, distance) {
  const kept = []
  for (const cluster of clusters.sort((a, b) => b.items.length - a.items.length)) {
    const near = kept.find((other) => Math.hypot(other.x - cluster.x, other.y - cluster.y) < distance)
    if (near) near.items.push(...cluster.items)
    else kept.push(cluster)
  }
  return kept
}

/** @param {number} zoom @returns {number} cell size in pixels; close up every mark stands alone */
export function cellSizeFor(zoom) {
  if (zoom >= 16) return 0
  return zoom >= 14 ? 34 : 56
}
