import assert from 'node:assert/strict'
import { test } from 'node:test'

const MODEL = new URL('../../main/resources/static/js/model/', import.meta.url)
const load = (name) => import(new URL(name, MODEL))
const { classify, classIndex } = await load('classes.js')
const { cellSizeFor, clusterPoints } = await load('clusters.js')
const { parseNumber, parsePair } = await load('coordinates.js')
const { daysIn, keptInstant, parseDay, presetPeriods, toInstant, toWallClock } = await load('dates.js')
const { buildLegend, joinRows, sortRows } = await load('figures.js')
const { createFormat } = await load('format.js')
const { labelPoint } = await load('geometry.js')
const { differingFields, toBody } = await load('incidents.js')
const { findPersonalData } = await load('notecheck.js')
const { placeLabels } = await load('placement.js')
const { readState, writeState } = await load('urlstate.js')
const { newUuid } = await load('uuid.js')

test('counts both ends of a period', () => {
  assert.equal(daysIn({ from: '2018-01-01', to: '2019-08-15' }), 592)
})

test('reads days as people write them', () => {
  assert.equal(parseDay('15/8/2019'), '2019-08-15')
  assert.equal(parseDay('2019-08-15'), '2019-08-15')
  assert.equal(parseDay('31/02/2019'), null)
  assert.equal(parseDay('08/15/2019'), null)
})

test('turns a Vietnamese clock into an instant and back', () => {
  assert.equal(toInstant('2019-08-15T06:30'), '2019-08-14T23:30:00Z')
  assert.equal(toWallClock(new Date('2019-08-14T23:30:00Z')), '2019-08-15T06:30')
})

test('offers the assessment window from 1 November to 31 October', () => {
  const presets = presetPeriods('2026-08-02', [{ from: '2018-01-01', to: '2019-08-15' }], 2019)
  assert.deepEqual(presets.find((preset) => preset.id === 'assessment').period, {
    from: '2018-11-01',
    to: '2019-10-31',
  })
  assert.deepEqual(presets.find((preset) => preset.id === 'last12Months').period, {
    from: '2025-08-03',
    to: '2026-08-02',
  })
})

test('writes numbers and days the Vietnamese way', () => {
  const format = createFormat('vi')
  assert.equal(format.count(1500), '1.500')
  assert.equal(format.number(18.888), '18,89')
  assert.equal(format.day('2019-08-15'), '15/08/2019')
  assert.equal(format.instant('2019-08-14T23:30:00Z'), '15/08/2019 06:30')
})

test('makes five classes whose printed limits decide the colour', () => {
  const values = [0, 1.23, 2.34, 3.45, 4.56, 5.67, 6.78, 7.89, 8.91, 9.12, 10.4]
  const classes = classify(values)
  assert.deepEqual(
    classes.map((entry) => entry.max),
    [2.3, 4.6, 6.8, 8.9, 11],
  )
  assert.equal(classes[0].min, 1.2)
  assert.equal(classIndex(classes, 2.34), 1)
  assert.equal(classIndex(classes, 0), -1)
})

test('has no class without a positive value and one for a single value', () => {
  assert.deepEqual(classify([0, 0]), [])
  assert.deepEqual(classify([7], 5, true), [{ min: 7, max: 7, includesMin: true }])
})

test('tells "no incident" from "not enough data"', () => {
  const feature = (id) => ({ id, properties: { name: id, kind: 'thon' } })
  const density = {
    areas: [
      { id: 'a', covered: true, count: 0, incidentsPerSqKmYear: 0 },
      { id: 'b', covered: false, count: null, incidentsPerSqKmYear: null },
    ],
  }
  const rows = joinRows([feature('a'), feature('b'), feature('c')], density, null)
  const { fillOf } = buildLegend(rows, 'density')
  assert.deepEqual(
    rows.map((row) => fillOf(row).key),
    ['zero', 'no-data', 'no-data'],
  )
})

