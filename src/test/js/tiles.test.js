import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { buildLegend, joinRows } from '../../main/resources/static/js/model/figures.js'
import { onlyCategory, emptyFilter } from '../../main/resources/static/js/model/incidentfilter.js'
import { boxOf, holds, openTile } from '../../main/resources/static/js/model/mvt.js'
import { createSlices } from '../../main/resources/static/js/model/slices.js'
import { drawsTiles, gridBox, incidentSource, isLarge, rowOfTile, tileSource } from '../../main/resources/static/js/model/tiles.js'

// Written by the service from the demonstration: tile 9/226/406 (row, column) of communes and of residential areas, density
// of 2018-01-01 to 2019-08-15 and status of 2018; 10/453/812 of incidents. What they hold was read with GDAL's ogrinfo.
const tile = (name) => openTile(new Uint8Array(readFileSync(new URL(`tiles/${name}.mvt`, import.meta.url))))
const all = (opened) => Array.from({ length: opened.count }, (_, index) => opened.feature(index))
const town = (name) => all(tile(name)).find(({ id }) => id === 283)

test('a tile of the service is read as another program reads it', () => {
  const communes = tile('communes')
  assert.deepEqual([communes.name, communes.extent], ['communes', 4096])
  const { type, attributes } = communes.feature(0)
  assert.equal(type, 'polygon')
  assert.deepEqual([attributes.fullName, attributes.covered, attributes.count], ['Thị trấn Quán Lào', true, 45])
  assert.ok(Math.abs(attributes.incidentsPerSqKmYear - 18.8870311638169) < 1e-12)
  assert.equal(communes.feature(1).attributes.covered, false)
  assert.equal(communes.feature(1).attributes.count, undefined)
  assert.deepEqual(all(tile('incidents')).map(({ attributes: { count } }) => count).slice(0, 1), [15])
})

test('commands are followed from place to place, and several rings are several parts', () => {
  // MoveTo(1) +2 +3, LineTo(2) +4 0, 0 +5, ClosePath; MoveTo(1) +10 -8 (from 6 8: 16 0), LineTo(2) -1 0, 0 -1, ClosePath.
  const geometry = [9, 4, 6, 18, 8, 0, 0, 10, 15, 9, 20, 15, 18, 1, 0, 0, 1, 15]
  const feature = [24, 3, 34, geometry.length, ...geometry]
  const layer = [10, 1, 97, 18, feature.length, ...feature]
  const { type, parts, id } = openTile(Uint8Array.from([26, layer.length, ...layer])).feature(0)
  assert.equal(id, null)
  assert.equal(type, 'polygon')
  assert.deepEqual(parts, [[2, 3, 6, 3, 6, 8], [16, 0, 15, 0, 15, -1]])
})

test('numbers of every kind keep their value', () => {
  const double = new Uint8Array(new Float64Array([-2.5]).buffer)
  const float = new Uint8Array(new Float32Array([0.5]).buffer)
  const values = [[8 * 3 + 1, ...double], [8 * 2 + 5, ...float], [8 * 5, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], [8 * 6, 3], [8 * 7, 1]]
  const tags = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
  const feature = [18, tags.length, ...tags]
  const keys = ['a', 'b', 'c', 'd', 'e'].map((key) => [26, 1, key.charCodeAt(0)])
  const layer = [18, feature.length, ...feature, ...keys.flat(), ...values.flatMap((value) => [34, value.length, ...value])]
  const { attributes } = openTile(Uint8Array.from([26, layer.length, ...layer])).feature(0)
  // 2^35: more than a shift of 32 bits could hold; 3 in zigzag is -2.
  assert.deepEqual(attributes, { a: -2.5, b: 0.5, c: 34359738368, d: -2, e: true })
})

test('nothing is an empty tile, and bytes that break off are none', () => {
  assert.equal(openTile(new Uint8Array()).count, 0)
  assert.throws(() => openTile(Uint8Array.from([26, 5, 10])), RangeError)
  assert.throws(() => openTile(Uint8Array.from([26, 0x80])), RangeError)
})

test('a place is in a ring and not in its hole', () => {
  const rings = [[0, 0, 10, 0, 10, 10, 0, 10], [4, 4, 4, 6, 6, 6, 6, 4]]
  assert.deepEqual([holds(rings, 2, 2), holds(rings, 5, 5), holds(rings, 11, 5)], [true, false, false])
  assert.deepEqual(boxOf(rings), [0, 0, 10, 10])
  assert.equal(boxOf([]), null)
})

