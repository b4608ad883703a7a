import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstShown, paintedShapes, smallFrame } from '../../main/resources/static/js/model/smallmap.js'

const square = (west, south, size) => ({
  geometry: { type: 'Polygon', coordinates: [[[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]]] },
})

test('north is up, and a degree of longitude is as much shorter as it is on the ground', () => {
  const at60 = { geometry: { type: 'Polygon', coordinates: [[[10, 59.9], [10.4, 59.9], [10.4, 60.1], [10, 60.1], [10, 59.9]]] } }
  const frame = smallFrame([at60])
  // 0.4° at the 60th degree are as wide as 0.2° are high.
  assert.deepEqual([frame.width, frame.height], [260, 260])
  assert.equal(frame.pathOf(at60), 'M0 260L260 260L260 0L0 0L0 260Z')
})

test('an area of less than a unit stays to be seen, a hole of less does not', () => {
  const large = square(105, 20, 1)
  const frame = smallFrame([large])
  assert.match(frame.pathOf(square(105.5, 20.5, 0.00001)), /^M\d+ \d+h1v1h-1Z$/)
  const holed = { geometry: { type: 'Polygon', coordinates: [large.geometry.coordinates[0], square(105.5, 20.5, 0.00001).geometry.coordinates[0]] } }
  assert.equal(frame.pathOf(holed), frame.pathOf(large))
  assert.equal(frame.pathOf({ geometry: null }), '')
})

test('what has the same colour is one shape', () => {
  const fills = { a: { key: 'zero' }, b: { key: 'class-1' }, c: { key: 'zero' } }
  assert.deepEqual(
    paintedShapes([{ id: 'a', path: 'A' }, { id: 'b', path: 'B' }, { id: 'c', path: 'C' }], (id) => fills[id]),
    [{ fill: fills.a, path: 'AC' }, { fill: fills.b, path: 'B' }],
  )
})

test('of a long row the last are shown', () => {
  assert.equal(firstShown([1, 2, 3], 12), 0)
  assert.equal(firstShown(Array.from({ length: 20 }), 12), 8)
})