test('sorts areas without figures last in both directions', () => {
  const rows = [
    { fullName: 'A', density: { covered: false } },
    { fullName: 'B', density: { covered: true, count: 1 } },
    { fullName: 'C', density: { covered: true, count: 5 } },
  ]
  const names = (descending) =>
    sortRows(rows, { column: 'count', descending }, createFormat('vi').compareNames).map((row) => row.fullName)
  assert.deepEqual(names(true), ['C', 'B', 'A'])
  assert.deepEqual(names(false), ['B', 'C', 'A'])
})

test('by a rate, areas with few incidents follow all others', () => {
  const area = (fullName, count, incidentsPerSqKmYear) => ({ fullName, density: { covered: true, count, incidentsPerSqKmYear, unstable: count < 5 } })
  const rows = [area('small', 1, 80), area('none', 0, 0), area('low', 5, 3), area('high', 20, 12), { fullName: 'unknown', density: { covered: false } }]
  const names = (descending) =>
    sortRows(rows, { column: 'density', descending }, createFormat('vi').compareNames).map((row) => row.fullName)
  assert.deepEqual(names(true), ['high', 'low', 'small', 'none', 'unknown'])
  assert.deepEqual(names(false), ['low', 'high', 'none', 'small', 'unknown'])
})

test('reads typed numbers in either decimal habit', () => {
  for (const text of ['2209278.617', '2209278,617', '2.209.278,617', '2 209 278.617', '2,209,278.617'])
    assert.equal(parseNumber(text), 2209278.617, text)
  assert.equal(parseNumber('105°'), 105)
  assert.equal(parseNumber('abc'), null)
  assert.deepEqual(parsePair('105.64806, 19.97194'), [105.64806, 19.97194])
  assert.deepEqual(parsePair('19,97194; 105,64806'), [19.97194, 105.64806])
  assert.equal(parsePair('105,64806'), null)
})

test('warns of numbers that point to a person', () => {
  assert.deepEqual(findPersonalData('CCCD 038090 123456'), ['citizenNumber'])
  assert.deepEqual(findPersonalData('gọi 0912 345 678'), ['phone'])
  assert.deepEqual(findPersonalData('số +84912345678'), ['phone'])
  assert.deepEqual(findPersonalData('xe 36B1-123.45'), ['plate'])
  assert.deepEqual(findPersonalData('xe 29A 12345'), ['plate'])
  assert.deepEqual(findPersonalData('thiệt hại 500.000.000 đồng, lúc 20h30 ngày 15/8/2019, 2 xe máy'), [])
})

test('keeps a state through the address and ignores nonsense', () => {
  const state = readState(
    '?place=7&from=2018-01-01&to=2019-08-15&theme=status&level=communes&layers=communes,incidents&selected=area:u-1&tab=table&view=105.64806,19.97194,14.5',
  )
  assert.deepEqual(readState(writeState(state)), state)
  const broken = readState('?from=2019-02-30&to=x&theme=hack&layers=a,communes&selected=<b>&view=1,2')
  assert.deepEqual(
    [broken.from, broken.theme, broken.layers, broken.selected, broken.view],
    [null, 'density', ['communes'], null, null],
  )
})

test('never loses a point while clustering', () => {
  const points = Array.from({ length: 100 }, (_, index) => ({
    x: (index * 37) % 200,
    y: (index * 91) % 200,
    item: index,
  }))
  const clusters = clusterPoints(points, 50)
  assert.equal(
    clusters.reduce((sum, cluster) => sum + cluster.items.length, 0),
    100,
  )
  assert.equal(clusterPoints(points, cellSizeFor(17)).length, 100)
})

test('places a name inside a bent shape', () => {
  const horseshoe = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [8, 10],
        [8, 2],
        [2, 2],
        [2, 10],
        [0, 10],
        [0, 0],
      ],
    ],
  }
  const [x, y] = labelPoint(horseshoe)
  assert.ok(y < 2 || x < 2 || x > 8, `${x} ${y}`)
})