test('an area has the colour that its row of the table has', () => {
  const rows = joinRows(
    [1, 2].map((id) => ({ id, properties: { name: `Xã ${id}`, kind: 'xa' } })),
    { areas: [{ id: 1, covered: true, count: 45, incidentsPerSqKmYear: 18.887 }, { id: 2, covered: true, count: 3, incidentsPerSqKmYear: 2, unstable: true }] },
    null,
  )
  const legend = buildLegend(rows, 'density')
  const row = rowOfTile(town('communes').attributes)
  assert.deepEqual([row.id, row.members, row.density.count], ['283', null, 45])
  assert.equal(legend.fillOf(row), legend.fillOf(rows[0]))
  // Not covered: no figure.
  assert.equal(legend.fillOf(rowOfTile(tile('communes').feature(1).attributes)).key, 'no-data')
})

test('a commune that stands for its areas has their rate, their mean number and the status of most', () => {
  const merged = rowOfTile(town('merged').attributes)
  // 45 incidents in five areas.
  assert.deepEqual([merged.members, merged.total, merged.density.count], [5, 45, 9])
  assert.ok(Math.abs(merged.density.incidentsPerSqKmYear - 20.7713462581403) < 1e-9)
  const one = rowOfTile(town('status').attributes)
  assert.deepEqual(one.statuses, { recognised: 4, not_recognised: 1 })
  assert.equal(one.safety.status, 'recognised')
  // Above all limits of single areas it is in the highest class, and not taken for none.
  const legend = buildLegend([{ density: { covered: true, incidentsPerSqKmYear: 3 } }, { density: { covered: true, incidentsPerSqKmYear: 7 } }], 'density')
  assert.equal(legend.fillOf(merged), legend.items.at(-1).fill)
})

test('from afar tiles are drawn, close up shapes, and with many areas shapes only where few are in sight', () => {
  assert.deepEqual([9.75, 10].map((zoom) => drawsTiles(zoom, 29)), [true, false])
  assert.deepEqual([12.25, 12.5].map((zoom) => drawsTiles(zoom, 3321)), [true, false])
  assert.equal(isLarge({ bbox: [105.46, 19.92, 105.77, 20.09] }), false)
  assert.equal(isLarge({ bbox: [104.3, 19.3, 106.1, 20.7] }), true)
  assert.deepEqual(gridBox([105.4613, 19.93, 105.7654, 20.0866]), [105.4, 19.9, 105.8, 20.1])
})

test('the source follows what the page shows', () => {
  const state = { theme: 'density', level: 'residential-areas', layers: ['villages', 'residential-blocks'], from: '2018-01-01', to: '2018-12-31', year: 2018 }
  assert.deepEqual(tileSource(state, '2018-12-31'), {
    collection: 'residential-areas',
    theme: 'density',
    query: { from: '2018-01-01', to: '2018-12-31', boundaryDay: '2018-12-31' },
    leastZoom: 7,
  })
  assert.equal(tileSource({ ...state, layers: ['villages'] }, 'x').collection, 'villages')
  assert.equal(tileSource({ ...state, layers: [] }, 'x'), null)
  assert.equal(tileSource({ ...state, level: 'communes' }, 'x'), null)
  assert.deepEqual(tileSource({ ...state, theme: 'status', level: 'communes', layers: ['communes'] }, 'x').query, { year: 2018, boundaryDay: 'x' })
  assert.deepEqual(incidentSource(state, 'TTXH').query, { from: '2018-01-01', to: '2018-12-31', category: 'TTXH' })
})

test('numbers follow a filter by category, and no other', () => {
  const filter = emptyFilter(false)
  assert.equal(onlyCategory(filter), '')
  assert.equal(onlyCategory({ ...filter, category: 'TTXH' }), 'TTXH')
  assert.equal(onlyCategory({ ...filter, majorCase: true }), null)
  assert.equal(onlyCategory({ ...filter, mine: true }), null)
})

test('work is done in slices, in order, and what is called off is left', () => {
  let clock = 0
  const later = []
  const slices = createSlices({ now: () => clock, later: (run) => later.push(run) })
  const done = []
  function* job(name) {
    for (let step = 1; step <= 4; step++) {
      done.push(`${name}${step}`)
      clock += 4
      yield
    }
  }
  slices.add(job('a'))
  const stop = slices.add(job('b'))
  later.shift()()
  // Two steps of 4 ms fill a slice of 6.
  assert.deepEqual(done, ['a1', 'a2'])
  stop()
  while (later.length) later.shift()()
  assert.deepEqual(done, ['a1', 'a2', 'a3', 'a4'])
})

test('after a picture the browser draws before anything goes on', () => {
  const later = []
  const frames = []
  const slices = createSlices({ now: () => 0, later: (run) => later.push(run), frame: (run) => frames.push(run) })
  const done = []
  function* job() {
    done.push('painted')
    yield 'frame'
    done.push('next')
  }
  slices.add(job())
  later.shift()()
  assert.deepEqual([done.length, later.length, frames.length], [1, 0, 1])
  frames.shift()()
  assert.deepEqual(done, ['painted', 'next'])
})
