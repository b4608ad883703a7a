import assert from 'node:assert/strict'
import { test } from 'node:test'

const MODEL = new URL('../../main/resources/static/js/model/', import.meta.url)
const load = (name) => import(new URL(name, MODEL))
const { presetPeriods, yearBefore } = await load('dates.js')
const { emptyFilter, headFigures, isNarrowed, matcher, toQuery } = await load('incidentfilter.js')

const VIEW = { from: '2019-01-01', to: '2019-08-15', place: 7, boundaryDay: null, bbox: [105.61, 19.9, 105.7, 20] }
const preset = (today, id, current) => presetPeriods(today, [], 2026, current).find((entry) => entry.id === id)?.period

test('the months of a report run from day to day', () => {
  assert.deepEqual(preset('2026-01-20', 'lastMonth'), { from: '2025-12-01', to: '2025-12-31' })
  assert.deepEqual(preset('2026-03-31', 'lastMonth'), { from: '2026-02-01', to: '2026-02-28' })
  assert.deepEqual(preset('2026-01-20', 'midMonth'), { from: '2025-12-15', to: '2026-01-14' })
  assert.deepEqual(preset('2026-03-02', 'midMonth'), { from: '2026-02-15', to: '2026-03-14' })
  assert.deepEqual(preset('2026-11-22', 'thisMonth'), { from: '2026-11-01', to: '2026-11-22' })
})

test('quarter and half-year begin where they should', () => {
  for (const [today, quarter, half] of [
    ['2026-01-01', '2026-01-01', '2026-01-01'],
    ['2026-06-30', '2026-04-01', '2026-01-01'],
    ['2026-07-01', '2026-07-01', '2026-07-01'],
    ['2026-12-31', '2026-10-01', '2026-07-01'],
  ]) {
    assert.deepEqual(preset(today, 'quarter'), { from: quarter, to: today })
    assert.deepEqual(preset(today, 'halfYear'), { from: half, to: today })
  }
})

test('the windows of Circular 124 differ between residential areas and communes', () => {
  assert.deepEqual(preset('2026-08-02', 'assessment'), { from: '2025-11-01', to: '2026-10-31' })
  assert.deepEqual(preset('2026-08-02', 'communeAssessment'), { from: '2025-11-16', to: '2026-11-15' })
})

test('the same period of the year before', () => {
  assert.equal(yearBefore('2024-02-29'), '2023-02-28')
  assert.equal(yearBefore('2025-02-28'), '2024-02-28')
  assert.deepEqual(preset('2026-08-02', 'yearBefore', { from: '2019-01-01', to: '2019-08-15' }), {
    from: '2018-01-01',
    to: '2018-08-15',
  })
  assert.equal(preset('2026-08-02', 'yearBefore'), undefined)
})

test('a filter asks for the period and the place, the own marks for neither', () => {
  assert.deepEqual(toQuery(emptyFilter(false), VIEW), {
    from: '2019-01-01',
    to: '2019-08-15',
    within: 7,
    boundaryDay: '2019-08-15',
  })
  assert.deepEqual(toQuery(emptyFilter(true), VIEW), { mine: true })
  const narrow = { ...emptyFilter(true), nearBorder: true, state: 'resolved', inView: true }
  assert.deepEqual(toQuery(narrow, VIEW), {
    mine: true,
    nearBorder: true,
    state: 'resolved',
    bbox: '105.610000,19.900000,105.700000,20.000000',
  })
  assert.equal(isNarrowed(narrow), true)
  assert.equal(isNarrowed(emptyFilter(true)), false)
})

test('the map shows what the list holds', () => {
  const mark = { mine: false, category: 'TTXH', state: 'received', placeAccuracy: 'exact', residentialArea: null }
  assert.equal(matcher(emptyFilter(false))(mark), true)
  assert.equal(matcher(emptyFilter(true))(mark), false)
  const unassigned = matcher({ ...emptyFilter(false), unassigned: true })
  assert.equal(unassigned(mark), true)
  assert.equal(unassigned({ ...mark, placeAccuracy: 'unknown' }), false)
  assert.equal(unassigned({ ...mark, residentialArea: { id: 1 } }), false)
  assert.equal(matcher({ ...emptyFilter(false), category: 'TNGT' })(mark), false)
})

test('no number of the year before where the registers do not reach', () => {
  const comparison = { period: { count: 45, covered: true }, before: { count: null, covered: false }, difference: null }
  assert.deepEqual(headFigures({ count: 45 }, comparison), {
    count: 45,
    before: null,
    difference: null,
    complete: true,
  })
})