test('lets no name cover another', () => {
  const box = (id, x, rank) => ({ id, x, y: 0, width: 20, height: 10, rank })
  assert.deepEqual([...placeLabels([box('small', 5, 2), box('large', 0, 1), box('far', 60, 3)])], ['large', 'far'])
})

test('leaves a name out that a button of the map would cut off, but never the name of an archipelago', () => {
  const box = (id, x, lasting = false) => ({ id, x, y: 0, width: 20, height: 10, rank: 1, lasting })
  const button = { x: 100, y: 0, width: 40, height: 40 }
  assert.deepEqual([...placeLabels([box('free', 70), box('cut', 120), box('islands', 95, true)], [button])], ['free', 'islands'])
})

test('sends only what a save takes and sees which fields differ', () => {
  const body = toBody({
    longitude: 105.648060012,
    latitude: 19.97194,
    category: 'TNGT',
    severity: null,
    note: '',
    dead: 0,
    version: 3,
    commune: {},
  })
  assert.deepEqual(body, { longitude: 105.64806, latitude: 19.97194, category: 'TNGT', dead: 0 })
  assert.deepEqual(
    differingFields(
      { category: 'TNGT', note: null, occurredAt: '2019-08-15T00:00:00Z' },
      { category: 'TTXH', note: '', occurredAt: '2019-08-15T00:00:00.000Z' },
    ),
    ['category'],
  )
})

test('a correction sends back every field of the record, so that none is cleared', () => {
  const record = {
    id: '2f1c1f0e-7d1c-4c7e-9a55-0d6f5a1b2c3d',
    version: 4,
    longitude: 105.64806,
    latitude: 19.97194,
    placeAccuracy: 'street',
    occurredAt: '2019-08-15T00:00:12Z',
    occurredUntil: '2019-08-15T03:30:00Z',
    reportedAt: '2019-08-15T04:00:00.123456Z',
    category: 'TNGT',
    categoryName: 'Tai nạn giao thông',
    severity: 'NGHIEM_TRONG',
    majorCase: true,
    handlingLevel: 'province',
    state: 'verifying',
    personsInvolved: 2,
    dead: 1,
    injured: 0,
    damageDong: 5000000,
    note: 'hai xe',
    mine: true,
  }
  const { id, version, categoryName, mine, ...writable } = record
  assert.deepEqual(toBody(record), writable)
  assert.deepEqual(toBody({ ...record, reason: 'nhầm loại' }), { ...writable, reason: 'nhầm loại' })
})

test('the span, the report and the state count as differences of two versions', () => {
  const theirs = { state: 'received', reportedAt: '2019-08-15T04:00:00Z', occurredUntil: null }
  assert.deepEqual(differingFields({ ...theirs, reportedAt: '2019-08-15T04:00:00.000Z' }, theirs), [])
  assert.deepEqual(
    differingFields({ state: 'verifying', reportedAt: '2019-08-15T04:01:00Z', occurredUntil: '2019-08-15T04:00:00Z' }, theirs),
    ['occurredUntil', 'reportedAt', 'state'],
  )
})

test('a time that was not touched keeps its seconds', () => {
  const original = '2019-08-14T23:30:45.123456Z'
  assert.equal(keptInstant('2019-08-15T06:30', original), original)
  assert.equal(keptInstant('2019-08-15T06:31', original), '2019-08-14T23:31:00Z')
  assert.equal(keptInstant('', original), null)
  assert.equal(keptInstant('2019-08-15T06:30'), '2019-08-14T23:30:00Z')
})

test('makes a version 4 UUID without crypto.randomUUID', () => {
  const source = { getRandomValues: (bytes) => bytes.fill(255) }
  assert.equal(newUuid(source), 'ffffffff-ffff-4fff-bfff-ffffffffffff')
})
