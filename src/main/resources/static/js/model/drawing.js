/**
 * What is being drawn: rings of an area, or lines of a road. Every step gives a new drawing and leaves the old one as it
 * was, so that it can be undone. A ring does not repeat its first place.
 */
import { lineMeters, ringAreaSqM } from './measure.js'

/** @typedef {[number, number]} Place longitude, latitude */
/** @typedef {{part: number, places: Place[], hole?: boolean}} Ring the first ring of a part goes round it, others are holes; hole: being drawn as one */
/** @typedef {{kind: 'area'|'road', rings: Ring[], open: boolean}} Drawing open: the last ring still grows at its end */

/** @param {'area'|'road'} kind @returns {Drawing} */
export const emptyDrawing = (kind) => ({ kind, rings: [{ part: 0, places: [] }], open: true })

/** @param {object} geometry GeoJSON polygon, line or a multiple of them @returns {Drawing} */
export function drawingOf(geometry) {
  const many = geometry.type.startsWith('Multi') ? geometry.coordinates : [geometry.coordinates]
  if (geometry.type.endsWith('LineString'))
    return { kind: 'road', rings: many.map((line, part) => ({ part, places: line.map(flat) })), open: false }
  const rings = many.flatMap((polygon, part) =>
    polygon.map((ring) => ({ part, places: ring.slice(0, -1).map(flat) })),
  )
  return { kind: 'area', rings, open: false }
}

const flat = ([x, y]) => [x, y]

/** @param {Drawing} drawing @returns {object|null} GeoJSON; null where nothing was drawn */
export function toGeometry({ kind, rings }) {
  const drawn = rings.filter(({ places }) => places.length > 0)
  if (!drawn.length) return null
  if (kind === 'road') return { type: 'MultiLineString', coordinates: drawn.map(({ places }) => places) }
  const parts = new Map()
  for (const { part, places } of drawn) {
    if (!parts.has(part)) parts.set(part, [])
    parts.get(part).push([...places, places[0]])
  }
  return { type: 'MultiPolygon', coordinates: [...parts.values()] }
}

const fewest = (kind) => (kind === 'area' ? 3 : 2)

/** Whether there is enough of it to be looked at. @param {Drawing} drawing */
export const isComplete = ({ kind, rings }) =>
  rings.some(({ places }) => places.length > 0) &&
  rings.every(({ places }) => places.length === 0 || places.length >= fewest(kind))

export const isEmpty = ({ rings }) => rings.every(({ places }) => places.length === 0)

/** @param {Drawing} drawing @param {number} ring @param {(places: Place[]) => Place[]} change */
function withRing(drawing, ring, change) {
  const rings = drawing.rings.map((entry, index) =>
    index === ring ? { ...entry, places: change(entry.places) } : entry,
  )
  return { ...drawing, rings }
}

/** Adds places at the open end; one that repeats the last is left out. @param {Drawing} drawing @param {Place[]} places */
export function append(drawing, places) {
  const last = drawing.rings.length - 1
  const present = drawing.rings[last].places
  const fresh = places.filter((place, index) => !same(place, index ? places[index - 1] : present[present.length - 1]))
  return fresh.length ? withRing(drawing, last, (before) => [...before, ...fresh]) : drawing
}

const same = (a, b) => Boolean(a && b) && a[0] === b[0] && a[1] === b[1]

/** @param {Drawing} drawing */
export const move = (drawing, ring, index, place) =>
  same(drawing.rings[ring].places[index], place)
    ? drawing
    : withRing(drawing, ring, (places) => places.map((present, at) => (at === index ? place : present)))

/** Puts a place after the one with the index. @param {Drawing} drawing */
export const insert = (drawing, ring, index, place) =>
  withRing(drawing, ring, (places) => [...places.slice(0, index + 1), place, ...places.slice(index + 1)])

/**
 * Takes a place away. A closed ring with too few places goes whole, with its holes where it has any.
 * @param {Drawing} drawing
 */
