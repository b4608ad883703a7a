import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byNewest, decimalNumber, firstShape, partIsFit, toPart, toWish, wholeNumber } from '../../main/resources/static/js/model/boundarychange.js'

const LINE = { type: 'LineString', coordinates: [[105, 20], [106, 20]] }
const GROUND = { type: 'Polygon', coordinates: [[[105, 20], [106, 20], [106, 21], [105, 20]]] }
const chosen = { kind: 'split', day: '2026-12-01', unitIds: [7], parts: [{ name: 'A' }, { name: 'B' }], shape: null, restTo: 9, childIds: [], children: [] }

test('figures are read as people write them', () => {
  assert.equal(wholeNumber('11.729'), 11729)
  assert.equal(wholeNumber(' '), null)
  assert.ok(Number.isNaN(wholeNumber('11,7')))
  assert.equal(decimalNumber('1,47'), 1.47)
  assert.equal(decimalNumber('8.24'), 8.24)
  assert.equal(partIsFit(toPart({ name: 'A', population: 'nhiều' })), false)
})

test('a part keeps only what was filled in', () => {
  assert.deepEqual(toPart({ name: ' Quán Lào ', kind: '', code: '15469', population: '', households: '', areaSqKm: '8,24' }), {
    name: 'Quán Lào',
    kind: null,
    code: '15469',
    parentId: null,
    population: null,
    households: null,
    officialAreaSqKm: 8.24,
  })
})

test('a line cuts, a polygon is the first part of a split', () => {
  assert.deepEqual(toWish({ ...chosen, shape: LINE }).line, LINE)
  const drawn = toWish({ ...chosen, shape: GROUND })
  assert.equal(drawn.line, null)
  assert.equal(drawn.geometry, null)
  assert.deepEqual(drawn.parts[0].geometry, GROUND)
  assert.equal(drawn.restTo, null)
})

test('whole villages go before a drawn shape', () => {
  const transfer = toWish({ ...chosen, kind: 'transfer', shape: LINE, childIds: [3] })
  assert.deepEqual([transfer.childIds, transfer.line, transfer.geometry], [[3], null, null])
  assert.deepEqual(toWish({ ...chosen, shape: GROUND, childIds: [3] }).parts[0], { name: 'A', childIds: [3] })
})

test('a polygon is what changes hands in a transfer, and the boundary of a redrawing', () => {
  assert.deepEqual(toWish({ ...chosen, kind: 'transfer', shape: GROUND }).geometry, GROUND)
  assert.equal(toWish({ ...chosen, kind: 'redraw', shape: GROUND }).restTo, 9)
  assert.equal(toWish({ ...chosen, kind: 'merge', shape: GROUND }).geometry, null)
})

test('a file gives its first line or polygon', () => {
  const collection = { type: 'FeatureCollection', features: [{ geometry: { type: 'Point', coordinates: [1, 2] } }, { geometry: GROUND }] }
  assert.deepEqual(firstShape(JSON.stringify(collection)), GROUND)
  assert.deepEqual(firstShape(JSON.stringify(LINE)), LINE)
  assert.equal(firstShape('không phải JSON'), null)
  assert.equal(firstShape('{"type":"Point","coordinates":[1,2]}'), null)
})

test('a part can come under another unit', () => {
  assert.equal(toPart({ name: 'A', parentId: '12' }).parentId, 12)
})

test('changes of the page and of files are one list, the last first', () => {
  const changes = [{ changeId: 'b', storedAt: '2026-11-02T00:00:00Z' }]
  const files = [
    { importId: 'a', createdAt: '2026-11-01T00:00:00Z' },
    { importId: 'c', createdAt: '2026-11-03T00:00:00Z' },
  ]
  assert.deepEqual(byNewest(changes, files).map((each) => each.changeId ?? each.importId), ['c', 'b', 'a'])
})
