/**
 * Puts places exactly on what lies beside: on a vertex of a neighbour where one is near, else on its edge; and finds the
 * way along a neighbour's border between two such places, so that both share it vertex by vertex.
 */

/** @typedef {[number, number]} Place longitude, latitude */
/** @typedef {{places: Place[], closed: boolean, name?: string}} Line a border or road; a closed one does not repeat its first place */
/** @typedef {{place: Place, on: 'vertex'|'edge', name: string|undefined}} Snap */

/** About a tenth of a millimetre: nearer than that, a place was put on the border. */
const ON_BORDER_DEGREES = 1e-9

/** Longer ways round are hardly meant: the straight edge is drawn. */
const LONGEST_DETOUR = 4

/** @param {object} geometry GeoJSON @param {string} [name] @returns {Line[]} */
export function linesOf(geometry, name) {
  const many = geometry.type.startsWith('Multi') ? geometry.coordinates : [geometry.coordinates]
  if (geometry.type.endsWith('LineString')) return many.map((places) => ({ places, closed: false, name }))
  return many.flatMap((rings) => rings.map((ring) => ({ places: ring.slice(0, -1), closed: true, name })))
}

/**
 * @param {Place} place
 * @param {Line[]} lines
 * @param {(place: Place) => {x: number, y: number}} toPixel
 * @param {number} reach pixels
 * @returns {Snap|null} the nearest vertex within reach, else the nearest place of an edge
 */
export function snap(place, lines, toPixel, reach) {
  const here = toPixel(place)
  let vertex = null
  let edge = null
  for (const line of lines) {
    const pixels = pixelsOf(line, toPixel)
    line.places.forEach((corner, index) => {
      const distance = Math.hypot(pixels[index].x - here.x, pixels[index].y - here.y)
      if (distance <= reach && (!vertex || distance < vertex.distance))
        vertex = { distance, place: corner, name: line.name }
      const next = index + 1 < line.places.length ? index + 1 : line.closed ? 0 : -1
      if (next < 0) return
      const along = project(here, pixels[index], pixels[next])
      if (along.distance <= reach && (!edge || along.distance < edge.distance))
        edge = { distance: along.distance, place: between(corner, line.places[next], along.fraction), name: line.name }
    })
  }
  if (vertex) return { place: vertex.place, on: 'vertex', name: vertex.name }
  return edge && { place: edge.place, on: 'edge', name: edge.name }
}

/** Vertices are turned into pixels once for each view and line. */
const cache = new WeakMap()
function pixelsOf(line, toPixel) {
  const known = cache.get(line)
  if (known?.toPixel === toPixel) return known.pixels
  const pixels = line.places.map(toPixel)
  cache.set(line, { toPixel, pixels })
  return pixels
}

const between = (a, b, fraction) => [a[0] + (b[0] - a[0]) * fraction, a[1] + (b[1] - a[1]) * fraction]

/** @returns {{distance: number, fraction: number}} the nearest place on an edge */
function project(point, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const size = dx * dx + dy * dy
  const fraction = size ? Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / size)) : 0
  return { distance: Math.hypot(a.x + dx * fraction - point.x, a.y + dy * fraction - point.y), fraction }
}

/**
 * The vertices of a neighbour's border between two places that lie on it, the shorter way round.
 * @param {Place} from @param {Place} to @param {Line[]} lines
 * @returns {Place[]} without the two; empty where no line has both, or the way is a long detour
 */
export function trace(from, to, lines) {
  const straight = Math.hypot(to[0] - from[0], to[1] - from[1])
  let best = null
  for (const line of lines) {
    const [start, end] = [locate(from, line), locate(to, line)]
    if (start === null || end === null) continue
    for (const way of ways(line, start, end)) {
      const length = lengthOf([from, ...way, to])
      if (!best || length < best.length) best = { length, way }
    }
  }
  return best && best.length <= LONGEST_DETOUR * straight ? best.way : []
}

/** @returns {number|null} index of a vertex, or a number between two for a place on an edge */
function locate(place, { places, closed }) {
  for (let index = 0; index < places.length; index++)
    if (places[index][0] === place[0] && places[index][1] === place[1]) return index
  for (let index = 0; index < places.length; index++) {
    const next = index + 1 < places.length ? index + 1 : closed ? 0 : -1
    if (next < 0) continue
    const { distance, fraction } = project(asPoint(place), asPoint(places[index]), asPoint(places[next]))
    if (distance <= ON_BORDER_DEGREES) return index + Math.min(fraction, 0.999999999)
  }
  return null
}

const asPoint = ([x, y]) => ({ x, y })

/** Both ways round a ring, or the one way along a line. */
function ways({ places, closed }, start, end) {
  const count = places.length
  if (!closed) return [start <= end ? inner(places, start, end) : inner(places, end, start).reverse()]
  const forward = start <= end ? inner(places, start, end) : inner(places, start, end + count)
  const backward = end <= start ? inner(places, end, start) : inner(places, end, start + count)
  return [forward, backward.reverse()]
}

/** Vertices strictly between two positions, going round where the end is beyond the last. */
function inner(places, start, end) {
  const way = []
  for (let index = Math.floor(start) + 1; index < end; index++) way.push(places[index % places.length])
  return way
}

function lengthOf(places) {
  let length = 0
  for (let index = 1; index < places.length; index++)
    length += Math.hypot(places[index][0] - places[index - 1][0], places[index][1] - places[index - 1][1])
  return length
}
