import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  anotherPart,
  append,
  beginHole,
  boxOf,
  close,
  drawingOf,
  emptyDrawing,
  insert,
  isComplete,
  isHole,
  measure,
  midpoints,
  move,
  remove,
  reopen,
  toGeometry,
} from '../../main/resources/static/js/model/drawing.js'
import { createHistory } from '../../main/resources/static/js/model/history.js'
import { distanceMeters, lineMeters, ringAreaSqM } from '../../main/resources/static/js/model/measure.js'
import { linesOf, snap, trace } from '../../main/resources/static/js/model/snapping.js'

const SQUARE = [
  [106, 22],
  [106.01, 22],
  [106.01, 22.01],
  [106, 22.01],
]
const drawn = (...places) => append(emptyDrawing('area'), places)

test('area and length are those of the ellipsoid', () => {
  // At 22.005° the radii of curvature are 6,344,356 m and 6,381,129 m: 0.001° is 110.730 m and 103.259 m.
  assert.ok(Math.abs(ringAreaSqM(SQUARE) / (1107.3 * 1032.59) - 1) < 1e-4)
  assert.ok(Math.abs(distanceMeters([106, 22.005], [106.001, 22.005]) - 103.259) < 0.005)
  assert.ok(Math.abs(distanceMeters([106, 22.0045], [106, 22.0055]) - 110.73) < 0.005)
  assert.equal(lineMeters([SQUARE[0]]), 0)
  assert.ok(Math.abs(lineMeters(SQUARE, true) - 2 * (1107.3 + 1032.59)) < 1)
  assert.equal(ringAreaSqM(SQUARE), ringAreaSqM([...SQUARE].reverse()))
})

test('places are added, moved, put between and taken away without changing what was', () => {
  const before = drawn(SQUARE[0], SQUARE[1], SQUARE[2])
  const after = append(before, [SQUARE[3]])
  assert.equal(before.rings[0].places.length, 3)
  assert.equal(after.rings[0].places.length, 4)
  assert.equal(append(after, [[...SQUARE[3]]]), after, 'the same place again is no step')
  assert.deepEqual(move(after, 0, 1, [106.02, 22]).rings[0].places[1], [106.02, 22])
  assert.deepEqual(insert(after, 0, 0, [106.005, 21.9]).rings[0].places.slice(0, 3), [
    SQUARE[0],
    [106.005, 21.9],
    SQUARE[1],
  ])
  assert.deepEqual(remove(after, 0, 0).rings[0].places, SQUARE.slice(1))
})

test('a closed ring with too few places goes whole, with its holes', () => {
  const withHole = drawingOf({
    type: 'Polygon',
    coordinates: [
      [...SQUARE, SQUARE[0]],
      [[106.002, 22.002], [106.003, 22.002], [106.003, 22.003], [106.002, 22.002]],
    ],
  })
  assert.equal(remove(withHole, 1, 0).rings.length, 1, 'the hole')
  const triangle = remove(withHole, 0, 0)
  assert.equal(triangle.rings.length, 2)
  assert.deepEqual(remove(triangle, 0, 0), emptyDrawing('area'))
})

test('an area needs three places, a road two', () => {
  assert.equal(isComplete(drawn(SQUARE[0], SQUARE[1])), false)
  assert.equal(isComplete(drawn(SQUARE[0], SQUARE[1], SQUARE[2])), true)
  assert.equal(isComplete(append(emptyDrawing('road'), SQUARE.slice(0, 2))), true)
  assert.equal(isComplete(emptyDrawing('road')), false)
  const open = drawn(SQUARE[0], SQUARE[1])
  assert.equal(close(open), open)
  assert.equal(close(drawn(...SQUARE)).open, false)
  assert.equal(reopen(close(drawn(...SQUARE))).open, true)
})

test('what is drawn becomes GeoJSON and comes back the same', () => {
  const drawing = close(drawn(...SQUARE))
  const geometry = toGeometry(drawing)
  assert.deepEqual(geometry.coordinates, [[[...SQUARE, SQUARE[0]]]])
  assert.deepEqual(drawingOf(geometry), drawing)
  const parts = append(anotherPart(drawing), [[106.1, 22.1], [106.2, 22.1], [106.2, 22.2]])
  assert.equal(toGeometry(parts).coordinates.length, 2)
  assert.equal(toGeometry(emptyDrawing('area')), null)
  const road = close(append(emptyDrawing('road'), SQUARE.slice(0, 2)))
  assert.deepEqual(drawingOf(toGeometry(road)), road)
})

test('a hole takes away from the area and adds to the length', () => {
  const hole = [[106.002, 22.002], [106.004, 22.002], [106.004, 22.004], [106.002, 22.004]]
  const drawing = drawingOf({ type: 'Polygon', coordinates: [[...SQUARE, SQUARE[0]], [...hole, hole[0]]] })
  const { areaSqM, lengthMeters, places } = measure(drawing)
  assert.ok(Math.abs(areaSqM - (ringAreaSqM(SQUARE) - ringAreaSqM(hole))) < 1e-6)
  assert.ok(Math.abs(lengthMeters - (lineMeters(SQUARE, true) + lineMeters(hole, true))) < 1e-6)
  assert.equal(places, 8)
  assert.deepEqual(boxOf(drawing), [106, 22, 106.01, 22.01])
})