export function remove(drawing, ring, index) {
  const growing = drawing.open && ring === drawing.rings.length - 1
  const { places, part } = drawing.rings[ring]
  if (growing || places.length > fewest(drawing.kind))
    return withRing(drawing, ring, (present) => present.filter((_, at) => at !== index))
  const isShell = drawing.rings.findIndex((entry) => entry.part === part) === ring
  const rings = drawing.rings.filter((entry, at) => at !== ring && !(isShell && entry.part === part))
  return rings.length ? { ...drawing, rings } : emptyDrawing(drawing.kind)
}

/** @param {Drawing} drawing the same where there is too little to be closed, or a hole that is in no part */
export function close(drawing) {
  if (!drawing.open || !isComplete(drawing)) return drawing
  const last = drawing.rings.length - 1
  const { hole, ...ring } = drawing.rings[last]
  if (!hole || !ring.places.length) return { ...drawing, open: false }
  const part = partAround(drawing, ring.places[0])
  return part === null ? drawing : { ...drawing, rings: [...drawing.rings.slice(0, last), { ...ring, part }], open: false }
}

/** A hole in the part that will be found around its first place. @param {Drawing} drawing */
export const beginHole = (drawing) => ({
  ...drawing,
  rings: [...drawing.rings, { part: Math.max(...drawing.rings.map((ring) => ring.part)) + 1, places: [], hole: true }],
  open: true,
})

/** Whether a hole is being drawn. @param {Drawing} drawing */
export const isHole = ({ rings }) => Boolean(rings[rings.length - 1].hole)

/** @returns {number|null} the part whose outer ring goes round the place */
function partAround({ rings }, place) {
  const shells = rings.filter((ring, index) => !ring.hole && rings.findIndex((entry) => entry.part === ring.part) === index)
  return shells.find((shell) => isInside(place, shell.places))?.part ?? null
}

/** How often a ray to the east crosses the ring, even or odd. */
function isInside([x, y], places) {
  let inside = false
  places.forEach(([ax, ay], index) => {
    const [bx, by] = places[(index + 1) % places.length]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  })
  return inside
}

/** The last line goes on growing at its end. @param {Drawing} drawing */
export const reopen = (drawing) => (drawing.open ? drawing : { ...drawing, open: true })

/** A part of its own beside what is there. @param {Drawing} drawing */
export function anotherPart(drawing) {
  const part = Math.max(...drawing.rings.map((ring) => ring.part)) + 1
  return { ...drawing, rings: [...drawing.rings, { part, places: [] }], open: true }
}

/** Middles of the edges, where places can be put between. @param {Drawing} drawing @returns {{ring: number, index: number, place: Place}[]} */
export function midpoints({ kind, rings, open }) {
  return rings.flatMap(({ places }, ring) =>
    places.flatMap((place, index) => {
      const lastEdge = index === places.length - 1
      const grows = open && ring === rings.length - 1
      if (lastEdge && (kind === 'road' || grows || places.length < 3)) return []
      const next = places[(index + 1) % places.length]
      return [{ ring, index, place: [(place[0] + next[0]) / 2, (place[1] + next[1]) / 2] }]
    }),
  )
}

/** @param {Drawing} drawing @returns {{areaSqM: number, lengthMeters: number, places: number}} length: round an area, along a road */
export function measure({ kind, rings }) {
  const shells = new Set()
  let areaSqM = 0
  let lengthMeters = 0
  let count = 0
  for (const { part, places, hole } of rings) {
    count += places.length
    lengthMeters += lineMeters(places, kind === 'area' && places.length > 2)
    if (kind === 'area') areaSqM += hole || shells.has(part) ? -ringAreaSqM(places) : ringAreaSqM(places)
    shells.add(part)
  }
  return { areaSqM: Math.max(0, areaSqM), lengthMeters, places: count }
}

/** @param {Drawing} drawing the bounding box as [west, south, east, north]; null where nothing was drawn */
export function boxOf({ rings }) {
  const places = rings.flatMap((ring) => ring.places)
  if (!places.length) return null
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
