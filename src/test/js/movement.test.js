import assert from 'node:assert/strict'
import { test } from 'node:test'

const MODEL = new URL('../../main/resources/static/js/model/', import.meta.url)
const load = (name) => import(new URL(name, MODEL))
const { amountText, columnsOf, daysText, differences, entryLines, readCount, readDegrees, readMovementState, sumMembers, teamsAsRegister, writeMovementState } =
  await load('movement.js')
const { createFormat } = await load('format.js')
const { isDay } = await load('dates.js')

const t = (key, values = {}) => (key === 'movement.moreThan' ? `hơn ${values.count}` : key === 'movement.since' ? `Từ ${values.day}` : key)
const context = { t, format: createFormat('vi') }
const OUTREACH = {
  register: 'outreach',
  standing: false,
  fields: [
    { name: 'topic', label: 'Nội dung', type: 'long_text', options: [] },
    { name: 'sessions', label: 'Số cuộc', type: 'amount', options: [] },
    { name: 'level', label: 'Cấp', type: 'choice', options: [{ value: 'commune', label: 'Cấp xã' }] },
    { name: 'givenBy', label: 'Cơ quan', type: 'text', options: [] },
    { name: 'contents', label: 'Các nội dung', type: 'list', options: [] },
  ],
}

test('a lower bound is never shown as an exact number', () => {
  assert.equal(amountText(context, { value: 1500, moreThan: true }), 'hơn 1.500')
  assert.equal(amountText(context, { value: 1500, moreThan: false }), '1.500')
  assert.equal(amountText(context, null), '')
})

test('figures come first in a list, long texts not at all', () => {
  assert.deepEqual(
    columnsOf(OUTREACH).map(({ name }) => name),
    ['sessions', 'level', 'givenBy'],
  )
})

test('days are one day, a span, or since when something stands', () => {
  assert.equal(daysText(context, { firstDay: '2026-03-01', lastDay: null }, false), '01/03/2026')
  assert.equal(daysText(context, { firstDay: '2026-03-01', lastDay: '2026-03-31' }, false), '01/03/2026 – 31/03/2026')
  assert.equal(daysText(context, { firstDay: '2026-03-01', lastDay: null }, true), 'Từ 01/03/2026')
})

test('of two versions only the lines that differ are compared', () => {
  const before = { kind: 'a', title: 'T', details: { sessions: { value: 3, moreThan: false }, level: 'commune' } }
  const after = { ...before, details: { ...before.details, sessions: { value: 3, moreThan: true } } }
  const lines = (entry) => entryLines(context, OUTREACH, entry)
  assert.deepEqual(differences(lines(before), lines(after)), [{ label: 'Số cuộc', before: '3', after: 'hơn 3' }])
})

test('numbers are read as people write them, and nothing else is', () => {
  assert.deepEqual(['1500', '1.500', '1 500', ' 12 '].map(readCount), [1500, 1500, 1500, 12])
  assert.deepEqual(['', '1,5', '1.50', '-3', 'ba'].map(readCount), [null, null, null, null, null])
  assert.deepEqual(['19,97194', '105.64806', '19°'].map(readDegrees), [19.97194, 105.64806, null])
})

test('teams whose members are not known do not make a sum', () => {
  assert.equal(sumMembers([{ memberCount: null }]), null)
  assert.equal(sumMembers([{ memberCount: 3 }, { memberCount: null }, { memberCount: 4 }]), 7)
})

test('a table of teams counts members by each role that can be chosen', () => {
  const roles = [
    { code: 'to-truong', name: 'Tổ trưởng', active: true },
    { code: 'cu', name: 'Cũ', active: false },
  ]
  const teams = teamsAsRegister(context, { kinds: [], roles })

  assert.deepEqual(
    teams.fields.map(({ name }) => name),
    ['role-to-truong', 'memberCount'],
  )
  assert.equal(teams.days({ firstDay: '2019-06-01', lastDay: null }), `team.validFrom ${context.format.day('2019-06-01')}`)
  assert.equal(teams.days({ firstDay: null, lastDay: null }), '')
})

test('the address keeps what is looked at; what is broken in it is the usual', () => {
  const session = { today: '2026-11-22', defaultPeriod: null, places: [{ id: 5 }, { id: 7 }] }
  const known = { registers: ['committees', 'outreach'], session, isDay }
  const asked = '?register=outreach&place=7&within=12&from=2026-01-01&to=2026-06-30'
  assert.equal(writeMovementState(readMovementState(asked, known)), asked)
  assert.deepEqual(readMovementState('?register=x&place=9&within=a&from=2026-13-01&to=2026-06-30', known), {
    register: 'committees',
    place: '5',
    within: null,
    from: '2026-01-01',
    to: '2026-11-22',
  })
})