test('edges have middles: all of a closed ring, not the last of a growing one', () => {
  assert.equal(midpoints(drawn(...SQUARE)).length, 3)
  const closed = midpoints(close(drawn(...SQUARE)))
  assert.equal(closed.length, 4)
  assert.deepEqual(closed[3], { ring: 0, index: 3, place: [106, (22.01 + 22) / 2] })
  assert.equal(midpoints(close(append(emptyDrawing('road'), SQUARE))).length, 3)
})

test('steps are undone and done again; a new step forgets what was undone', () => {
  const history = createHistory('a')
  history.push('b')
  history.push('b')
  history.push('c')
  assert.equal(history.undo(), 'b')
  assert.equal(history.undo(), 'a')
  assert.equal(history.undo(), 'a')
  assert.equal(history.canUndo, false)
  assert.equal(history.redo(), 'b')
  assert.equal(history.push('d'), 'd')
  assert.equal(history.canRedo, false)
  assert.equal(history.undo(), 'b')
})

// A map of 100,000 pixels a degree: ten pixels are 0.0001°.
const toPixel = ([x, y]) => ({ x: x * 100_000, y: -y * 100_000 })
const NEIGHBOUR = linesOf({ type: 'Polygon', coordinates: [[...SQUARE, SQUARE[0]]] }, 'Tổ 1')

test('a place near a vertex becomes exactly that vertex', () => {
  const snapped = snap([106.010_05, 22.000_03], NEIGHBOUR, toPixel, 12)
  assert.equal(snapped.place, NEIGHBOUR[0].places[1], 'the very same numbers')
  assert.equal(snapped.on, 'vertex')
  assert.equal(snapped.name, 'Tổ 1')
})

test('a place near an edge comes to lie on it; one farther away stays', () => {
  const snapped = snap([106.005, 22.000_08], NEIGHBOUR, toPixel, 12)
  assert.equal(snapped.on, 'edge')
  assert.deepEqual(snapped.place, [106.005, 22])
  assert.equal(snap([106.005, 22.000_2], NEIGHBOUR, toPixel, 12), null)
  assert.equal(snap([106.005, 22.009_95], linesOf({ type: 'LineString', coordinates: [SQUARE[0], SQUARE[1]] }), toPixel, 12), null)
})

test('the way along a border is its own vertices, the shorter way round', () => {
  // From the middle of the south edge round the eastern corner up to the middle of the east edge.
  assert.deepEqual(trace([106.005, 22], [106.01, 22.005], NEIGHBOUR), [SQUARE[1]])
  assert.deepEqual(trace([106.01, 22.005], [106.005, 22], NEIGHBOUR), [SQUARE[1]])
  // Between opposite corners there are two equal ways with one vertex each; past the end of the list it goes on.
  assert.equal(trace(SQUARE[0], SQUARE[2], NEIGHBOUR).length, 1)
  assert.deepEqual(trace(SQUARE[2], [106, 22.005], NEIGHBOUR), [SQUARE[3]])
  assert.deepEqual(trace([106, 22.005], [106.005, 22], NEIGHBOUR), [SQUARE[0]])
  assert.deepEqual(trace(SQUARE[0], SQUARE[1], NEIGHBOUR), [])
})

test('there is no way where one of the places lies elsewhere, and none by a long detour', () => {
  assert.deepEqual(trace(SQUARE[0], [106.5, 22.5], NEIGHBOUR), [])
  const horseshoe = linesOf({
    type: 'LineString',
    coordinates: [[0, 0], [0, 10], [0.1, 10], [0.1, 0]],
  })
  assert.deepEqual(trace([0, 0], [0.1, 0], horseshoe), [])
})

test('an open line has one way, in both directions', () => {
  const line = linesOf({ type: 'LineString', coordinates: SQUARE })
  assert.deepEqual(trace(SQUARE[0], SQUARE[3], line), [SQUARE[1], SQUARE[2]])
  assert.deepEqual(trace(SQUARE[3], SQUARE[0], line), [SQUARE[2], SQUARE[1]])
})

test('a hole belongs to the part that it lies in and takes its ground away', () => {
  const hole = [
    [106.002, 22.002],
    [106.004, 22.002],
    [106.004, 22.004],
  ]
  const two = close(append(anotherPart(close(drawn(...SQUARE))), SQUARE.map(([x, y]) => [x + 1, y])))
  const growing = append(beginHole(two), hole)
  assert.ok(isHole(growing))
  const whole = measure(two).areaSqM
  assert.ok(measure(growing).areaSqM < whole)
  const holed = close(growing)
  assert.equal(holed.open, false)
  const { coordinates } = toGeometry(holed)
  assert.equal(coordinates.length, 2)
  assert.deepEqual(coordinates[0][1], [...hole, hole[0]])
  assert.equal(coordinates[1].length, 1)
  assert.equal(Math.round(measure(holed).areaSqM), Math.round(whole - ringAreaSqM(hole)))
})

test('a hole outside of what is drawn stays open', () => {
  const outside = append(beginHole(close(drawn(...SQUARE))), [
    [107, 23],
    [107.1, 23],
    [107.1, 23.1],
  ])
  assert.equal(close(outside), outside)
})
