import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mapAddress, readQuestion, signed, writeQuestion } from '../../main/resources/static/js/model/overview.js'

test('what is asked for survives the address', () => {
  const question = { within: '283', from: '2018-01-01', to: '2018-12-31', year: '2018', boundaryDay: '2026-11-22' }
  assert.deepEqual(readQuestion(writeQuestion(question)), question)
})

test('broken parts of an address are left out', () => {
  assert.deepEqual(readQuestion('?within=1%27--&from=2018-02-30&to=x&year=20189'), {
    within: '',
    from: '',
    to: '',
    year: '',
    boundaryDay: '',
  })
  assert.equal(writeQuestion({ within: '', from: '' }), '')
})

test('a link to the map keeps period, year and place', () => {
  const overview = { within: { id: 283 }, from: '2019-01-01', to: '2019-08-15', titles: { year: 2019 } }
  assert.equal(
    mapAddress(overview, { theme: 'status', selected: 'area:328' }),
    '/?place=283&from=2019-01-01&to=2019-08-15&year=2019&theme=status&selected=area:328',
  )
  assert.equal(mapAddress({ ...overview, boundaryDay: '2019-08-15' }), mapAddress(overview))
  assert.ok(mapAddress({ ...overview, boundaryDay: '2026-11-22' }).endsWith('&day=2026-11-22'))
  assert.equal(mapAddress({ ...overview, within: null }), '/?from=2019-01-01&to=2019-08-15&year=2019')
})

test('a difference has its sign', () => {
  assert.deepEqual([3, -2, 0, null, undefined].map(signed), ['+3', '−2', '0', '', ''])
})
